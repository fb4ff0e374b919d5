/**
 * When a recurring job is due. A slot is the day on which it runs by the workspace's own clock, so that each happens once however
 * often the tick comes, whatever daylight saving does, and on however many replicas.
 */
import { addDays, at, type Day, dayIn, daysBetween, type Instant, weekday, type Zone } from '../shared/time.ts'

export type Rhythm = {
  /** On which weekdays, 1 is Monday. */
  readonly weekdays: readonly number[]
  /** Minutes of the day by the workspace's clock: 08:30 is 510. */
  readonly minuteOfDay: number
  /** Days without a run, such as public holidays. */
  readonly except: ReadonlySet<Day>
  /** Ticks that were missed while nobody was up: the latest alone (a nudge of last Tuesday helps nobody), or each (every week has its digest). */
  readonly missed: 'latest' | 'each'
}

export type Slot = { readonly day: Day; readonly at: Instant }

/** Nobody reads the digest of the quarter before last. */
const MOST_DAYS_BACK = 28

/**
 * The slots that are due at `now` and lie behind `since`, the day of the last one that was begun or the day on which the workspace
 * came to us; oldest first.
 */
export function slotsDue(now: Instant, zone: Zone, since: Day, rhythm: Rhythm): readonly Slot[] {
  const today = dayIn(now, zone)
  const first = daysBetween(since, today) > MOST_DAYS_BACK ? addDays(today, -MOST_DAYS_BACK) : addDays(since, 1)
  const due: Slot[] = []
  for (let day = first; day <= today; day = addDays(day, 1)) {
    if (!rhythm.weekdays.includes(weekday(day)) || rhythm.except.has(day)) continue
    const moment = at(day, rhythm.minuteOfDay, zone)
    if (moment <= now) due.push({ day, at: moment })
  }
  return rhythm.missed === 'latest' ? due.slice(-1) : due
}

/** The next slot that is still to come, for *"the next digest comes on Monday at 9"*; `undefined` where none of the next four weeks has one. */
export function nextSlot(now: Instant, zone: Zone, rhythm: Rhythm): Slot | undefined {
  const today = dayIn(now, zone)
  for (let ahead = 0; ahead <= MOST_DAYS_BACK; ahead += 1) {
    const day = addDays(today, ahead)
    if (!rhythm.weekdays.includes(weekday(day)) || rhythm.except.has(day)) continue
    const moment = at(day, rhythm.minuteOfDay, zone)
    if (moment > now) return { day, at: moment }
  }
  return undefined
}
