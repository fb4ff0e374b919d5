import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt } from '../../../src/domain/outreach/due.ts'
import { type QuietHours, quietAt } from '../../../src/domain/outreach/quiet-hours.ts'
import { HOUR, instant, MINUTE, plus, SECOND, type Zone } from '../../../src/domain/shared/time.ts'
import { runs } from '../runs.ts'

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone')).map((name) => name as Zone)
const anyMinute = fc
  .integer({ min: Date.UTC(2025, 0) / MINUTE, max: Date.UTC(2028, 0) / MINUTE })
  .map((minute) => instant(minute * MINUTE))
/** Around the changes of clock, where mistakes live. */
const nearChange = fc
  .tuple(
    fc.constantFrom(
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-03-08T07:00Z',
      '2026-11-01T06:00Z',
      '2026-04-04T15:00Z',
      '2026-10-03T15:30Z',
    ),
    fc.integer({ min: -4_320, max: 2_880 }),
  )
  .map(([change, minutes]) => plus(instant(change), minutes * MINUTE))
const moments = fc.oneof(anyMinute, nearChange)
const changing = fc
  .constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/Santiago',
    'Africa/Cairo',
  )
  .map((name) => name as Zone)
const quietHours = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_200 }))
  .map(([from, length]): QuietHours => ({ from, to: (from + length) % 1_440 }))

/** The candidate's clock by Intl, which the code under test does not use. */
function isQuiet(at: number, quiet: Exclude<QuietHours, 'off'>, zone: Zone): boolean {
  const parts = clockOf(zone).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const minute = Number(part('hour')) * 60 + Number(part('minute'))
  const sinceNightfall = (minute - quiet.from + 1_440) % 1_440
  return ['Sat', 'Sun'].includes(part('weekday')) || sinceNightfall < (quiet.to - quiet.from + 1_440) % 1_440
}

const clocks = new Map<Zone, Intl.DateTimeFormat>()
/** Making one takes a hundred times as long as using it. */
function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  clocks.set(zone, clock)
  return clock
}

// Thousands of runs take a second alone, and longer beside a busy neighbour.
describe('an approved message', { timeout: 60_000 }, () => {
  it('never leaves in the candidate’s night or weekend, nor before the hold is over, in any zone on any day', () => {
    fc.assert(
      fc.property(
        moments,
        fc.oneof(zones, changing),
        quietHours,
        fc.integer({ min: 0, max: 3_600 }),
        fc.option(moments, { nil: undefined }),
        (approvedAt, zone, quiet, holdSeconds, notBefore) => {
          const due = dueAt({ approvedAt, holdSeconds, quietHours: quiet, zone, now: approvedAt, notBefore })
          expect(due.at).toBeGreaterThanOrEqual(approvedAt + holdSeconds * SECOND)
          if (notBefore !== undefined) expect(due.at).toBeGreaterThanOrEqual(notBefore)
          expect(quiet !== 'off' && isQuiet(due.at, quiet, zone)).toBe(false)
          expect(quietAt(due.at, quiet, zone)).toBeUndefined()
        },
      ),
      runs(2_000),
    )
  })

  it('says why where it was moved, and is not moved without a reason', () => {
    fc.assert(
      fc.property(moments, zones, quietHours, (approvedAt, zone, quiet) => {
        const due = dueAt({ approvedAt, holdSeconds: 60, quietHours: quiet, zone, now: approvedAt })
        expect(due.moved === undefined).toBe(due.at === approvedAt + 60 * SECOND)
      }),
      runs(1_000),
    )
  })

  it('does not sleep through an open morning: it leaves within two hours of the first moment that is open by day', () => {
    fc.assert(
      fc.property(moments, fc.oneof(zones, changing), (approvedAt, zone) => {
        const quiet = { from: 20 * 60, to: 8 * 60 }
        const due = dueAt({ approvedAt, holdSeconds: 0, quietHours: quiet, zone, now: approvedAt })
        for (let at = approvedAt as number; at < due.at - 2 * HOUR; at += 30 * MINUTE)
          expect(isQuiet(at, quiet, zone)).toBe(true)
      }),
      runs(200),
    )
  })
})
