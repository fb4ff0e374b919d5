/** How many messages a pool asks for, whether its owner can write them, and what to do where they cannot. Pure. */
import { MOST_SHOWN } from '../nurture/due.ts'
import { type Day, daysBetween, weekday } from '../shared/time.ts'
import { CADENCE } from './pool-limits.ts'

/** So many people are to hear from somebody every so many days. */
export type Care = { readonly people: number; readonly cadenceDays: number }
/** Nobody writes at weekends and on the workspace's holidays. */
export type Calendar = { readonly today: Day; readonly holidays: readonly Day[] }

/** A morning's work, as the daily nudge has it. */
export const MOST_A_DAY = MOST_SHOWN

/** Cadences that people think in. */
export const CADENCE_STEPS = [7, 14, 30, 45, 60, 90, 120, 180, 270, 365, 540, CADENCE.most] as const

export type Capacity = Care & {
  /** Messages a working day that this pool alone asks for. */
  readonly perDay: number
  /** With everything else that its owner carries. */
  readonly inAll: number
  readonly fits: boolean
  /** *Slow down*: the next cadence with which everything fits; where it fits already, the next gentler one. None where no cadence helps. */
  readonly slower: number | undefined
  /** *Share*: so many people to a colleague, and the rest fits; half of them where it fits already. None of nobody. */
  readonly give: number | undefined
}

/** The working days among the `days` days behind `today`; at least one, since somebody has to be written to on some day. */
export function workingDaysWithin(days: number, { today, holidays }: Calendar): number {
  const begins = weekday(today)
  const rest = Array.from({ length: days % 7 }, (_, at) => ((begins + at) % 7) + 1)
  const off = [...new Set(holidays)].filter((day) => {
    const ahead = daysBetween(today, day)
    return ahead >= 1 && ahead <= days && isWorkday(weekday(day))
  })
  const working = 5 * Math.floor(days / 7) + rest.filter(isWorkday).length - off.length
  return Math.max(1, working)
}
const isWorkday = (weekday: number): boolean => weekday <= 5

/** Messages a working day, so that everybody hears from us once in their cadence. */
export const messagesADay = (cares: readonly Care[], calendar: Calendar): number =>
  cares.reduce((sum, { people, cadenceDays }) => sum + people / workingDaysWithin(cadenceDays, calendar), 0)

/** What a pool asks of its owner, who carries the others already. */
export function capacityOf(pool: Care, others: readonly Care[], calendar: Calendar): Capacity {
  const carried = messagesADay(others, calendar)
  const perDay = messagesADay([pool], calendar)
  const fits = carried + perDay <= MOST_A_DAY
  return {
    ...pool,
    perDay,
    inAll: carried + perDay,
    fits,
    slower: slowerThan(pool, carried, calendar),
    give: toGive(pool, carried, calendar),
  }
}

function slowerThan({ people, cadenceDays }: Care, carried: number, calendar: Calendar): number | undefined {
  return CADENCE_STEPS.find(
    (step) => step > cadenceDays && carried + messagesADay([{ people, cadenceDays: step }], calendar) <= MOST_A_DAY,
  )
}

function toGive({ people, cadenceDays }: Care, carried: number, calendar: Calendar): number | undefined {
  if (people === 0) return undefined
  const room = Math.max(0, Math.floor((MOST_A_DAY - carried) * workingDaysWithin(cadenceDays, calendar) + ROUNDING))
  return room >= people ? Math.max(1, Math.floor(people / 2)) : people - room
}
/** Sums of fractions miss a whole number by less than this. */
const ROUNDING = 1e-9
