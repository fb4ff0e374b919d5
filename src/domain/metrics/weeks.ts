/** Which week a number is of, by the workspace's clock. A week is from Monday to Sunday. */
import { addDays, at, type Day, dayIn, type Instant, plus, weekday, type Zone } from '../shared/time.ts'

/** From `from` until before `to`. */
export type Span = { readonly from: Instant; readonly to: Instant }

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))
const startOf = (day: Day, zone: Zone): Instant => at(day, 0, zone)

/** The week that is running, as far as it is. */
export const thisWeek = (now: Instant, zone: Zone): Span => ({
  from: startOf(mondayOf(dayIn(now, zone)), zone),
  to: now,
})
/** The last whole week before a day. */
export function weekBefore(day: Day, zone: Zone): Span {
  const monday = mondayOf(day)
  return { from: startOf(addDays(monday, -7), zone), to: startOf(monday, zone) }
}
/** So many weeks earlier; what was cut off now is whole then. */
export function weeksEarlier({ from }: Span, weeks: number, zone: Zone): Span {
  const start = dayIn(from, zone)
  return { from: startOf(addDays(start, -7 * weeks), zone), to: startOf(addDays(start, -7 * (weeks - 1)), zone) }
}

export const firstDay = ({ from }: Span, zone: Zone): Day => dayIn(from, zone)
export const lastDay = ({ to }: Span, zone: Zone): Day => dayIn(plus(to, -1), zone)
