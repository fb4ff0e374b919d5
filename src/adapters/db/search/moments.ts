/** The instants behind "90 days ago" and "in March", as the reader's calendar has them. */
import type { Ago, Between } from '../../../domain/pool/query/ast.ts'
import {
  addDays,
  addMonths,
  at,
  dayIn,
  type Instant,
  MINUTE,
  minuteOfDayIn,
  type Zone,
} from '../../../domain/shared/time.ts'

/** Earlier than anything that can have happened here, and still a date that PostgreSQL knows. */
const BEFORE_ALL = Date.UTC(1900, 0, 1)

/** The same time of day, that long ago. */
export function agoFrom(now: Instant, { count, unit }: Ago, zone: Zone): Instant {
  const today = dayIn(now, zone)
  const day =
    unit === 'day' || unit === 'week'
      ? addDays(today, -count * (unit === 'week' ? 7 : 1))
      : addMonths(today, -count * (unit === 'year' ? 12 : 1))
  return Math.max(BEFORE_ALL, at(day, minuteOfDayIn(now, zone), zone) + (now % MINUTE)) as Instant
}

/** From the first day's beginning up to, not including, the day after the last. */
export const boundsOf = (
  { from, to }: Between,
  zone: Zone,
): { from: Instant | undefined; before: Instant | undefined } => ({
  from: from === null ? undefined : at(from, 0, zone),
  before: to === null ? undefined : at(addDays(to, 1), 0, zone),
})
