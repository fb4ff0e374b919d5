/** Lengths of time and days in a query: `>90d`, `<3m`, `2026-03-01`, `2026-03`, `march`, `yesterday`, `2026-01-01..2026-03-31`, `90d..6m`. */
import { saidDays } from '../../candidate/said-days.ts'
import { addDays, dayIn, type Instant, type Zone } from '../../shared/time.ts'
import type { Ago, AgoUnit, Between } from './ast.ts'

const LENGTH = /^(\d{1,4}) ?(d|days?|w|wks?|weeks?|m|mos?|months?|y|yrs?|years?)?$/
const OR_MORE = /^(?!(?:19|20)\d\d\+)(\d[^+]*)\+([^+]*)$/
const UNITS: Readonly<Record<string, AgoUnit>> = { d: 'day', w: 'week', m: 'month', y: 'year' }

/** A number without a unit counts days; without a comparison it means what `unsaid` says. */
export function readAgo(text: string, unsaid: Ago['is']): Ago | undefined {
  const { sign, rest: said } = split(text)
  const [, count, unit] = OR_MORE.exec(said) ?? []
  // "90d+" and "90+ days" are that long or longer.
  if (count !== undefined) return sign === '' ? readAgo(`>${count}${unit}`, 'over') : undefined
  const match = LENGTH.exec(said)
  if (match === null) return undefined
  const is = sign.includes('>') ? 'over' : sign.includes('<') ? 'within' : unsaid
  return { kind: 'ago', is, count: Number(match[1]), unit: UNITS[match[2]?.charAt(0) ?? 'd'] ?? 'day' }
}

/** `90d..6m`: longer ago than the shorter of the two, less long ago than the longer. */
export function readAgoRange(text: string): { readonly over: Ago; readonly within: Ago } | undefined {
  const [first = '', last, ...others] = text
    .toLowerCase()
    .trim()
    .split(/ ?\.\. ?/)
  if (last === undefined || others.length > 0 || !/[a-z]/.test(last)) return undefined
  // "90..180d" counts days twice.
  const unit = /[a-z]+$/.exec(last)?.[0] ?? ''
  const a = LENGTH.test(first) ? readAgo(/[a-z]/.test(first) ? first : first + unit, 'over') : undefined
  const b = LENGTH.test(last) ? readAgo(last, 'within') : undefined
  if (a === undefined || b === undefined || days(a) === days(b)) return undefined
  const [near, far] = days(a) < days(b) ? [a, b] : [b, a]
  return { over: { ...near, is: 'over' }, within: { ...far, is: 'within' } }
}

const DAYS = { day: 1, week: 7, month: 30.4, year: 365 } as const satisfies Record<AgoUnit, number>
const days = ({ count, unit }: Ago): number => count * DAYS[unit]

/** Days as a person in `zone` means them now; a month without a year is the latest that has begun. */
export function readBetween(
  text: string,
  now: Instant,
  zone: Zone,
  daysOf: typeof saidDays = saidDays,
): Between | undefined {
  const today = dayIn(now, zone)
  const { sign, rest } = split(text)
  const [first = '', last] = rest.split('..')
  if (last !== undefined) {
    const from = daysOf(first, today)?.from
    const to = daysOf(last, today)?.to
    return from === undefined || to === undefined || from > to ? undefined : { kind: 'between', from, to }
  }
  const span = daysOf(first, today)
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

export const printAgo = (ago: Pick<Ago, 'is' | 'count' | 'unit'>): string =>
  `${ago.is === 'over' ? '>' : '<'}${ago.count}${ago.unit.charAt(0)}`

export function printBetween({ from, to }: Between): string {
  if (from === null) return `<=${to}`
  if (to === null) return `>=${from}`
  return from === to ? from : `${from}..${to}`
}
