import { describe, expect, it } from 'vitest'
import { dueAt, zoneFor } from '../../../src/domain/outreach/due.ts'
import { DEFAULT_QUIET_HOURS, parseQuietHours } from '../../../src/domain/outreach/quiet-hours.ts'
import { outreachSettings } from '../../../src/domain/outreach/settings.ts'
import { instant, UTC } from '../../../src/domain/shared/time.ts'
import { zone } from '../../support/outreach-builders.ts'

const approved = (at: string, where: string, notBefore?: string) =>
  dueAt({
    approvedAt: instant(at),
    holdSeconds: 60,
    quietHours: DEFAULT_QUIET_HOURS,
    zone: zone(where),
    now: instant(at),
    notBefore: notBefore === undefined ? undefined : instant(notBefore),
  })

describe('when an approved message leaves', () => {
  it('by day after the hold, in which it can be undone', () => {
    expect(approved('2026-10-14T12:00:00Z', 'Europe/Lisbon')).toEqual({
      at: instant('2026-10-14T12:01:00Z'),
      moved: undefined,
    })
  })
  it('at 21:40 for Ana: at 08:45 her time', () => {
    expect(approved('2026-10-14T20:40:00Z', 'Europe/Lisbon')).toEqual({
      at: instant('2026-10-15T07:45:00Z'),
      moved: 'night',
    })
  })
  it('before dawn: the same morning', () => {
    expect(approved('2026-10-14T03:00:00Z', 'Europe/Lisbon').at).toBe(instant('2026-10-14T07:45:00Z'))
  })
  it('on Friday evening: on Monday morning', () => {
    expect(approved('2026-10-16T20:00:00Z', 'Europe/Lisbon').at).toBe(instant('2026-10-19T07:45:00Z'))
  })
  it('on Sunday at noon: on Monday morning, because of the weekend', () => {
    expect(approved('2026-10-18T12:00:00Z', 'Europe/Lisbon')).toEqual({
      at: instant('2026-10-19T07:45:00Z'),
      moved: 'weekend',
    })
  })
  it('over the night in which clocks go back: still 08:45 by her clock', () => {
    expect(approved('2026-10-23T21:00:00Z', 'Europe/Lisbon').at).toBe(instant('2026-10-26T08:45:00Z'))
  })
  it('where the hold ends in the night, it is the night that counts', () => {
    expect(approved('2026-10-14T18:59:30Z', 'Europe/Lisbon')).toEqual({
      at: instant('2026-10-15T07:45:00Z'),
      moved: 'night',
    })
  })
  it('not before the time for which it is scheduled', () => {
    expect(approved('2026-10-14T12:00:00Z', 'Europe/Lisbon', '2026-10-20T09:30:00Z').at).toBe(
      instant('2026-10-20T09:30:00Z'),
    )
  })
  it('at once after the hold where quiet hours are off, weekends included', () => {
    const sunday = instant('2026-10-18T23:00:00Z')
    expect(dueAt({ approvedAt: sunday, holdSeconds: 10, quietHours: 'off', zone: UTC, now: sunday })).toEqual({
      at: instant('2026-10-18T23:00:10Z'),
      moved: undefined,
    })
  })
  it('goes by the candidate’s clock, else by the workspace’s', () => {
    expect(zoneFor(zone('Asia/Tokyo'), UTC)).toBe('Asia/Tokyo')
    expect(zoneFor(undefined, UTC)).toBe('UTC')
  })
})

describe('MEDALLIST_QUIET_HOURS', () => {
  it('is two clock times or off', () => {
    expect(parseQuietHours('20-8')).toEqual({ ok: true, value: { from: 1_200, to: 480 } })
    expect(parseQuietHours(' 20:30 – 7:45 ')).toEqual({ ok: true, value: { from: 1_230, to: 465 } })
    expect(parseQuietHours('22-24')).toEqual({ ok: true, value: { from: 1_320, to: 0 } })
    expect(parseQuietHours('OFF')).toEqual({ ok: true, value: 'off' })
  })
  it('is refused where it is no time, or leaves hardly any day', () => {
    expect(parseQuietHours('evening')).toEqual({ ok: false, refusal: 'unreadable' })
    expect(parseQuietHours('25-8')).toEqual({ ok: false, refusal: 'no_such_time' })
    expect(parseQuietHours('20:75-8')).toEqual({ ok: false, refusal: 'no_such_time' })
    expect(parseQuietHours('8-8')).toEqual({ ok: false, refusal: 'too_little_left' })
    expect(parseQuietHours('11-8')).toEqual({ ok: false, refusal: 'too_little_left' })
  })
})

describe('the settings of restraint', () => {
  it('name every value that is out of bounds at once', () => {
    const result = outreachSettings({ capCount: 0, holdSeconds: 99_999 })
    expect(result).toEqual({
      ok: false,
      refusal: [
        { setting: 'capCount', least: 1, most: 20 },
        { setting: 'holdSeconds', least: 0, most: 3_600 },
      ],
    })
  })
  it.each([
    '20-8',
    null,
    {},
    { from: 1200 },
    { from: '20:00', to: '8:00' },
    { from: 1200, to: 1440 },
    { from: 1200.5, to: 480 },
    { from: 480, to: 480 },
    { from: 660, to: 480 },
  ])('take no quiet hours that cannot be read, which would be no quiet at all: %j', (quietHours) => {
    expect(outreachSettings({ quietHours: quietHours as never })).toEqual({
      ok: false,
      refusal: [{ setting: 'quietHours' }],
    })
  })
  it('keep the defaults for whatever nobody changed', () => {
    expect(outreachSettings({ holdSeconds: 10, quietHours: 'off' })).toMatchObject({
      ok: true,
      value: { recontactDays: 90, capCount: 1, capDays: 14, holdSeconds: 10, quietHours: 'off' },
    })
  })
})
