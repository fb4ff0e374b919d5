/** Why somebody is brought up today, and in which order. Pure. */
import type { Candidate } from '../candidate/candidate.ts'
import type { CandidateId, JobId, WatchId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** In the order in which a recruiter wants to hear of them: an answer first, then what was promised, then what is news. */
export const DUE_KINDS = ['reply', 'promise', 'job_opened', 'watch', 'tier_a', 'quiet'] as const
export type DueKind = (typeof DUE_KINDS)[number]

export type Due = {
  readonly candidateId: CandidateId
  readonly kind: DueKind
  /** Since when it has waited: the reply, the promised day, or else the last touch. */
  readonly since: Instant
  readonly tierA?: boolean
  /** The job that opened, where that is why. */
  readonly jobId?: JobId
  /** The watched company, where that is why. */
  readonly watchId?: WatchId
}

/** Each person once, for their best reason; within a reason tier A comes first, then who has waited longest. */
export function inOrder(dues: readonly Due[]): readonly Due[] {
  const best = new Map<CandidateId, Due>()
  for (const due of dues) {
    const known = best.get(due.candidateId)
    if (known === undefined || compare(due, known) < 0) best.set(due.candidateId, due)
  }
  return [...best.values()].toSorted(compare)
}

const rank = ({ kind }: Due): number => DUE_KINDS.indexOf(kind)
const compare = (one: Due, other: Due): number =>
  rank(one) - rank(other) ||
  Number(other.tierA === true) - Number(one.tierA === true) ||
  one.since - other.since ||
  (one.candidateId < other.candidateId ? -1 : 1)

/**
 * Whom a job that opened brings up in the morning: the best, those nobody judged yet, and whoever wanted to wait for one. The others are
 * on the job's own card, or every job would fill a fortnight of mornings.
 */
export const hearsOfJobs = (
  { tier, snoozedFor }: Pick<Candidate, 'tier' | 'snoozedFor'>,
  /** Their snooze ended as this very job opened. */
  wokenByIt: boolean,
): boolean => tier === undefined || tier === 'A' || snoozedFor === 'similar_job' || wokenByIt

/** Nothing happened: they have only waited long. */
const isOnlyQuiet = ({ kind }: Due): boolean => kind === 'tier_a' || kind === 'quiet'
/** So many with a reason of today are a morning's work. */
const ENOUGH_NEWS = 3

/** Who is only quiet can wait while there is enough that cannot; `before` are those in front of them. */
export const mayBeShown = (due: Due, before: readonly Due[]): boolean =>
  !isOnlyQuiet(due) || before.filter((one) => !isOnlyQuiet(one)).length < ENOUGH_NEWS

/** More would not be done in a morning. */
export const MOST_SHOWN = 5
/** Reading a few lines and writing one back. */
export const MINUTES_EACH = 2
