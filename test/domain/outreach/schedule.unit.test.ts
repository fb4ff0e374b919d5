import { describe, expect, it } from 'vitest'
import { quietAt } from '../../../src/domain/outreach/quiet-hours.ts'
import { scheduleProblem, suggestTimes } from '../../../src/domain/outreach/schedule.ts'
import { DAY, dayIn, HOUR, instant, plus, weekday } from '../../../src/domain/shared/time.ts'
import { day, zone } from '../../support/outreach-builders.ts'

const night = { from: 20 * 60, to: 8 * 60 }
const at = (text: string) => instant(text)
const suggest = (now: string, more: Partial<Parameters<typeof suggestTimes>[0]> = {}) =>
  suggestTimes({ now: at(now), zone: zone('Europe/Lisbon'), quietHours: night, holidays: [], ...more }).map((one) =>
    new Date(one).toISOString().slice(0, 16),
  )

describe('the moments that suit them', () => {
  it('begin with their next working morning, by their clock', () => {
    // A Friday evening in winter: Monday at a quarter to nine is next.
    expect(suggest('2026-02-27T18:00:00Z')).toEqual([
      '2026-03-02T08:45',
      '2026-03-02T14:00',
      '2026-03-09T08:45',
      '2026-03-16T08:45',
    ])
    expect(suggest('2026-03-03T07:00:00Z')[0]).toBe('2026-03-03T08:45')
    // Tokyo's Tuesday morning is our Monday night.
    expect(suggest('2026-03-02T12:00:00Z', { zone: zone('Asia/Tokyo') })[0]).toBe('2026-03-02T23:45')
  })

  it('leave out weekends and holidays', () => {
    const holidays = [day('2026-03-02'), day('2026-03-03')]
    const all = suggest('2026-02-27T18:00:00Z', { holidays })
    expect(all[0]).toBe('2026-03-04T08:45')
    for (const one of all) {
      expect(weekday(dayIn(at(`${one}:00Z`), zone('Europe/Lisbon')))).toBeLessThan(6)
      expect(holidays).not.toContain(one.slice(0, 10))
    }
  })

  it('never lie in a night that begins later', () => {
    const late = { from: 19 * 60, to: 10 * 60 }
    for (const one of suggest('2026-03-02T12:00:00Z', { quietHours: late }))
      expect([one, quietAt(at(`${one}:00Z`), late, zone('Europe/Lisbon'))]).toEqual([one, undefined])
    expect(suggest('2026-03-02T12:00:00Z', { quietHours: late })).toContain('2026-03-03T10:45')
  })

  it('begin on the day that the gate names, at the earliest', () => {
    expect(suggest('2026-03-02T12:00:00Z', { notBefore: day('2026-03-14') })[0]).toBe('2026-03-16T08:45')
    expect(suggest('2026-03-02T12:00:00Z', { notBefore: day('2020-01-01') })).toEqual(suggest('2026-03-02T12:00:00Z'))
  })

  it('are all still to come, in order, each once, whatever the day', () => {
    for (let hour = 0; hour < 24 * 8; hour += 5) {
      const now = plus(at('2026-03-26T00:00:00Z'), hour * HOUR)
      const times = suggestTimes({ now, zone: zone('Europe/Lisbon'), quietHours: night, holidays: [] })
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b))
      expect(times.every((one) => one > now)).toBe(true)
    }
  })
})

describe('a moment that somebody chose', () => {
  it('is still to come, and within ninety days', () => {
    const now = at('2026-03-02T12:00:00Z')
    expect(scheduleProblem(now, now)).toBe('in_past')
    expect(scheduleProblem(plus(now, 1), now)).toBeUndefined()
    expect(scheduleProblem(plus(now, 90 * DAY), now)).toBeUndefined()
    expect(scheduleProblem(plus(now, 90 * DAY + 1), now)).toBe('too_far')
  })
})
