/** Something happened at a company, so that its people may want to talk now. They surface a few a day, for a while. Pure. */
import type { Candidate, Employment } from '../candidate/candidate.ts'
import { DAY, type Day, type Instant } from '../shared/time.ts'

export const WATCH_KINDS = ['layoff', 'merger', 'office_closing', 'funding_trouble'] as const
export type WatchKind = (typeof WATCH_KINDS)[number]

/** What is likely to have become of its people; a person looks over it and may say otherwise. */
export const LIKELY_EMPLOYMENT = {
  layoff: 'between_jobs',
  merger: 'employed',
  office_closing: 'on_notice',
  funding_trouble: 'on_notice',
} as const satisfies Record<WatchKind, Employment>
/** So many profiles one act changes: it commits before Slack stops waiting. */
export const MOST_MARKED = 50

/** How long the people of a company surface; news grow old. */
export const WATCH_LASTS = [30, 60, 90] as const
/** So many of them a recruiter hears of in a morning, of all watches together: nobody writes to a whole company at once. */
export const WATCHED_A_DAY = 2
/** What happened longer ago is no news to anybody. */
export const OLDEST_NEWS_DAYS = 180

export const WARMTH = ['tier_a', 'close_second', 'declined_offer', 'wants', 'spoke_lately'] as const
export type Warmth = (typeof WARMTH)[number]
const WEIGHT: Readonly<Record<Warmth, number>> = {
  tier_a: 4,
  close_second: 3,
  declined_offer: 2,
  wants: 1,
  spoke_lately: 2,
}
const LATELY = 180 * DAY

type Person = Pick<Candidate, 'id' | 'tier' | 'reason' | 'standing' | 'bringBack' | 'lastTouchAt' | 'createdAt'>

/** Why a word with them is likely to be welcome, the weightiest first as they are listed above. */
export function warmthOf(person: Person, now: Instant): readonly Warmth[] {
  const { tier, reason, standing, bringBack, lastTouchAt } = person
  const holds: Readonly<Record<Warmth, boolean>> = {
    tier_a: tier === 'A',
    close_second: reason === 'close_second',
    declined_offer: standing === 'declined_offer',
    wants: bringBack !== undefined,
    spoke_lately: lastTouchAt !== undefined && now - lastTouchAt <= LATELY,
  }
  return WARMTH.filter((one) => holds[one])
}

/** The warmest first; among equals whoever was spoken with last. */
export function byWarmth<Someone extends Person>(
  people: readonly Someone[],
  now: Instant,
): readonly { readonly person: Someone; readonly reasons: readonly Warmth[] }[] {
  return people
    .map((person) => ({ person, reasons: warmthOf(person, now) }))
    .toSorted(
      (one, other) =>
        weight(other.reasons) - weight(one.reasons) ||
        (other.person.lastTouchAt ?? 0) - (one.person.lastTouchAt ?? 0) ||
        (one.person.id < other.person.id ? -1 : 1),
    )
}
const weight = (reasons: readonly Warmth[]): number => reasons.reduce((all, one) => all + WEIGHT[one], 0)

/** Whether what happened is news on that day. */
export const isNews = (happened: Day, oldest: Day, today: Day): boolean => happened >= oldest && happened <= today
