/** Time arrives as data: an `Instant` is milliseconds since the epoch in UTC, a `Day` an ISO date without a zone. */
import { Temporal } from 'temporal-polyfill'

declare const unit: unique symbol
export type Instant = number & { readonly [unit]: 'instant' }
/** `2026-03-31` */
export type Day = string & { readonly [unit]: 'day' }
/** An IANA name such as `Europe/Lisbon`. */
export type Zone = string & { readonly [unit]: 'zone' }

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const instant = (value: number | Date | string): Instant => new Date(value).getTime() as Instant
export const plus = (at: Instant, milliseconds: number): Instant => (at + milliseconds) as Instant

/** To ask takes a fifth of a millisecond, which an import does for every row. */
const zones = new Set<string>()
const MOST_ZONES = 1_000

/** `undefined` where the runtime knows no such zone. */
export function asZone(name: string): Zone | undefined {
  if (zones.has(name)) return name as Zone
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    if (timeZone !== '' && zones.size < MOST_ZONES) zones.add(name)
    return name as Zone
  } catch {
    return undefined
  }
}
export const UTC = 'UTC' as Zone

export function asDay(text: string): Day | undefined {
  try {
    return Temporal.PlainDate.from(text).toString() as Day
  } catch {
    return undefined
  }
}

const zoned = (at: Instant, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The calendar day that it is in `zone` at that instant. */
export const dayIn = (at: Instant, zone: Zone): Day => zoned(at, zone).toPlainDate().toString() as Day
/** The wall clock in `zone`: 21:40 is 1300. */
export const minuteOfDayIn = (at: Instant, zone: Zone): number => {
  const local = zoned(at, zone)
  return local.hour * 60 + local.minute
}
/** The instant of a wall clock on a day; in a gap or overlap of daylight saving the later reading for gaps, the earlier for overlaps. */
export const at = (day: Day, minuteOfDay: number, zone: Zone): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 },
  }).epochMilliseconds as Instant
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString() as Day
export const addMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString() as Day
/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek
