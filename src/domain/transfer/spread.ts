/** No stampede: who was imported becomes due little by little. Pure. */
import { addDays, type Day, weekday } from '../shared/time.ts'

/** So many of one file become due on one working day: a morning's work. */
export const PEOPLE_A_DAY = 5
/** Nobody waits longer than about a year; a bigger file has more people a day instead. */
export const WORKING_DAYS = 250

/** The working days behind `today` on which the people of a file become due, in their order. */
export function daysToSpread(today: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = addDays(today, 1); days.length < WORKING_DAYS; day = addDays(day, 1)) {
    if (weekday(day) <= 5) days.push(day)
  }
  return days
}

/** Until when the person of this row (from 0) is left in peace. */
export function spreadDay(row: number, days: readonly Day[]): Day {
  const day = days[Math.floor(row / PEOPLE_A_DAY) % days.length]
  if (day === undefined) throw new Error('There is no day to spread people over')
  return day
}
