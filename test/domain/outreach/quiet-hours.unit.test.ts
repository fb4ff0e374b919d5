import { describe, expect, it } from 'vitest'
import {
  DEFAULT_QUIET_HOURS,
  isQuietHours,
  nextOpen,
  parseQuietHours,
  quietAt,
} from '../../../src/domain/outreach/quiet-hours.ts'
import { instant } from '../../../src/domain/shared/time.ts'
import { lisbon } from '../../support/outreach-builders.ts'

const parsed = (text: string) => {
  const hours = parseQuietHours(text)
  return hours.ok ? hours.value : hours.refusal
}
/** October: Lisbon is an hour ahead of UTC. The 14th is a Wednesday. */
const at = (day: number, clock: string) => instant(`2026-10-${day}T${clock}:00+01:00`)

describe('quiet hours as an admin types them', () => {
  it.each([
    ['20-8', { from: 1_200, to: 480 }],
    [' 20:30 – 7:45 ', { from: 1_230, to: 465 }],
    ['0-6', { from: 0, to: 360 }],
    ['22-24', { from: 1_320, to: 0 }],
    ['4-0', { from: 240, to: 0 }],
    ['OFF', 'off'],
    ['8-4', { from: 480, to: 240 }],
    ['8-4:01', 'too_little_left'],
    ['8-8', 'too_little_left'],
    ['25-8', 'no_such_time'],
    ['20-25', 'no_such_time'],
    ['20:60-8', 'no_such_time'],
    ['24:01-8', 'no_such_time'],
    ['20:59-8', { from: 1_259, to: 480 }],
    ['20:5-8', 'unreadable'],
    ['at night', 'unreadable'],
    ['20-8 x', 'unreadable'],
    ['', 'unreadable'],
  ])('%j: %j', (text, hours) => expect(parsed(text)).toEqual(hours))

  it('are believed, when kept, only where they are whole', () => {
    for (const kept of ['off', DEFAULT_QUIET_HOURS, { from: 0, to: 1 }, { from: 1_439, to: 0 }])
      expect(isQuietHours(kept)).toBe(true)
    for (const kept of [
      null, undefined, 'on', 5, {}, { from: 1 }, { to: 1 }, { from: -1, to: 400 }, { from: 1_200, to: 1_440 }, { from: 1.5, to: 400 },
      { from: '1200', to: 480 }, { from: 480, to: 480 }, { from: 480, to: 300 },
    ])
      expect(isQuietHours(kept), JSON.stringify(kept)).toBe(false) // biome-ignore format: a list
  })
})

describe('a quiet moment', () => {
  const night = { from: 20 * 60, to: 8 * 60 }
  it.each([
    [14, '19:59', undefined], [14, '20:00', 'night'], [14, '07:59', 'night'], [14, '08:00', undefined], [16, '19:00', undefined], [17, '12:00', 'weekend'],
    [18, '23:00', 'weekend'], [19, '08:00', undefined],
  ] as const)('on the %dth at %s: %s', (day, clock, quiet) => expect(quietAt(at(day, clock), night, lisbon)).toBe(quiet)) // biome-ignore format: a table
  it('within a day begins and ends on the minute', () => {
    const noonRest = { from: 12 * 60, to: 14 * 60 }
    expect(['11:59', '12:00', '13:59', '14:00'].map((clock) => quietAt(at(14, clock), noonRest, lisbon))).toEqual([
      undefined,
      'night',
      'night',
      undefined,
    ])
  })
  it('is none where they are off, not even on a weekend', () => {
    expect(quietAt(at(17, '23:00'), 'off', lisbon)).toBeUndefined()
    expect(nextOpen(at(17, '23:00'), 'off', lisbon)).toBe(at(17, '23:00'))
  })
  it.each([
    [14, '12:00', 14, '12:00'], [14, '20:00', 15, '08:45'], [15, '07:59', 15, '08:45'], [16, '20:00', 19, '08:45'], [17, '03:00', 19, '08:45'], [18, '23:59', 19, '08:45'],
  ] as const)('of the %dth at %s ends on the %dth at %s', (day, clock, open, opening) =>
    expect(nextOpen(at(day, clock), night, lisbon)).toBe(at(open, opening)),
  ) // biome-ignore format: a table
  it('ends on the stroke where the next begins before the morning is older', () => {
    expect(nextOpen(at(14, '21:00'), { from: 8 * 60 + 30, to: 8 * 60 }, lisbon)).toBe(at(15, '08:00'))
  })
})
