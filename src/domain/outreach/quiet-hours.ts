/** The candidate's night and weekend, in which nothing leaves. They delay a message; they never refuse it. */

import { ok, type Result, refuse } from '../shared/result.ts'
import {
  addDays,
  at,
  type Day,
  dayIn,
  type Instant,
  MINUTE,
  minuteOfDayIn,
  plus,
  weekday,
  type Zone,
} from '../shared/time.ts'

/** Minutes of the day by the candidate's clock; `from` is later than `to` where the night crosses midnight. `off` lets weekends through too. */
export type QuietHours = 'off' | { readonly from: number; readonly to: number }

/** From eight in the evening to eight in the morning. */
export const DEFAULT_QUIET_HOURS: QuietHours = { from: 20 * 60, to: 8 * 60 }

/** A day with less than this left open would hold messages back for weeks. */
const LEAST_OPEN_MINUTES = 4 * 60
const WHOLE_DAY = 24 * 60

export type QuietHoursProblem = 'unreadable' | 'no_such_time' | 'too_little_left'

/** Reads `MEDALLIST_QUIET_HOURS`: `20-8`, `20:30-7:45` or `off`. */
export function parseQuietHours(text: string): Result<QuietHours, QuietHoursProblem> {
  const plain = text.trim().toLowerCase()
  if (plain === 'off') return ok('off')
  const parts = /^(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?$/.exec(plain)
  if (parts === null) return refuse('unreadable')
  const from = minutes(parts[1], parts[2])
  const to = minutes(parts[3], parts[4])
  if (from === undefined || to === undefined) return refuse('no_such_time')
  return leavesEnough(from, to) ? ok({ from, to }) : refuse('too_little_left')
}

function leavesEnough(from: number, to: number): boolean {
  const quiet = (to - from + WHOLE_DAY) % WHOLE_DAY
  return quiet !== 0 && WHOLE_DAY - quiet >= LEAST_OPEN_MINUTES
}

/** Whether what was kept is quiet hours: read wrongly, it would let everything out at night. */
export function isQuietHours(kept: unknown): kept is QuietHours {
  if (kept === 'off') return true
  if (typeof kept !== 'object' || kept === null || !('from' in kept) || !('to' in kept)) return false
  const { from, to } = kept
  return isMinute(from) && isMinute(to) && leavesEnough(from, to)
}

const isMinute = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < WHOLE_DAY

function minutes(hour: string | undefined, minute = '0'): number | undefined {
  const total = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && total <= WHOLE_DAY ? total % WHOLE_DAY : undefined
}

export type Quiet = 'night' | 'weekend' | undefined

/** Whether the candidate's clock says that this is no time for mail from us. */
export function quietAt(moment: Instant, quiet: QuietHours, zone: Zone): Quiet {
  if (quiet === 'off') return undefined
  if (weekday(dayIn(moment, zone)) > 5) return 'weekend'
  const minute = minuteOfDayIn(moment, zone)
  const night =
    quiet.from <= quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to
  return night ? 'night' : undefined
}

/** The first moment at or after this one that is not quiet; some minutes into the morning, since a mail on the stroke of eight reads as a machine's. */
export function nextOpen(moment: Instant, quiet: QuietHours, zone: Zone): Instant {
  if (quiet === 'off' || quietAt(moment, quiet, zone) === undefined) return moment
  let opening = moment
  while (quietAt(opening, quiet, zone) !== undefined) {
    const jump = at(openingDay(opening, quiet, zone), quiet.to, zone)
    // Where a clock is set back, the opening's first reading can lie behind us although its minute lies ahead.
    opening = jump > opening ? jump : plus(opening, MINUTE)
  }
  const settled = plus(opening, INTO_THE_MORNING)
  return quietAt(settled, quiet, zone) === undefined ? settled : opening
}

const INTO_THE_MORNING = 45 * MINUTE

/** The day on whose `to` the quiet time around this moment may end. */
function openingDay(moment: Instant, quiet: Exclude<QuietHours, 'off'>, zone: Zone): Day {
  const today = dayIn(moment, zone)
  const day = weekday(today)
  if (day > 5) return addDays(today, 8 - day)
  return minuteOfDayIn(moment, zone) < quiet.to ? today : addDays(today, 1)
}
