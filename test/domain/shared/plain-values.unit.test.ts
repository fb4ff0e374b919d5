import { describe, expect, it } from 'vitest'
import { clockOf, minutesOf } from '../../../src/domain/settings/clock.ts'
import {
  DEFAULT_WORKSPACE_SETTINGS,
  NUDGE_WAYS,
  SETTING_SECTIONS,
  WORKSPACE_BOUNDS,
} from '../../../src/domain/settings/workspace-settings.ts'
import { asId } from '../../../src/domain/shared/ids.ts'
import { messageLink } from '../../../src/domain/shared/permalink.ts'
import { never, ok, refuse } from '../../../src/domain/shared/result.ts'
import { may, PERMISSIONS, type ROLES, whoMay } from '../../../src/domain/shared/roles.ts'
import {
  addDays, addMonths, asDay, asZone, at, DAY, type Day, dayIn, daysBetween, HOUR, instant, MINUTE, minuteOfDayIn, plus, SECOND, UTC, weekday, type Zone,
} from '../../../src/domain/shared/time.ts' // biome-ignore format: a list

const day = (text: string) => text as Day
const lisbon = 'Europe/Lisbon' as Zone
const london = 'Europe/London' as Zone

describe('time', () => {
  it('is counted in milliseconds', () => {
    expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1_000, 60_000, 3_600_000, 86_400_000])
    expect(plus(instant('2026-03-01T00:00:00Z'), HOUR)).toBe(instant('2026-03-01T01:00:00Z'))
    expect(instant(new Date(5))).toBe(5)
  })
  it('knows the zones and days that there are', () => {
    expect([asZone('Europe/Lisbon'), asZone('UTC'), asZone('Europe/Nowhere'), asZone('')]).toEqual([
      lisbon,
      UTC,
      undefined,
      undefined,
    ])
    expect([asDay('2026-02-28'), asDay('2026-02-30'), asDay('soon')]).toEqual(['2026-02-28', undefined, undefined])
  })
  it('is another day and hour elsewhere', () => {
    const late = instant('2026-07-01T23:30:00Z')
    expect([dayIn(late, UTC), dayIn(late, lisbon)]).toEqual(['2026-07-01', '2026-07-02'])
    expect([minuteOfDayIn(late, UTC), minuteOfDayIn(late, lisbon)]).toEqual([23 * 60 + 30, 30])
    expect(at(day('2026-07-02'), 9 * 60 + 5, lisbon)).toBe(instant('2026-07-02T08:05:00Z'))
  })
  it('in the hour that is skipped is the later, in the one that comes twice the earlier', () => {
    expect(at(day('2026-03-29'), 90, london)).toBe(instant('2026-03-29T01:30:00Z'))
    expect(at(day('2026-10-25'), 90, london)).toBe(instant('2026-10-25T00:30:00Z'))
  })
  it('is counted by the calendar', () => {
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01')
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(daysBetween(day('2026-01-31'), day('2026-03-01'))).toBe(29)
    expect(daysBetween(day('2026-03-01'), day('2026-01-31'))).toBe(-29)
    expect([weekday(day('2026-11-23')), weekday(day('2026-11-22'))]).toEqual([1, 7])
  })
})

describe('a clock', () => {
  it.each([
    [0, '00:00'],
    [510, '08:30'],
    [23 * 60 + 59, '23:59'],
  ])('%d minutes are %s', (minutes, clock) => {
    expect(clockOf(minutes)).toBe(clock)
    expect(minutesOf(clock)).toBe(minutes)
  })
  it.each(['24:00', '12:60', '8:30', '08:30 ', 'x08:30', '', '3:00'])('does not show %j', (clock) =>
    expect(minutesOf(clock)).toBeUndefined(),
  )
})

describe('what a workspace begins with', () => {
  it('lies within what an admin may choose', () => {
    const { nudgeAt, digest, holidays, hiringChannels, cadenceDays, modelDailyTokens } = DEFAULT_WORKSPACE_SETTINGS
    const within = [
      [nudgeAt, WORKSPACE_BOUNDS.minuteOfDay],
      [digest.at, WORKSPACE_BOUNDS.minuteOfDay],
      [digest.weekday, WORKSPACE_BOUNDS.weekday],
      [holidays.length, WORKSPACE_BOUNDS.holidays],
      [hiringChannels.length, WORKSPACE_BOUNDS.hiringChannels],
      [cadenceDays, WORKSPACE_BOUNDS.cadenceDays],
      [modelDailyTokens, WORKSPACE_BOUNDS.modelDailyTokens],
    ] as const
    for (const [value, [least, most]] of within) {
      expect(value).toBeGreaterThanOrEqual(least)
      expect(value).toBeLessThanOrEqual(most)
    }
    expect([clockOf(nudgeAt), clockOf(digest.at), digest.weekday]).toEqual(['08:30', '09:00', 1])
    expect(WORKSPACE_BOUNDS.minuteOfDay).toEqual([0, 1_439])
    expect([holidays, hiringChannels]).toEqual([[], []])
  })
  it('is changed in sections, and a nudge comes in one of three ways', () => {
    expect(SETTING_SECTIONS).toEqual(['channels', 'rhythm', 'mail', 'restraint', 'model'])
    expect(NUDGE_WAYS).toEqual(['channel', 'dm', 'off'])
    expect(Object.values(WORKSPACE_BOUNDS).every(([least, most]) => least < most)).toBe(true)
  })
})

describe('who may do what', () => {
  const allowed = (role: (typeof ROLES)[number]) => PERMISSIONS.filter((permission) => may([role], permission))
  it('grows with the role', () => {
    expect(allowed('employee')).toEqual(['near_miss.flag'])
    expect(allowed('hiring_manager')).toEqual(['near_miss.flag', 'draft.answer'])
    expect(allowed('recruiter')).toEqual(PERMISSIONS.filter((permission) => permission !== 'settings.change'))
    expect(allowed('admin')).toEqual(PERMISSIONS)
  })
  it('is what any of several roles allows', () => {
    expect(may(['employee', 'hiring_manager'], 'draft.answer')).toBe(true)
    expect(may(['employee', 'hiring_manager'], 'draft.write')).toBe(false)
    expect(may([], 'near_miss.flag')).toBe(false)
  })
  it('names the least that would do', () => {
    expect(PERMISSIONS.map(whoMay)).toEqual([
      'employee',
      ...Array<string>(9).fill('recruiter'),
      'hiring_manager',
      'recruiter',
      'admin',
    ])
  })
})

describe('a link to a message in Slack', () => {
  const place = { channel: 'C1', ts: '1700000000.123456' }
  it('leads to it, and into its thread', () => {
    expect(messageLink('fernhollow', place)).toBe('https://fernhollow.slack.com/archives/C1/p1700000000123456')
    expect(messageLink('fernhollow', { ...place, threadTs: place.ts })).toBe(messageLink('fernhollow', place))
    expect(messageLink('Fern-2', { ...place, threadTs: '1.2' })).toBe(
      'https://Fern-2.slack.com/archives/C1/p1700000000123456?thread_ts=1.2&cid=C1',
    )
  })
  it.each(['', 'evil.example/', 'a b', '-x.y', 'a\nb'])('is none where the domain is %j', (domain) =>
    expect(messageLink(domain, place)).toBeUndefined(),
  )
})

describe('an id', () => {
  const uuid = '0190c0de-0000-7000-8000-00000000abcd'
  it('is a UUID, and nothing that only contains one', () => {
    expect(asId(uuid)).toBe(uuid)
    for (const text of [
      '',
      'x',
      `${uuid}0`,
      `x${uuid}`,
      uuid.toUpperCase(),
      uuid.replaceAll('-', ''),
      uuid.slice(0, -1),
    ])
      expect(asId(text), text).toBeUndefined()
  })
})

describe('a result', () => {
  it('is a value or a refusal; what cannot be is a fault', () => {
    expect([ok(1), refuse('no')]).toEqual([
      { ok: true, value: 1 },
      { ok: false, refusal: 'no' },
    ])
    expect(() => never({ kind: 'x' } as never)).toThrow('Unreachable: {"kind":"x"}')
  })
})
