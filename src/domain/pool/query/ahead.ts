/** When somebody is to be spoken with next: `<7d`, `>30d`, `overdue`, `none`, `today`, `december`, `2026-12-01..2026-12-31`. */
import { saidDays } from '../../candidate/said-days.ts'
import { addDays, addMonths, type Day } from '../../shared/time.ts'
import type { Ago, Ahead, Between } from './ast.ts'
import type { QueryContext } from './filters.ts'
import type { Value } from './lex.ts'
import { type Read, unknown } from './read.ts'
import { readAgo, readBetween } from './when.ts'

export type Next = Ahead | Between | { readonly kind: 'overdue' | 'none' }

const OVERDUE = /^(overdue|late|past|missed)$/i
const NONE = /^(none|never|nothing|missing|unset)$/i

export function readNext({ text }: Value, { now, zone }: QueryContext): Read<Ago | Exclude<Next, Ahead>> {
  if (OVERDUE.test(text)) return { item: { kind: 'overdue' } }
  if (NONE.test(text)) return { item: { kind: 'none' } }
  const ahead = /^[<>=]*(19|20)\d\d$/.test(text) ? undefined : readAgo(text, 'within')
  const item = ahead ?? readBetween(text, now, zone, daysToCome)
  return item === undefined ? unknown(undefined, ['<7d', '>30d', 'overdue', 'none', '2026-12']) : { item }
}

export const toAhead = (when: Ago | Next): Next => (when.kind === 'ago' ? { ...when, kind: 'ahead' } : when)

/** As `saidDays`, but a day or a month without its year is the next one, and tomorrow is a day. */
function daysToCome(said: string, today: Day): ReturnType<typeof saidDays> {
  const text = said.toLowerCase().trim()
  const one = text === 'tomorrow' ? addDays(today, 1) : undefined
  if (one !== undefined) return { from: one, to: one }
  const thisMonth = `${today.slice(0, 8)}01` as Day
  if (text === 'next month') return saidDays('this month', addMonths(thisMonth, 1))
  if (text === 'next week') return saidDays('this week', addDays(today, 7))
  if (/^(?:this )?[a-z]+day$/.test(text) && !/^(to|yester)day$/.test(text)) return saidDays(text, addDays(today, 6))
  if (/^(today|yesterday|(this|last) \w+|.* ago)$/.test(text)) return saidDays(text, today)
  // Seen from the end of the eleventh month to come, the latest March that has begun is the next one.
  return saidDays(text, addDays(addMonths(thisMonth, 12), -1))
}

/** No calendar goes further. */
const FURTHEST = { day: 36_500, week: 5_200, month: 1_200, year: 100 } as const

export function dayAhead(today: Day, { count, unit }: Pick<Ahead, 'count' | 'unit'>): Day {
  const far = Math.min(count, FURTHEST[unit])
  if (unit === 'day' || unit === 'week') return addDays(today, far * (unit === 'week' ? 7 : 1))
  return addMonths(today, far * (unit === 'year' ? 12 : 1))
}
