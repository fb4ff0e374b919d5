import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CADENCE_STEPS,
  type Calendar,
  type Care,
  capacityOf,
  MOST_A_DAY,
  messagesADay,
  workingDaysWithin,
} from '../../../src/domain/pool/capacity.ts'
import { firstDays } from '../../../src/domain/pool/first-days.ts'
import { addDays, type Day, weekday } from '../../../src/domain/shared/time.ts'
import { runs } from '../runs.ts'

const FRIDAY = '2026-10-16' as Day
const calendar = (change: Partial<Calendar> = {}): Calendar => ({ today: FRIDAY, holidays: [], ...change })
/** Day by day, as a person would count them. */
const counted = (days: number, { today, holidays }: Calendar): number =>
  Array.from({ length: days }, (_, at) => addDays(today, at + 1)).filter(
    (day) => weekday(day) <= 5 && !holidays.includes(day),
  ).length

describe('the working days of a cadence', () => {
  it.each([
    [7, 5],
    [1, 1],
    [3, 1],
    [4, 2],
    [14, 10],
    [90, 64],
  ])('%d days behind a Friday have %d', (days, working) => {
    expect(workingDaysWithin(days, calendar())).toBe(working)
  })

  it('leave out the holidays of the workspace, each once, unless they fall on a weekend or outside', () => {
    const holidays = ['2026-10-19', '2026-10-19', '2026-10-17', '2026-10-16', '2026-10-24'] as Day[]
    expect(workingDaysWithin(7, calendar({ holidays }))).toBe(4)
  })

  it('are one at least, since somebody has to be written to on some day', () => {
    expect(workingDaysWithin(1, calendar({ holidays: ['2026-10-19' as Day] }))).toBe(1)
    expect(workingDaysWithin(0, calendar())).toBe(1)
  })

  it('are those that a person would count, whatever the day and the holidays', () => {
    const aDay = fc.integer({ min: 0, max: 800 }).map((ahead) => addDays('2026-01-01' as Day, ahead))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 730 }),
        aDay,
        fc.array(aDay, { maxLength: 12 }),
        (days, today, holidays) => {
          expect(workingDaysWithin(days, { today, holidays })).toBe(Math.max(1, counted(days, { today, holidays })))
        },
      ),
      runs(200),
    )
  })
})

describe('what a pool asks of its owner', () => {
  it('is its people over the working days of its cadence', () => {
    expect(messagesADay([{ people: 128, cadenceDays: 90 }], calendar())).toBe(2)
    expect(messagesADay([], calendar())).toBe(0)
    expect(capacityOf({ people: 64, cadenceDays: 90 }, [], calendar())).toEqual({
      people: 64,
      cadenceDays: 90,
      perDay: 1,
      inAll: 1,
      fits: true,
      slower: 120,
      give: 32,
    })
  })

  it('counts everything that the owner carries already', () => {
    const others = [
      { people: 128, cadenceDays: 90 },
      { people: 10, cadenceDays: 7 },
    ]
    const asked = capacityOf({ people: 128, cadenceDays: 90 }, others, calendar())
    expect([asked.perDay, asked.inAll, asked.fits]).toEqual([2, 6, false])
    // Four a day are taken, so one is left: 64 of the 128.
    expect(asked.give).toBe(64)
    expect(asked.slower).toBe(180)
  })

  it('fits as long as a morning has room for it, and not a message more', () => {
    const exactly = capacityOf({ people: 25, cadenceDays: 7 }, [], calendar())
    expect([exactly.inAll, exactly.fits]).toEqual([MOST_A_DAY, true])
    expect(capacityOf({ people: 26, cadenceDays: 7 }, [], calendar())).toMatchObject({
      fits: false,
      give: 1,
      slower: 14,
    })
  })

  it('cannot be slowed down where no cadence helps, or where it is the slowest already', () => {
    expect(capacityOf({ people: 100_000, cadenceDays: 90 }, [], calendar()).slower).toBeUndefined()
    expect(capacityOf({ people: 10, cadenceDays: 730 }, [], calendar()).slower).toBeUndefined()
    const full = [{ people: 30, cadenceDays: 7 }]
    expect(capacityOf({ people: 10, cadenceDays: 90 }, full, calendar())).toMatchObject({ slower: undefined, give: 10 })
  })

  it('is nothing where nobody is in it', () => {
    const empty = capacityOf({ people: 0, cadenceDays: 90 }, [], calendar())
    expect(empty).toMatchObject({ perDay: 0, inAll: 0, fits: true, give: undefined })
    expect(capacityOf({ people: 1, cadenceDays: 90 }, [], calendar()).give).toBe(1)
  })

  const aCare = fc.record({ people: fc.integer({ min: 0, max: 3_000 }), cadenceDays: fc.integer({ min: 7, max: 730 }) })
  it('what is proposed keeps its promise: slower, it fits; part given away, the rest fits', () => {
    fc.assert(
      fc.property(aCare, fc.array(aCare, { maxLength: 4 }), (pool: Care, others: readonly Care[]) => {
        const asked = capacityOf(pool, others, calendar())
        const carried = messagesADay(others, calendar())
        const inAll = (change: Partial<Care>) => carried + messagesADay([{ ...pool, ...change }], calendar())
        expect(asked.fits).toBe(inAll({}) <= MOST_A_DAY)
        if (asked.slower !== undefined) {
          expect(asked.slower).toBeGreaterThan(pool.cadenceDays)
          expect(inAll({ cadenceDays: asked.slower })).toBeLessThanOrEqual(MOST_A_DAY)
          const gentler = CADENCE_STEPS.filter((step) => step > pool.cadenceDays && step < (asked.slower ?? 0))
          for (const cadenceDays of gentler) expect(inAll({ cadenceDays })).toBeGreaterThan(MOST_A_DAY)
        }
        if (asked.give !== undefined) {
          expect(asked.give).toBeGreaterThanOrEqual(1)
          expect(asked.give).toBeLessThanOrEqual(pool.people)
          if (carried <= MOST_A_DAY)
            expect(inAll({ people: pool.people - asked.give })).toBeLessThanOrEqual(MOST_A_DAY + 1e-6)
          // Nobody is given away for nothing.
          if (!asked.fits && carried <= MOST_A_DAY)
            expect(inAll({ people: pool.people - asked.give + 1 })).toBeGreaterThan(MOST_A_DAY - 1e-6)
        }
      }),
      runs(300),
    )
  })
})

describe('the first days of many who come into a pool at once', () => {
  it('are a morning’s work a working day, beginning today', () => {
    const days = firstDays(12, 90, calendar())
    expect(days).toEqual([
      ...Array.from({ length: 5 }, () => FRIDAY),
      ...Array.from({ length: 5 }, () => '2026-10-19'),
      '2026-10-20',
      '2026-10-20',
    ])
  })

  it('leave out weekends and holidays, today too', () => {
    expect(firstDays(1, 90, calendar({ today: '2026-10-17' as Day }))).toEqual(['2026-10-19'])
    expect(firstDays(1, 90, calendar({ holidays: [FRIDAY, '2026-10-19' as Day] }))).toEqual(['2026-10-20'])
    expect(firstDays(0, 90, calendar())).toEqual([])
  })

  it('are more a day only where they would not be over within the cadence', () => {
    const days = firstDays(640, 90, calendar())
    expect(days.filter((day) => day === FRIDAY)).toHaveLength(10)
    expect(days.at(-1)).toBe('2027-01-13')
    expect(firstDays(320, 90, calendar()).filter((day) => day === FRIDAY)).toHaveLength(5)
    expect(firstDays(321, 90, calendar()).filter((day) => day === FRIDAY)).toHaveLength(6)
  })

  it('never bring up more than a morning’s work on one day, and nobody after the cadence is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 7, max: 400 }), (people, cadenceDays) => {
        const days = firstDays(people, cadenceDays, calendar())
        const most = Math.max(MOST_A_DAY, Math.ceil(people / workingDaysWithin(cadenceDays, calendar())))
        const perDay = new Map<Day, number>()
        for (const day of days) perDay.set(day, (perDay.get(day) ?? 0) + 1)
        expect(days).toHaveLength(people)
        expect(Math.max(...perDay.values())).toBeLessThanOrEqual(most)
        expect(days).toEqual(days.toSorted())
        expect((days.at(-1) ?? '') <= addDays(FRIDAY, cadenceDays)).toBe(true)
      }),
      runs(100),
    )
  })
})
