import type { Candidate } from '../../domain/candidate/candidate.ts'
import { WATCHED_A_DAY } from '../../domain/nurture/company-watch.ts'
import { type Due, hearsOfJobs, inOrder, mayBeShown } from '../../domain/nurture/due.ts'
import { titlesLike } from '../../domain/nurture/role-words.ts'
import { similarJob } from '../../domain/nurture/similar-job.ts'
import { at, DAY, dayIn, instant, type Zone } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { verdictFor } from '../find/verdict-for.ts'
import type { NudgeDay } from '../ports/nudges.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job } from '../ports/workspace.ts'

/** Of each reason so many are looked at: several times what one morning shows. */
const LOOKED_AT = 25
/** Somebody who does the like may live too far away, or be on another level. */
const COMPARED = 200
/** A job is a reason to write for this long after it opened. */
const NEWS_DAYS = 14
const MOST_JOBS = 10
/** Further ones only say "and more". */
const MOST_COUNTED = 200

export type DueToday = {
  /** In the order in which to bring them up, at most as many as were asked for. */
  readonly dues: readonly Due[]
  /** How many more are due, up to 200. */
  readonly rest: number
}

/** Whom the member should have a word with today, best reason first. Who would only be refused by the gate is not brought up. */
export async function findDue(ctx: Ctx, tx: Tx, rules: NudgeDay, most: number): Promise<DueToday> {
  const member = ctx.actor.memberId
  const { zone } = rules
  const replies = await tx.nudges.replies(member, rules, LOOKED_AT)
  const promised = await tx.nudges.promised(member, rules, LOOKED_AT)
  const tierA = await tx.nudges.quiet(member, rules, 'tier_a', LOOKED_AT)
  const quiet = await tx.nudges.quiet(member, rules, 'all', LOOKED_AT)
  const all = inOrder([
    ...replies.map(({ candidateId, at: since }): Due => ({ candidateId, kind: 'reply', since })),
    ...promised.map(({ candidateId, day: on }): Due => ({ candidateId, kind: 'promise', since: at(on, 0, zone) })),
    ...(await jobsOpened(ctx, tx, rules)),
    ...(await companiesWatched(ctx, tx, rules)),
    ...tierA.map(({ candidateId, quietSince }): Due => ({ candidateId, kind: 'tier_a', since: quietSince })),
    ...quiet.map(({ candidateId, quietSince }): Due => ({ candidateId, kind: 'quiet', since: quietSince })),
  ])
  const chosen = await welcome(ctx, tx, all, most)
  const overdue = await tx.nudges.countQuiet(member, rules, MOST_COUNTED)
  const urgent = all.filter(({ kind }) => kind !== 'tier_a' && kind !== 'quiet').length
  // Who is quiet may be due for a better reason as well; counted twice nobody is, so this is the least that it can be.
  const known = Math.max(all.length, overdue, urgent) - chosen.refused
  return { dues: chosen.dues, rest: Math.max(0, Math.min(MOST_COUNTED, known) - chosen.dues.length) }
}

/** A job like theirs that is news to them: not the one they were considered for, and opened after that came to its end and after the last word. */
async function jobsOpened(ctx: Ctx, tx: Tx, rules: NudgeDay): Promise<readonly Due[]> {
  const newest = (await tx.jobs.open(MOST_JOBS)).filter((job) => ctx.now - job.openedAt <= NEWS_DAYS * DAY)
  if (newest.length === 0) return []
  const woken = await Promise.all(newest.map(({ id }) => tx.jobs.wokenBy(id)))
  const wokenBy = new Map(newest.map(({ id }, at) => [id, new Set(woken[at]?.map(({ candidateId }) => candidateId))]))
  const about = {
    titles: newest.map(({ title }) => titlesLike(title)),
    skills: [...new Set(newest.flatMap((job) => job.skills))],
    woken: [...new Set([...wokenBy.values()].flatMap((ids) => [...ids]))],
    openedBy: instant(Math.max(...newest.map(({ openedAt }) => openedAt))),
  }
  const ids = await tx.nudges.perhapsFor(ctx.actor.memberId, rules, about, COMPARED)
  const people = await tx.candidates.getMany(ids)
  return people.flatMap((person): Due[] => {
    const job = newest.find(
      (one) =>
        isNewsTo(one, person, rules.zone) &&
        similarJob(person, one) !== undefined &&
        hearsOfJobs(person, wokenBy.get(one.id)?.has(person.id) === true),
    )
    if (job === undefined) return []
    const since = person.lastTouchAt ?? person.createdAt
    return [{ candidateId: person.id, kind: 'job_opened', since, tierA: person.tier === 'A', jobId: job.id }]
  })
}

const MOST_WATCHES = 10

/** Of watched companies a few a morning, however many work there. */
async function companiesWatched(ctx: Ctx, tx: Tx, rules: NudgeDay): Promise<readonly Due[]> {
  const dues: Due[] = []
  for (const watch of await tx.watches.running(rules.day, MOST_WATCHES)) {
    const most = WATCHED_A_DAY - dues.length
    if (most <= 0) break
    const people = await tx.nudges.watched(ctx.actor.memberId, rules, watch, most)
    dues.push(
      ...people.map(
        ({ candidateId, quietSince, tierA }): Due => ({
          candidateId,
          kind: 'watch',
          since: quietSince,
          tierA,
          watchId: watch.id,
        }),
      ),
    )
  }
  return dues
}

const isNewsTo = (job: Job, { jobId, standingDay, lastTouchAt }: Candidate, zone: Zone): boolean =>
  job.id !== jobId &&
  (standingDay === undefined || dayIn(job.openedAt, zone) > standingDay) &&
  (lastTouchAt === undefined || lastTouchAt < job.openedAt)

/** What nobody can do anything about today. Other refusals (no address, a permission that ran out) are work, so the person is shown. */
const IN_VAIN: ReadonlySet<string> = new Set([
  'erased',
  'merged_away',
  'hired',
  'still_interviewing',
  'not_told_yet',
  'unsubscribed',
  'do_not_contact_person',
  'do_not_contact_company',
  'active_in_ats',
  'recontact_window',
  'permission_withdrawn',
  'cap',
  'collision',
])

/** Without those whom the gate would refuse in vain, as long as `most` are not found. */
export async function welcome(
  ctx: Ctx,
  tx: Tx,
  dues: readonly Due[],
  most: number,
): Promise<{ readonly dues: readonly Due[]; readonly refused: number }> {
  const kept: Due[] = []
  let refused = 0
  for (const due of dues) {
    if (kept.length === most || !mayBeShown(due, kept)) break
    if (due.kind === 'reply' || (await mayBeWritten(ctx, tx, due))) kept.push(due)
    else refused += 1
  }
  return { dues: kept, refused }
}

async function mayBeWritten(ctx: Ctx, tx: Tx, { candidateId }: Due): Promise<boolean> {
  const person = await tx.candidates.get(candidateId)
  if (person === undefined) return false
  const verdict = await verdictFor(ctx, tx, person, await tx.candidates.contacts(candidateId))
  return verdict.kind === 'ok_to_send' || !verdict.because.some(({ kind }) => IN_VAIN.has(kind))
}
