/** Lengths of time and days in a query: `>90d`, `<3m`, `2026-03-01`, `2026-03`, `march`, `yesterday`, `2026-01-01..2026-03-31`. */
import { addDays, addMonths, asDay, type Day, dayIn, type Instant, type Zone } from '../../shared/time.ts'
import type { Ago, AgoUnit, Between } from './ast.ts'

const LENGTH = /^(\d{1,4}) ?(d|days?|w|wks?|weeks?|m|mos?|months?|y|yrs?|years?)?$/
const UNITS: Readonly<Record<string, AgoUnit>> = { d: 'day', w: 'week', m: 'month', y: 'year' }
export const isUnit = (word: string): boolean => LENGTH.test(`1${word.toLowerCase()}`) && word !== ''

/** A number without a unit counts days; without a comparison it means what `unsaid` says. */
export function readAgo(text: string, unsaid: Ago['is']): Ago | undefined {
  const { sign, rest } = split(text)
  const match = LENGTH.exec(rest)
  if (match === null) return undefined
  const is = sign.includes('>') ? 'over' : sign.includes('<') ? 'within' : unsaid
  return { kind: 'ago', is, count: Number(match[1]), unit: UNITS[match[2]?.charAt(0) ?? 'd'] ?? 'day' }
}

/** Days as a person in `zone` means them now; a month without a year is the latest that has begun. */
export function readBetween(text: string, now: Instant, zone: Zone): Between | undefined {
  const today = dayIn(now, zone)
  const { sign, rest } = split(text)
  const [first = '', last] = rest.split('..')
  if (last !== undefined) {
    const from = days(first, today)?.from
    const to = days(last, today)?.to
    return from === undefined || to === undefined || from > to ? undefined : { kind: 'between', from, to }
  }
  const span = days(first, today)
  if (span === undefined) return undefined
  if (sign.includes('>'))
    return { kind: 'between', from: sign.includes('=') ? span.from : addDays(span.to, 1), to: null }
  if (sign.includes('<'))
    return { kind: 'between', from: null, to: sign.includes('=') ? span.to : addDays(span.from, -1) }
  return { kind: 'between', ...span }
}

const split = (text: string): { sign: string; rest: string } => {
  const [, sign = '', rest = ''] = /^([<>=]*) ?(.*)$/s.exec(text.toLowerCase().trim()) ?? []
  return { sign, rest }
}

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

/** The days that a date, a month or a year covers; also used where a `/silver` text says "in March". */
export function days(text: string, today: Day): { from: Day; to: Day } | undefined {
  if (text === 'today') return { from: today, to: today }
  if (text === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) }
  const date = /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) ? asDay(text) : undefined
  if (date !== undefined) return { from: date, to: date }
  if (/^(19|20)\d\d$/.test(text)) return { from: `${text}-01-01` as Day, to: `${text}-12-31` as Day }
  if (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text)) return month(Number(text.slice(0, 4)), Number(text.slice(5)))
  const [, name = '', year] = /^([a-z]{3,9}) ?((?:19|20)\d\d)?$/.exec(text) ?? []
  const number =
    name === ''
      ? 0
      : MONTHS.findIndex(
          (full) => full === name || full.slice(0, 3) === name || (name === 'sept' && full === 'september'),
        ) + 1
  if (number === 0) return undefined
  if (year !== undefined) return month(Number(year), number)
  const thisYear = Number(today.slice(0, 4))
  return month(number > Number(today.slice(5, 7)) ? thisYear - 1 : thisYear, number)
}

function month(year: number, number: number): { from: Day; to: Day } {
  const from = `${year}-${String(number).padStart(2, '0')}-01` as Day
  return { from, to: addDays(addMonths(from, 1), -1) }
}

export const printAgo = (ago: Ago): string => `${ago.is === 'over' ? '>' : '<'}${ago.count}${ago.unit.charAt(0)}`

export function printBetween({ from, to }: Between): string {
  if (from === null) return `<=${to}`
  if (to === null) return `>=${from}`
  return from === to ? from : `${from}..${to}`
}
