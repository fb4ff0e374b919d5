/** The days off that an admin types, one a line: `2026-12-25` or `25 December 2026`. */
import { saidDays } from '../candidate/said-days.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { asDay, type Day, daysBetween } from '../shared/time.ts'

export type HolidayProblem =
  /** This line is no day; one that has no year could be of any. */
  { readonly kind: 'no_day'; readonly line: string } | { readonly kind: 'too_many'; readonly most: number }

/** In order and each once. Days of long ago do no harm and are dropped. */
export function parseHolidays(text: string, today: Day, most: number): Result<readonly Day[], HolidayProblem> {
  const days = new Set<Day>()
  for (const line of text.split(/[\n;]/).map((one) => one.trim())) {
    if (line === '') continue
    const day = /\d{4}/.test(line) ? oneDay(line, today) : undefined
    if (day === undefined) return refuse({ kind: 'no_day', line })
    if (daysBetween(day, today) < LONG_AGO) days.add(day)
  }
  return days.size > most ? refuse({ kind: 'too_many', most }) : ok([...days].toSorted())
}

const LONG_AGO = 60

function oneDay(text: string, today: Day): Day | undefined {
  const said = saidDays(text, today)
  return said !== undefined && said.from === said.to ? asDay(said.from) : undefined
}
