/** Leaving somebody in peace until a day, or until a job like theirs opens. Nobody is reminded of them meanwhile; writing stays possible. */
import type { Candidate } from '../candidate/candidate.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { addMonths, type Day } from '../shared/time.ts'

export const SNOOZE_CHOICES = ['one_month', 'three_months', 'six_months', 'similar_job', 'day'] as const
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number]

/** *Archive*: a snooze without an end of its own; somebody ends it, or nobody does. */
export const ARCHIVED = '9999-12-31' as Day

export type Snooze = {
  /** The first day on which they count again. */
  readonly until: Day
  /** What ends it earlier. */
  readonly for: 'similar_job' | undefined
}
export type SnoozeRefusal =
  | { readonly kind: 'day_needed' }
  | { readonly kind: 'day_passed' }
  | { readonly kind: 'too_far'; readonly latest: Day }

const MONTHS = { one_month: 1, three_months: 3, six_months: 6 } as const
/** A job like theirs may never open; after a year somebody is asked all the same. */
const WAITS_FOR_JOB_MONTHS = 12
/** As long as people are kept without contact by default. */
const LONGEST_MONTHS = 24

export function snoozeFor(choice: SnoozeChoice, given: Day | undefined, today: Day): Result<Snooze, SnoozeRefusal> {
  if (choice === 'similar_job') return ok({ until: addMonths(today, WAITS_FOR_JOB_MONTHS), for: 'similar_job' })
  if (choice !== 'day') return ok({ until: addMonths(today, MONTHS[choice]), for: undefined })
  if (given === undefined) return refuse({ kind: 'day_needed' })
  if (given <= today) return refuse({ kind: 'day_passed' })
  const latest = addMonths(today, LONGEST_MONTHS)
  return given > latest ? refuse({ kind: 'too_far', latest }) : ok({ until: given, for: undefined })
}

/** What is still to come of somebody's snooze; one that is over by the calendar is over, whoever looks. */
export function snoozeOf(
  { snoozedUntil, snoozedFor }: Pick<Candidate, 'snoozedUntil' | 'snoozedFor'>,
  today: Day,
): Snooze | undefined {
  return snoozedUntil !== undefined && today < snoozedUntil ? { until: snoozedUntil, for: snoozedFor } : undefined
}

/** Not stale, and not nudged, on that day. */
export const isSnoozed = (person: Pick<Candidate, 'snoozedUntil' | 'snoozedFor'>, today: Day): boolean =>
  snoozeOf(person, today) !== undefined
