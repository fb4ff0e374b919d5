/** Times as Slack words them, always in the reader's own zone. */
const LOCALE = 'en-US'

type Parts = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The wall clock of `zone` at an instant. */
function partsIn(zone: string, at: Date): Parts {
  const parts = new Intl.DateTimeFormat(LOCALE, {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
  }
}

/** Fills in Slack's date tokens, such as `{date_short_pretty} at {time}`. */
export function formatDate(seconds: number, format: string, zone: string, now: Date = new Date()): string {
  const at = new Date(seconds * 1000)
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => dateToken(token, at, zone, now) ?? whole)
}

function dateToken(token: string, at: Date, zone: string, now: Date): string | undefined {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }).format(at)
  const { year, month, day } = partsIn(zone, at)
  const ordinal = `${format({ month: 'long' })} ${day}${suffix(day)}, ${year}`
  switch (token) {
    case 'date_num':
      return `${year}-${pad(month)}-${pad(day)}`
    case 'date_slash':
      return `${pad(month)}/${pad(day)}/${year}`
    case 'date':
      return ordinal
    case 'date_short':
      return format({ month: 'short', day: 'numeric', year: 'numeric' })
    case 'date_long':
    case 'date_long_full':
      return `${format({ weekday: 'long' })}, ${ordinal}`
    case 'date_pretty':
      return nearDay(at, zone, now) ?? ordinal
    case 'date_short_pretty':
      return nearDay(at, zone, now) ?? format({ month: 'short', day: 'numeric', year: 'numeric' })
    case 'date_long_pretty':
      return nearDay(at, zone, now) ?? `${format({ weekday: 'long' })}, ${ordinal}`
    case 'day_divider_pretty':
      return dayDivider(at, zone, now)
    case 'time':
      return format({ hour: 'numeric', minute: '2-digit' })
    case 'time_secs':
      return format({ hour: 'numeric', minute: '2-digit', second: '2-digit' })
    case 'ago':
      return ago(at, now)
    default:
      return undefined
  }
}

/** "Today", "Yesterday" or "Monday, March 2nd", over the first message of a day. */
export function dayDivider(at: Date, zone: string, now: Date): string {
  const near = nearDay(at, zone, now)
  if (near) return near.charAt(0).toUpperCase() + near.slice(1)
  const { day, year } = partsIn(zone, at)
  const text = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, weekday: 'long', month: 'long' }).formatToParts(at)
  const part = (type: string) => text.find((each) => each.type === type)?.value ?? ''
  return `${part('weekday')}, ${part('month')} ${day}${suffix(day)}${year === partsIn(zone, now).year ? '' : `, ${year}`}`
}

/** The instant at which the clock of `zone` shows a local time such as `2026-03-02T09:30`. */
export function instantOf(local: string, zone: string): Date {
  const guess = Date.parse(`${local}:00Z`)
  // Twice, because the first correction may cross a change of clocks.
  const first = guess - offset(new Date(guess), zone)
  return new Date(guess - offset(new Date(first), zone))
}

/** The local time of an instant in the form that a datetime field takes. */
export function localOf(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = partsIn(zone, at)
  return `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`
}

function offset(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(zone, at)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}

function nearDay(at: Date, zone: string, now: Date): string | undefined {
  const day = (date: Date) => {
    const parts = partsIn(zone, date)
    return Math.round(Date.UTC(parts.year, parts.month - 1, parts.day) / 86_400_000)
  }
  return { '0': 'today', '-1': 'yesterday', '1': 'tomorrow' }[String(day(at) - day(now))]
}

function ago(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  const words = new Intl.RelativeTimeFormat(LOCALE)
  const steps = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step ? words.format(Math.round(seconds / step[1]), step[0]) : words.format(seconds, 'second')
}

const pad = (value: number): string => String(value).padStart(2, '0')

function suffix(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}
