/** A moment by somebody's clock, where it cannot be left to Slack to say it in the reader's. */
import type { Instant, Zone } from '../domain/shared/time.ts'

/** "Tue 3 Mar, 08:45" */
export function clockIn(at: Instant, zone: Zone): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`
}

/** "Europe/Lisbon" as "Lisbon" */
export const placeOfZone = (zone: Zone): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
