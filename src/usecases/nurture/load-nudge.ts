import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { DueKind } from '../../domain/nurture/due.ts'
import { ARCHIVED } from '../../domain/nurture/snooze.ts'
import type { MemberId } from '../../domain/shared/ids.ts'
import { addDays, at, type Day, type Instant, type Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Doing, NudgeItem } from '../ports/nudges.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { CompanyWatch } from '../ports/watches.ts'
import type { Job } from '../ports/workspace.ts'
import { partOf, readNudgeKey, restOf } from './plan-nudge.ts'

export type NudgeRow = {
  readonly person: Candidate
  readonly kind: DueKind
  readonly reply: { readonly text: string; readonly at: Instant } | undefined
  /** What we said that we would do, in our own words. */
  readonly promise: string | undefined
  readonly job: Pick<Job, 'title' | 'openedAt'> | undefined
  /** What happened at their company. */
  readonly watch?: Pick<CompanyWatch, 'company' | 'kind' | 'day'> | undefined
  /** What somebody did about it on that very day, or that it is no longer theirs to do. */
  readonly done: Doing['how'] | 'archived' | 'passed_on' | undefined
}
export type NudgeModel = {
  readonly name: string
  readonly slackUserId: string
  readonly day: Day
  readonly zone: Zone
  readonly rows: readonly NudgeRow[]
  readonly rest: number
}

/** A recruiter's nudge of a day as it is now: whose names changed, who was erased, and what was done since. `undefined` where nothing is left. */
export async function loadNudge(ctx: SystemCtx, key: string): Promise<NudgeModel | undefined> {
  const named = readNudgeKey(key)
  if (named === undefined) return undefined
  const { day, memberId } = named
  const { zone } = ctx.workspace
  return ctx.uow.run(async (tx) => {
    const member = await tx.members.get(memberId)
    const part = await tx.jobRuns.get(partOf(memberId, day))
    const items = await tx.nudges.items(memberId, day)
    const ids = items.map((item) => item.candidateId)
    const people = new Map((await tx.candidates.getMany(ids)).map((person) => [person.id, person]))
    const doings = await tx.nudges.doings(ids, at(day, 0, zone), at(addDays(day, 1), 0, zone))
    const rows: NudgeRow[] = []
    // Internal staff are named to whoever looks after them alone, not in a channel.
    const alone = (await tx.posts.byKey(key))?.address === member?.slackUserId
    for (const item of items) {
      const person = people.get(item.candidateId)
      if (person !== undefined && (alone || person.kind !== 'internal'))
        rows.push(await rowOf(tx, item, person, doneOf(person, memberId, doings.get(person.id))))
    }
    if (member === undefined || rows.length === 0) return undefined
    const { name, slackUserId } = member
    return { name, slackUserId, day, zone, rows, rest: restOf(part?.report) }
  })
}

async function rowOf(
  tx: Tx,
  { kind, jobId, watchId, candidateId }: NudgeItem,
  person: Candidate,
  done: NudgeRow['done'],
): Promise<NudgeRow> {
  const facts = kind === 'promise' || kind === 'job_opened' ? await tx.candidates.facts(candidateId) : []
  return {
    person,
    kind,
    reply: kind === 'reply' ? await tx.replies.lastOf(candidateId) : undefined,
    promise: facts.find((fact) => fact.kind === 'promise' && fact.retractedAt === undefined)?.text,
    job: jobId === undefined ? undefined : await tx.jobs.get(jobId),
    watch: watchId === undefined ? undefined : await tx.watches.get(watchId),
    done,
  }
}

/** Whoever took care of them counts, be it a colleague. */
function doneOf({ ownerId, snoozedUntil }: Candidate, memberId: MemberId, doing: Doing | undefined): NudgeRow['done'] {
  if (snoozedUntil === ARCHIVED) return 'archived'
  return doing?.how ?? (ownerId === undefined || ownerId === memberId ? undefined : 'passed_on')
}
