/** Lengths of time and days in a query: `>90d`, `<3m`, `2026-03-01`, `2026-03`, `march`, `yesterday`, `2026-01-01..2026-03-31`. */
import { saidDays } from '../../candidate/said-days.ts'
import { addDays, dayIn, type Instant, type Zone } from '../../shared/time.ts'
import type { Ago, AgoUnit, Between } from './ast.ts'

const LENGTH = /^(\d{1,4}) ?(d|days?|w|wks?|weeks?|m|mos?|months?|y|yrs?|years?)?$/
const UNITS: Readonly<Record<string, AgoUnit>> = { d: 'day', w: 'week', m: 'month', y: 'year' }

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
    const from = saidDays(first, today)?.from
    const to = saidDays(last, today)?.to
    return from === undefined || to === undefined || from > to ? undefined : { kind: 'between', from, to }
  }
  const span = saidDays(first, today)
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

export const printAgo = (ago: Ago): string => `${ago.is === 'over' ? '>' : '<'}${ago.count}${ago.unit.charAt(0)}`

export function printBetween({ from, to }: Between): string {
  if (from === null) return `<=${to}`
  if (to === null) return `>=${from}`
  return from === to ? from : `${from}..${to}`
}
