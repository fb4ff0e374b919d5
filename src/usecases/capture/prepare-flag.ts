import { z } from 'zod'
import { type ParsedFlag, parseFlag } from '../../domain/candidate/parse-flag.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'

export type PreparedFlag = {
  readonly guess: ParsedFlag
  /** What this person flagged from this message before. */
  readonly before: readonly NearMiss[]
  readonly openRoles: readonly string[]
}

const MOST_ROLES = 100
/** Whom the message may name beside the candidate; the form opens within three seconds. */
const MOST_MEMBERS = 2_000

/** Of which jobs and colleagues the message may speak; `author` is the Slack id of who wrote it. */
export async function flagContext({ actor }: Pick<Ctx, 'actor'>, tx: Tx, author: string | undefined) {
  const roles = (await tx.jobs.open(MOST_ROLES)).map(({ title }) => title)
  const writer = author === undefined ? undefined : await tx.members.bySlackId(author)
  const speakers = [actor.name, ...(writer === undefined ? [] : [writer.name])]
  const colleagues = await tx.members.list(MOST_MEMBERS)
  return { roles, speakers, memberNames: [...speakers, ...colleagues.map(({ name }) => name)], colleagues }
}

/** Slack writes whom a message mentions by id, which would stand in the form and on the card for good. */
const withNames = (text: string, colleagues: readonly Member[]): string =>
  text.replace(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, id: string) => {
    const name = colleagues.find(({ slackUserId }) => slackUserId === id)?.name
    return name === undefined ? 'a colleague' : `@${name}`
  })

/** What the form *Flag near-miss* opens with: guesses from the message, the open roles, and what was flagged from it before. */
export const prepareFlag = defineUseCase({
  name: 'prepare-flag',
  permission: 'near_miss.flag',
  input: z.object({
    text: z.string().max(100_000),
    message: z.object({ channel: z.string(), ts: z.string() }).optional(),
    /** Slack id of who wrote the message: never the candidate. */
    author: z.string().optional(),
  }),
  run: async (ctx, { text, message, author }): Promise<Result<PreparedFlag, never>> => {
    const { actor } = ctx
    return ctx.uow.run(async (tx) => {
      const context = await flagContext(ctx, tx, author)
      const { roles: openRoles } = context
      const before =
        message === undefined ? [] : await tx.nearMisses.ofMessage(message.channel, message.ts, actor.memberId)
      return ok({ guess: parseFlag(withNames(text, context.colleagues), context), before, openRoles })
    })
  },
})
