import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSlot, type Rhythm, slotsDue } from '../../../src/domain/nurture/slots.ts'
import {
  addDays,
  DAY,
  type Day,
  dayIn,
  HOUR,
  instant,
  MINUTE,
  plus,
  weekday,
  type Zone,
} from '../../../src/domain/shared/time.ts'

const LONDON = 'Europe/London' as Zone
const daily: Rhythm = { weekdays: [1, 2, 3, 4, 5], minuteOfDay: 8 * 60 + 30, except: new Set(), missed: 'latest' }
const weekly: Rhythm = { weekdays: [1], minuteOfDay: 9 * 60, except: new Set(), missed: 'each' }

const zones = fc.constantFrom<Zone>(
  ...([
    'Europe/London',
    'America/New_York',
    'America/Santiago',
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ] as Zone[]),
)
const moments = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }).map(instant)
const rhythms = fc.record({
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  minuteOfDay: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  except: fc.constant(new Set<Day>()),
  missed: fc.constant<'each'>('each'),
})

describe('the slots of a recurring job', () => {
  it('each come exactly once, however often the tick comes and whatever the clocks do', () => {
    fc.assert(
      fc.property(
        zones,
        moments,
        rhythms,
        fc.array(fc.integer({ min: 1, max: 5 * 24 * 60 }), { maxLength: 40 }),
        (zone, start, rhythm, gaps) => {
          let since = dayIn(start, zone)
          let now = start
          const begun: Day[] = []
          for (const gap of gaps) {
            now = plus(now, gap * MINUTE)
            for (const { day } of slotsDue(now, zone, since, rhythm)) {
              begun.push(day)
              since = day
            }
          }
          const wanted: Day[] = []
          for (let day = addDays(dayIn(start, zone), 1); day <= dayIn(now, zone); day = addDays(day, 1))
            if (rhythm.weekdays.includes(weekday(day))) wanted.push(day)
          // The last one may be of a minute that is still to come today.
          expect([wanted, wanted.slice(0, -1)]).toContainEqual(begun)
        },
      ),
    )
  })

  it('are never due before their time', () => {
    fc.assert(
      fc.property(zones, moments, rhythms, (zone, now, rhythm) => {
        for (const slot of slotsDue(now, zone, addDays(dayIn(now, zone), -10), rhythm))
          expect(slot.at).toBeLessThanOrEqual(now)
        expect(nextSlot(now, zone, rhythm)?.at).toBeGreaterThan(now)
      }),
    )
  })

  it('are the latest alone for nudges and each one for digests, when nobody was up for two weeks', () => {
    const now = instant('2026-03-16T12:00:00Z')
    expect(slotsDue(now, LONDON, '2026-03-01' as Day, daily).map(({ day }) => day)).toEqual(['2026-03-16'])
    expect(slotsDue(now, LONDON, '2026-03-01' as Day, weekly).map(({ day }) => day)).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
    ])
  })

  it('skip weekends and holidays', () => {
    const friday = instant('2026-12-25T12:00:00Z')
    const rhythm = { ...daily, except: new Set(['2026-12-25' as Day]) }
    expect(slotsDue(friday, LONDON, '2026-12-24' as Day, rhythm)).toEqual([])
    expect(nextSlot(friday, LONDON, rhythm)?.day).toBe('2026-12-28')
  })

  it('keep the wall clock on the days on which the clocks change', () => {
    const night: Rhythm = { ...daily, weekdays: [7], minuteOfDay: 90 }
    const [gap] = slotsDue(instant('2026-03-29T12:00:00Z'), LONDON, '2026-03-28' as Day, night)
    // Half past one does not exist that night; an hour later does.
    expect(gap?.at).toBe(instant('2026-03-29T01:30:00Z'))
    const [fold, ...again] = slotsDue(instant('2026-10-25T12:00:00Z'), LONDON, '2026-10-24' as Day, night)
    expect([fold?.at, again]).toEqual([instant('2026-10-25T00:30:00Z'), []])
  })

  it('go back four weeks at most', () => {
    const now = instant('2026-03-16T12:00:00Z')
    const due = slotsDue(now, LONDON, '2024-01-01' as Day, weekly)
    expect(due.length).toBe(5)
    expect(due[0]?.at).toBeGreaterThanOrEqual(plus(now, -28 * DAY - 12 * HOUR))
  })
})
