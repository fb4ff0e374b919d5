import { MOST_SHOWN } from '../../domain/nurture/due.ts'
import type { NudgeWay } from '../../domain/settings/workspace-settings.ts'
import type { Id, MemberId } from '../../domain/shared/ids.ts'
import type { Day } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import type { RunKey } from '../ports/job-runs.ts'
import type { NudgeDay } from '../ports/nudges.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { findDue } from './find-due.ts'

/** The nudge channel as it is now: a public one hears no names, and where there is none everything goes by DM. */
export type NudgePlace = { readonly address: string; readonly is: 'private' | 'public' } | undefined
export type PlannedNudge = { readonly shown: number; readonly rest: number }

/** One recruiter's part of a day. */
export const partOf = (memberId: MemberId, day: Day): RunKey => ({ job: 'nudge', subject: memberId, slot: day })
export const nudgeKey = (day: Day, memberId: MemberId): string => `nudge:${day}:${memberId}`
export const nudgeLineKey = (day: Day, memberId: MemberId): string => `nudge_line:${day}:${memberId}`
/** A day and a member, as the keys of both kinds of post name them. */
export function readNudgeKey(key: string): { readonly day: Day; readonly memberId: MemberId } | undefined {
  const [, day, memberId] = /^nudge(?:_line)?:(\d{4}-\d\d-\d\d):([0-9a-f-]{36})(?::dm)?$/.exec(key) ?? []
  return day === undefined || memberId === undefined ? undefined : { day: day as Day, memberId: memberId as MemberId }
}

/**
 * Chooses whom the recruiter is reminded of on a day, and asks for the message, in one transaction: who dies before its end begins anew,
 * who comes after it finds it done. `again` (somebody asked by hand) adds who became due since and draws the message anew.
 */
export function planNudge(
  ctx: Ctx,
  { rules, way, place, again }: { rules: NudgeDay; way: Exclude<NudgeWay, 'off'>; place: NudgePlace; again: boolean },
): Promise<PlannedNudge> {
  const { memberId, slackUserId } = ctx.actor
  const { day } = rules
  return ctx.uow.run(async (tx) => {
    const part = await tx.jobRuns.get(partOf(memberId, day))
    const known = await tx.nudges.items(memberId, day)
    if (part !== undefined && !again) return { shown: known.length, rest: restOf(part.report) }
    const { dues, rest } = await findDue(ctx, tx, rules, MOST_SHOWN)
    const open = known.filter(({ state }) => state === 'due').length
    const fresh = dues.filter(({ candidateId }) => known.every((item) => item.candidateId !== candidateId))
    const added = fresh
      .slice(0, Math.max(0, MOST_SHOWN - open))
      .map(({ candidateId, kind, jobId, watchId }, index) => ({
        candidateId,
        kind,
        jobId,
        watchId,
        place: known.length + index,
      }))
    const shown = known.length + added.length
    if (shown === 0) return { shown: 0, rest: 0 }
    await tx.nudges.keep(memberId, day, added)
    await tx.jobRuns.record(partOf(memberId, day), { rest }, ctx.now)
    const subjects: Id<string>[] = [
      memberId,
      ...known.map((item) => item.candidateId),
      ...added.map((item) => item.candidateId),
    ]
    await askForPosts(ctx, tx, { day, memberId, slackUserId, subjects, place: way === 'dm' ? undefined : place })
    return { shown, rest }
  })
}

type Wanted = {
  readonly day: Day
  readonly memberId: MemberId
  readonly slackUserId: string
  readonly subjects: readonly Id<string>[]
  readonly place: NudgePlace
}

async function askForPosts(
  { now }: Ctx,
  tx: Tx,
  { day, memberId, slackUserId, subjects, place }: Wanted,
): Promise<void> {
  const key = nudgeKey(day, memberId)
  // Where it stands already it stays, whatever was chosen since.
  const address = (await tx.posts.byKey(key))?.address ?? (place?.is === 'private' ? place.address : slackUserId)
  await tx.posts.want({ key, kind: 'nudge', address, subjects }, now)
  if (place?.is === 'public') {
    const line = {
      key: nudgeLineKey(day, memberId),
      kind: 'nudge_line',
      address: place.address,
      subjects: [memberId],
    } as const
    await tx.posts.want(line, now)
  }
}

/** How many more are due than are shown, as the part keeps it. */
export const restOf = (report: unknown): number =>
  typeof report === 'object' && report !== null && 'rest' in report && typeof report.rest === 'number' ? report.rest : 0
