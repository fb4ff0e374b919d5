/** Days as spreadsheets write them. */
import { addDays, asDay, type Day } from '../shared/time.ts'

/** Which comes first in `03/04/2026`. */
export type DayOrder = 'day_first' | 'month_first'

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?=$|[\sT,])/
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** What the values of a file betray: a 17th month there is not. `undefined` where every one of them could be either. */
export function dayOrderOf(values: readonly string[]): DayOrder | undefined {
  for (const value of values) {
    const [, first, second] = SLASHED.exec(value.trim()) ?? []
    if (Number(first) > 12) return 'day_first'
    if (Number(second) > 12) return 'month_first'
  }
  return undefined
}

/** `2026-03-04`, `2026-03-04T10:00Z`, `4.3.2026`, `03/04/26`, `4 Mar 2026`, `March 4, 2026`; `undefined` where it is no day. */
export function readDay(text: string, order: DayOrder): Day | undefined {
  const said = text.trim().slice(0, 60)
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[\sT])/.exec(said)
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3])
  const slashed = SLASHED.exec(said)
  if (slashed !== null) {
    // With dots nobody writes the month first.
    const dayFirst = order === 'day_first' || said.includes('.')
    const [, one, other, year] = slashed
    return dayOf(year, dayFirst ? other : one, dayFirst ? one : other)
  }
  // The number of a day in a spreadsheet, where its format was lost: 1968 to 2064.
  const serial = /^([2-5]\d{4})(?:\.\d+)?$/.exec(said)?.[1]
  if (serial !== undefined) return addDays('1899-12-30' as Day, Number(serial))
  const worded = /^(?:(\d{1,2})\.?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})),?\s+(\d{4})\b/i.exec(said)
  if (worded === null) return undefined
  const month = MONTHS.indexOf((worded[2] ?? worded[3] ?? '').slice(0, 3).toLowerCase()) + 1
  return month === 0 ? undefined : dayOf(worded[5], String(month), worded[1] ?? worded[4])
}

function dayOf(year = '', month = '', day = ''): Day | undefined {
  const full = year.length === 2 ? `20${year}` : year
  return asDay(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
