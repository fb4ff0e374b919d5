/** The days that people mean: "yesterday", "on Monday", "3 weeks ago", "12 March", "2026-03", "march". Without a year it is the latest that has begun. */
import { addDays, addMonths, asDay, type Day, weekday } from '../shared/time.ts'

export type Days = { readonly from: Day; readonly to: Day }

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const WEEKDAY = new RegExp(`^(?:(this|last) )?(${WEEKDAYS.join('|')})$`)
const AGO = /^(\d{1,3}|an?|one|two|three|four|five|six) (day|week|month|year)s? ago$/
const COUNTS = new Map(Object.entries({ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }))
const YEAR = '(?:,? ((?:19|20)\\d\\d))?'
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\\.?${YEAR}$`)
const MONTH_DAY = new RegExp(`^([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?${YEAR}$`)
const MONTH = new RegExp(`^([a-z]{3,9})\\.?${YEAR}$`)

export function saidDays(said: string, today: Day): Days | undefined {
  const text = said.toLowerCase().trim()
  const thisMonth = month(Number(today.slice(0, 4)), Number(today.slice(5, 7)))
  if (text === 'today') return oneDay(today)
  if (text === 'yesterday') return oneDay(addDays(today, -1))
  if (text === 'this month') return thisMonth
  if (text === 'last month') return { from: addMonths(thisMonth.from, -1), to: addDays(thisMonth.from, -1) }
  if (text === 'this year') return ago(0, 'year', today)
  if (text === 'last year') return ago(1, 'year', today)
  if (text === 'this week') return weekOf(today)
  if (text === 'last week') return weekOf(addDays(today, -7))
  const [, which, itsWeekday] = WEEKDAY.exec(text) ?? []
  if (itsWeekday !== undefined)
    return oneDay(latest(WEEKDAYS.indexOf(itsWeekday) + 1, which === 'last' ? addDays(today, -1) : today))
  const [, count, unit] = AGO.exec(text) ?? []
  if (count !== undefined) return ago(COUNTS.get(count) ?? Number(count), unit, today)
  const date = /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) ? asDay(text) : undefined
  if (date !== undefined) return oneDay(date)
  if (/^(19|20)\d\d$/.test(text)) return { from: `${text}-01-01` as Day, to: `${text}-12-31` as Day }
  if (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text)) return month(Number(text.slice(0, 4)), Number(text.slice(5)))
  const [, dayFirst, itsMonth, dayFirstYear] = DAY_MONTH.exec(text) ?? []
  if (dayFirst !== undefined) return monthDay(itsMonth, dayFirst, dayFirstYear, today)
  const [, monthFirst, itsDay, monthFirstYear] = MONTH_DAY.exec(text) ?? []
  if (itsDay !== undefined) return monthDay(monthFirst, itsDay, monthFirstYear, today)
  const [, name, year] = MONTH.exec(text) ?? []
  const number = monthNumber(name)
  if (number === undefined) return undefined
  if (year !== undefined) return month(Number(year), number)
  const thisYear = Number(today.slice(0, 4))
  return month(number > Number(today.slice(5, 7)) ? thisYear - 1 : thisYear, number)
}

const oneDay = (day: Day): Days => ({ from: day, to: day })

function weekOf(day: Day): Days {
  const from = addDays(day, 1 - weekday(day))
  return { from, to: addDays(from, 6) }
}

const latest = (wanted: number, today: Day): Day => addDays(today, -((weekday(today) - wanted + 7) % 7))

/** As exact as it was said: "3 weeks ago" is a week, "2 months ago" a month. */
function ago(count: number, unit: string | undefined, today: Day): Days {
  if (unit === 'day') return oneDay(addDays(today, -count))
  if (unit === 'week') return weekOf(addDays(today, -7 * count))
  const then = addMonths(today, -count * (unit === 'year' ? 12 : 1))
  const year = then.slice(0, 4)
  return unit === 'year'
    ? { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day }
    : month(Number(year), Number(then.slice(5, 7)))
}

const MONTH_NAME = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`
/** What `saidDays` may understand behind a verb, for a pattern: "in March", "last week", "on 12 May 2026". */
export const WHEN = `(?:(?:on|in|back|early|late|mid|around|the) ){0,3}(?:today|yesterday|(?:this|last) (?:week|month|year|${WEEKDAYS.join('|')})|${WEEKDAYS.join('|')}|[a-z0-9]{1,5} (?:day|week|month|year)s? ago|(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?${MONTH_NAME}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?|\\d{4}(?:-\\d\\d){0,2})`

function monthNumber(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  const at = MONTHS.findIndex(
    (full) => full === name || full.slice(0, 3) === name || (name === 'sept' && full === 'september'),
  )
  return at < 0 ? undefined : at + 1
}

function month(year: number, number: number): Days {
  const from = `${year}-${String(number).padStart(2, '0')}-01` as Day
  return { from, to: addDays(addMonths(from, 1), -1) }
}

function monthDay(name: string | undefined, date: string, year: string | undefined, today: Day): Days | undefined {
  const number = monthNumber(name)
  if (number === undefined) return undefined
  const inYear = (year: number | string) => asDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`)
  const thisYear = Number(today.slice(0, 4))
  const said = inYear(year ?? thisYear)
  const day = said !== undefined && year === undefined && said > today ? inYear(thisYear - 1) : said
  return day === undefined ? undefined : oneDay(day)
}
