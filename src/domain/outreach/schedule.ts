/** *Schedule…*: moments that suit the candidate, by their own clock, on their working days. */
import { addDays, at, DAY, type Day, dayIn, type Instant, plus, weekday, type Zone } from '../shared/time.ts'
import { nextOpen, type QuietHours } from './quiet-hours.ts'

/** A quarter to nine: the day has begun, and the inbox of the morning is not yet read. */
const MORNING = 8 * 60 + 45
const AFTERNOON = 14 * 60
/** Farther ahead the facts grow old, and nobody remembers what they approved. */
export const SCHEDULE_DAYS = 90

export type ScheduleRequest = {
  readonly now: Instant
  readonly zone: Zone
  readonly quietHours: QuietHours
  /** Days without work, such as public holidays. */
  readonly holidays: readonly Day[]
  /** Nothing before the beginning of this day of theirs. */
  readonly notBefore?: Day | undefined
}

/** The next working morning first, then the afternoon, the next week's first morning, and the one a week later; in order, each once. */
export function suggestTimes(request: ScheduleRequest): readonly Instant[] {
  const { now, zone, notBefore } = request
  const today = dayIn(now, zone)
  const first = notBefore !== undefined && notBefore > today ? notBefore : today
  const morning = nextOn(request, first, MORNING)
  const monday = addDays(dayIn(morning, zone), 8 - weekday(dayIn(morning, zone)))
  const times = [
    morning,
    nextOn(request, first, AFTERNOON),
    nextOn(request, monday, MORNING),
    nextOn(request, addDays(monday, 7), MORNING),
  ]
  return [...new Set(times)].toSorted((one, other) => one - other)
}

/** Public holidays come in strings; more than this in a row is no calendar. */
const MOST_DAYS_AHEAD = 30

function nextOn({ now, zone, quietHours, holidays }: ScheduleRequest, from: Day, minuteOfDay: number): Instant {
  for (let ahead = 0; ahead < MOST_DAYS_AHEAD; ahead += 1) {
    const day = addDays(from, ahead)
    if (weekday(day) > 5 || holidays.includes(day)) continue
    const moment = nextOpen(at(day, minuteOfDay, zone), quietHours, zone)
    if (moment > now) return moment
  }
  return nextOpen(at(addDays(from, 1), minuteOfDay, zone), quietHours, zone)
}

/** What is wrong with a moment that somebody chose; `undefined` where nothing is. */
export function scheduleProblem(wanted: Instant, now: Instant): 'in_past' | 'too_far' | undefined {
  if (wanted <= now) return 'in_past'
  return wanted > plus(now, SCHEDULE_DAYS * DAY) ? 'too_far' : undefined
}
