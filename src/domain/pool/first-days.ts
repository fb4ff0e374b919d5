/** No stampede: when many people come into somebody's care at once, their first days are spread. Pure. */
import { addDays, type Day, weekday } from '../shared/time.ts'
import { type Calendar, MOST_A_DAY, workingDaysWithin } from './capacity.ts'

/**
 * The first day on which each of so many people may count as overdue, in their order: a morning's work a working day, and more only where
 * that would take longer than the pool's own cadence.
 */
export function firstDays(people: number, cadenceDays: number, calendar: Calendar): readonly Day[] {
  const { today, holidays } = calendar
  const off = new Set(holidays)
  const aDay = Math.max(MOST_A_DAY, Math.ceil(people / workingDaysWithin(cadenceDays, calendar)))
  const days: Day[] = []
  for (let day = today; days.length < people; day = addDays(day, 1)) {
    if (weekday(day) > 5 || off.has(day)) continue
    for (let seat = 0; seat < aDay && days.length < people; seat += 1) days.push(day)
  }
  return days
}
