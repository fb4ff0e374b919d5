/** Whom "My day" brings up: who answered, who is due today, who goes quiet. Every read goes by whose people they are and has a limit. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Due } from '../../domain/nurture/due.ts'
import type { ReplyId } from '../../domain/shared/ids.ts'
import { at, dayIn, type Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { welcome } from '../nurture/find-due.ts'
import { nudgeDay } from '../nurture/nudge-settings.ts'
import type { NudgeDay } from '../ports/nudges.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

export type HomePeople = {
  readonly replies: Some<{ readonly replyId: ReplyId | undefined; readonly text: string; readonly at: Instant }>
  readonly due: Some<{ readonly promise: string | undefined }>
  readonly quiet: Some<{ readonly since: Instant }> & { readonly all: number; readonly orMore: boolean }
}
type Some<Said> = {
  readonly rows: readonly ({ readonly person: Candidate } & Said)[]
  /** There are further ones. */
  readonly more: boolean
}

const SHOWN = 3
/** Of those who are due some would be refused by the gate; so many are asked about. */
const LOOKED_AT = 12
const MOST_REPLIES = 100
/** Further ones only say "and more". */
const MOST_QUIET = 200

export async function homePeople(ctx: Ctx, tx: Tx): Promise<HomePeople> {
  const { zone } = ctx.workspace
  const settings = await loadWorkspaceSettings(tx, ctx.services.places)
  const rules = await nudgeDay(tx, ctx.services.defaults, settings, { day: dayIn(ctx.now, zone), now: ctx.now, zone })
  const me = ctx.actor.memberId
  const promised = (await tx.nudges.promised(me, rules, LOOKED_AT)).map(
    ({ candidateId, day }): Due => ({ candidateId, kind: 'promise', since: at(day, 0, zone) }),
  )
  const quiet = (await tx.nudges.quiet(me, rules, 'all', LOOKED_AT)).map(
    ({ candidateId, quietSince }): Due => ({ candidateId, kind: 'quiet', since: quietSince }),
  )
  const due = await welcome(ctx, tx, promised, SHOWN + 1)
  const stale = await welcome(ctx, tx, quiet, SHOWN)
  const all = await tx.nudges.countQuiet(me, rules, MOST_QUIET)
  return {
    replies: await repliesOf(ctx, tx, rules),
    due: {
      rows: await rowsOf(tx, due.dues.slice(0, SHOWN), async ({ candidateId }) => {
        const facts = await tx.candidates.facts(candidateId)
        return { promise: facts.find(({ kind, retractedAt }) => kind === 'promise' && retractedAt === undefined)?.text }
      }),
      more: due.dues.length > SHOWN,
    },
    quiet: {
      rows: await rowsOf(tx, stale.dues, async ({ since }) => ({ since })),
      more: all > stale.dues.length + stale.refused,
      orMore: all >= MOST_QUIET,
      all: Math.max(stale.dues.length, all - stale.refused),
    },
  }
}

async function repliesOf(ctx: Ctx, tx: Tx, rules: NudgeDay): Promise<HomePeople['replies']> {
  const mine = await tx.nudges.replies(ctx.actor.memberId, rules, SHOWN + 1)
  const waiting = mine.length === 0 ? [] : await tx.replies.waiting(MOST_REPLIES)
  const rows = await rowsOf(tx, mine.slice(0, SHOWN), async ({ candidateId, at: since }) => {
    const reply = waiting.find((one) => one.candidateId === candidateId)
    const said = reply?.text ?? (await tx.replies.lastOf(candidateId))?.text ?? ''
    return { replyId: reply?.id, text: said, at: reply?.receivedAt ?? since }
  })
  return { rows, more: mine.length > SHOWN }
}

async function rowsOf<Named extends Pick<Due, 'candidateId'>, Said extends object>(
  tx: Tx,
  named: readonly Named[],
  say: (one: Named) => Promise<Said>,
): Promise<readonly ({ readonly person: Candidate } & Said)[]> {
  const people = await tx.candidates.getMany(named.map(({ candidateId }) => candidateId))
  const rows: ({ readonly person: Candidate } & Said)[] = []
  for (const one of named) {
    const person = people.find(({ id }) => id === one.candidateId)
    if (person !== undefined) rows.push({ person, ...(await say(one)) })
  }
  return rows
}
