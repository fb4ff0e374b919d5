/** Days as spreadsheets write them. */
import { fold } from '../shared/text.ts'
import { addDays, asDay, type Day } from '../shared/time.ts'

/** Which comes first in `03/04/2026`. */
export type DayOrder = 'day_first' | 'month_first'

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?=$|[\sT,])/
/** English, German, French, Spanish, Portuguese, Italian, Dutch; folded. */
const MONTHS = [
  'january januar janvier enero janeiro gennaio januari',
  'february februar fevrier febrero fevereiro febbraio februari',
  'march marz maerz mars marzo marco maart mrt',
  'april avril abril aprile',
  'may mai mayo maio maggio mei',
  'june juni juin junio junho giugno',
  'july juli juillet julio julho luglio',
  'august aout agosto augustus',
  'september septembre septiembre setiembre setembro settembre',
  'october oktober octobre octubre outubro ottobre',
  'november novembre noviembre novembro',
  'december dezember decembre diciembre dezembro dicembre',
].map((names) => names.split(' '))

const DAY_FIRST =
  /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s/-]+(?:de |of )?(\p{L}{3,12})\.?,?[\s/-]+(?:de )?(\d{4}|\d{2})(?![\d:])/iu
const MONTH_FIRST = /^(\p{L}{3,12})\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+(\d{4})(?!\d)/iu

/** However far it is cut, where it begins one month alone. */
function monthOf(word: string): string | undefined {
  const said = fold(word)
  const found = MONTHS.flatMap((names, at) => (names.some((name) => name.startsWith(said)) ? [at + 1] : []))
  return found.length === 1 ? String(found[0]) : undefined
}

/** What the values of a file betray: a 17th month there is not. `undefined` where every one of them could be either. */
export function dayOrderOf(values: readonly string[]): DayOrder | undefined {
  for (const value of values) {
    const [, first, second] = SLASHED.exec(value.trim()) ?? []
    if (Number(first) > 12) return 'day_first'
    if (Number(second) > 12) return 'month_first'
  }
  return undefined
}

/** `2026-03-04`, `20260304`, `2026-03-04T10:00Z`, `4.3.2026`, `03/04/26`, `4-Mar-26`, `4. März 2026`, `March 4, 2026`; `undefined` where it is no day. */
export function readDay(text: string, order: DayOrder): Day | undefined {
  const said = text.trim().slice(0, 60)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[\sT])/.exec(said) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(said)
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
  const [, day, month, year] = DAY_FIRST.exec(said) ?? []
  if (month !== undefined) return dayOf(year, monthOf(month), day)
  const [, named, dayBehind, yearBehind] = MONTH_FIRST.exec(said) ?? []
  return named === undefined ? undefined : dayOf(yearBehind, monthOf(named), dayBehind)
}

function dayOf(year = '', month = '', day = ''): Day | undefined {
  const full = year.length === 2 ? `20${year}` : year
  return asDay(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
