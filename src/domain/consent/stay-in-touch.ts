/** "May I stay in touch?": what the candidate may answer on the page behind the letter's link, and what a yes means. */
import { ok, type Result, refuse } from '../shared/result.ts'
import { addMonths, asDay, DAY, type Day, type Instant, plus } from '../shared/time.ts'

/** Which words they read when they said yes. A new wording gets a new name, so that nobody's old answer is taken for another. */
export const STAY_WORDING = 'stay-in-touch-1'

/** When they would like to hear from us, in months; `date` is one of their own. */
export const STAY_CHOICES = { months_3: 3, months_6: 6, months_12: 12 } as const
export type StayWhen = keyof typeof STAY_CHOICES | 'date'

/** Mails are found again after weeks, hardly after seasons; a stranger who finds one later shall not speak for them. */
const LINK_LASTS = 90 * DAY
export const stayLinkUntil = (sentAt: Instant): Instant => plus(sentAt, LINK_LASTS)

/** A permission lasts for two years, so a later day would outlive it. */
const MOST_MONTHS_AHEAD = 24

export type StayAnswer = { readonly kind: 'yes'; readonly nextTouch: Day } | { readonly kind: 'no' }
export type StayProblem = 'when_missing' | 'no_such_day' | 'day_past' | 'day_too_far'

/** What a form said, whoever sent it. */
export function readStay(
  given: { readonly answer: string; readonly when: string; readonly day: string },
  today: Day,
): Result<StayAnswer, StayProblem> {
  if (given.answer === 'no') return ok({ kind: 'no' })
  if (given.answer !== 'yes') return refuse('when_missing')
  if (given.when === 'date') return onDay(given.day, today)
  const months = Object.entries(STAY_CHOICES).find(([choice]) => choice === given.when)?.[1]
  return months === undefined ? refuse('when_missing') : ok({ kind: 'yes', nextTouch: addMonths(today, months) })
}

function onDay(given: string, today: Day): Result<StayAnswer, StayProblem> {
  const day = asDay(given)
  if (day === undefined) return refuse('no_such_day')
  if (day <= today) return refuse('day_past')
  return day > addMonths(today, MOST_MONTHS_AHEAD) ? refuse('day_too_far') : ok({ kind: 'yes', nextTouch: day })
}
