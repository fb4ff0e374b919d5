import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekCsv } from '../../../src/domain/metrics/csv.ts'
import { medianOf } from '../../../src/domain/metrics/median.ts'
import { percent, towards, type WeekNumbers } from '../../../src/domain/metrics/numbers.ts'
import { firstDay, lastDay, thisWeek, weekBefore, weeksEarlier } from '../../../src/domain/metrics/weeks.ts'
import type { PoolId } from '../../../src/domain/shared/ids.ts'
import { type Day, instant, type Zone } from '../../../src/domain/shared/time.ts'
import { metrics, rate } from '../../../src/domain/shared/words/metrics.ts'

const LONDON = 'Europe/London' as Zone

describe('a rate', () => {
  it('is told with what it is counted from', () => {
    expect(rate({ n: 41, d: 52 }, 'finalists')).toBe('41 / 52 finalists (79 %)')
    expect(rate({ n: 0, d: 7 })).toBe('0 / 7 (0 %)')
  })
  it('of nobody is no rate, which is not 0 %', () => {
    expect(rate({ n: 0, d: 0 }, 'finalists')).toBe('–')
    expect(percent({ n: 0, d: 0 })).toBeUndefined()
  })
})

describe('a goal', () => {
  it('says what reaches it', () => {
    expect(towards(25, { n: 2, d: 9 })).toEqual({ pools: 1, of: 3 })
    expect(metrics.hires({ hires: { n: 2, d: 9 } } as never, 25)).toBe(
      '*Hires from pools*  2 / 9 (22 %) this year, goal 25 %: one of the next three reaches it',
    )
    expect(metrics.hires({ hires: { n: 0, d: 0 } } as never, 25)).toContain(
      'goal 25 %: one of the next four reaches it',
    )
  })
  it('that is reached says so', () => {
    expect(towards(25, { n: 1, d: 4 })).toBeUndefined()
    expect(metrics.hires({ hires: { n: 1, d: 4 } } as never, 25)).toContain('goal 25 %: reached')
  })
  it('is reached by what it names, and by no fewer and no later', () => {
    const cases = fc.record({ goal: fc.integer({ min: 1, max: 80 }), n: fc.nat(40), more: fc.nat(60) })
    fc.assert(
      fc.property(cases, ({ goal, n, more }) => {
        const left = towards(goal, { n, d: n + more })
        const share = (pools: number, all: number) => (100 * (n + pools)) / (n + more + all)
        if (left === undefined) {
          expect(share(0, 0)).toBeGreaterThanOrEqual(goal)
          return
        }
        expect(share(left.pools, left.of)).toBeGreaterThanOrEqual(goal)
        expect(share(left.pools, left.of + 1)).toBeLessThan(goal)
        if (left.pools > 1) expect(share(left.pools - 1, left.pools - 1)).toBeLessThan(goal)
      }),
    )
  })
  it('of every hire is out of reach once one came from elsewhere, and that ends', () => {
    expect(metrics.hires({ hires: { n: 0, d: 1 } } as never, 100)).toContain('goal 100 %: out of reach this year')
  })
})

describe('a median', () => {
  it('is the middle, or halfway between the two there, and of none nothing', () => {
    expect(medianOf([30, 10, 20])).toEqual({ days: 20, n: 3 })
    expect(medianOf([10, 40, 20, 30])).toEqual({ days: 25, n: 4 })
    expect(medianOf([])).toEqual({ days: undefined, n: 0 })
  })
})

describe('a week', () => {
  it('is from Monday to Sunday by the workspace’s clock, whatever the clocks do', () => {
    const week = weekBefore('2026-03-30' as Day, LONDON)
    expect([firstDay(week, LONDON), lastDay(week, LONDON)]).toEqual(['2026-03-23', '2026-03-29'])
    // An hour less, because the clocks went forward.
    expect((week.to - week.from) / 3_600_000).toBe(7 * 24 - 1)
  })
  it('that is running goes until now, and the one before it is whole', () => {
    const now = instant('2026-03-25T10:00:00Z')
    const week = thisWeek(now, LONDON)
    const before = weeksEarlier(week, 1, LONDON)
    expect([firstDay(week, LONDON), week.to]).toEqual(['2026-03-23', now])
    expect([firstDay(before, LONDON), before.to]).toEqual(['2026-03-16', week.from])
  })
})

describe('the file of the numbers', () => {
  const none = { n: 0, d: 0 }
  const quiet: WeekNumbers = {
    keptInTouch: { n: 41, d: 52 },
    overdueWithoutOwner: 0,
    restarted: 0,
    interviews: 0,
    sent: 0,
    replied: 0,
    cohort: { delivered: 0, replied: 0, interested: 0 },
    followUp: none,
    added: 0,
    flagged: 0,
    notTold: 0,
    repliesWaiting: 0,
    draftsWaiting: 0,
    year: {
      hires: none,
      daysToHire: { pools: medianOf([]), others: medianOf([]) },
      daysToFill: { pools: medianOf([]), others: medianOf([]) },
      offers: none,
      offersOf: { pools: none, others: none },
      costs: [],
      funnel: [],
      unsubscribed: none,
      bounced: none,
      attention: [],
      sources: [],
    },
    thanks: [],
  }
  const pool = (name: string) => ({
    poolId: 'p' as PoolId,
    name,
    size: 1,
    inTouch: 1,
    fresh: 1,
    week: undefined,
    hiredThisYear: undefined,
  })
  it('holds numerators and denominators, and runs no formula that is a pool’s name', () => {
    const csv = weekCsv({ now: quiet, before: quiet, pools: [pool('=1+1'), pool('a, "b"\nc')] })
    expect(csv).toContain('kept in touch,41,52,41,52')
    expect(csv).toContain("'=1+1,1,1")
    expect(csv).toContain('"a, ""b""\nc",1,1')
  })
})
