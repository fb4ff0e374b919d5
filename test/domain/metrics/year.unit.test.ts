import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENOUGH_IN_GROUP, fourFifths } from '../../../src/domain/metrics/four-fifths.ts'
import type { FunnelStep, YearNumbers } from '../../../src/domain/metrics/numbers.ts'
import { isWorthDrawing } from '../../../src/domain/metrics/pictures.ts'
import { metrics } from '../../../src/domain/shared/words/metrics.ts'
import { money, metricsYear as words } from '../../../src/domain/shared/words/metrics-year.ts'

const group = (name: string, n: number, d: number) => ({ group: name, n, d })
const year = (change: Partial<YearNumbers>) => change as YearNumbers

describe('the four-fifths check', () => {
  it('holds the lowest share against the highest', () => {
    const found = fourFifths([group('mid', 2, 10), group('senior', 4, 10), group('staff', 3, 10)])
    expect(found).toMatchObject({ lowest: group('mid', 2, 10), highest: group('senior', 4, 10), percent: 50 })
    expect(found?.isUnder).toBe(true)
  })
  it('is passed at four fifths exactly, and not a hair below, whatever is printed', () => {
    expect(fourFifths([group('a', 4, 10), group('b', 5, 10)])).toMatchObject({ percent: 80, isUnder: false })
    expect(fourFifths([group('a', 398, 1_000), group('b', 5, 10)])).toMatchObject({ percent: 80, isUnder: true })
  })
  it('says nothing of a group of under five, of a single group, or where nobody was chosen', () => {
    expect(fourFifths([group('a', 0, 4), group('b', 5, 5)])).toBeUndefined()
    expect(fourFifths([group('a', 0, 4), group('b', 5, 5), group('c', 4, 5)])).toMatchObject({
      lowest: group('c', 4, 5),
      leftOut: 1,
    })
    expect(fourFifths([group('a', 0, 9), group('b', 0, 9)])).toBeUndefined()
  })
  it('names the true extremes, in whatever order the groups come', () => {
    const one = fc.record({ n: fc.nat(50), more: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (of) => {
        const groups = of.map(({ n, more }, index) => group(`g${index}`, n, n + more))
        const shares = groups.filter(({ d }) => d >= ENOUGH_IN_GROUP).map(({ n, d }) => n / d)
        const found = fourFifths(groups)
        expect(found === undefined).toBe(shares.length < 2 || Math.max(...shares) === 0)
        if (found === undefined) return
        expect(found.lowest.n / found.lowest.d).toBe(Math.min(...shares))
        expect(found.highest.n / found.highest.d).toBe(Math.max(...shares))
        expect(fourFifths(groups.toReversed())).toEqual(found)
      }),
    )
  })
  it('is told with its counts and its caution', () => {
    const told = words.fourFifths(
      year({
        attention: [
          { by: 'seniority', groups: [group('mid', 2, 10), group('senior', 4, 10)] },
          { by: 'kind', groups: [group('near_miss', 6, 20)] },
        ],
      }),
    )
    expect(told).toContain(
      'by seniority: 50 % (lowest mid 2 / 10 (20 %), highest senior 4 / 10 (40 %)), under four fifths',
    )
    expect(told).toContain('by how they came to us: not enough to say')
    expect(told).toContain('A reason to look closer, never a finding')
  })
})

describe('what hires cost', () => {
  it('is told for each currency by itself, with the hires it is counted from', () => {
    const told = words.costs(
      year({
        hires: { n: 2, d: 9 },
        costs: [
          { currency: 'GBP', pools: { total: 300_000, n: 2 }, others: { total: 4_500_050, n: 5 } },
          { currency: 'JPY', pools: { total: 0, n: 0 }, others: { total: 700_000, n: 1 } },
        ],
      }),
    )
    expect(told).toBe(
      '*Cost per hire*  pools £1,500 (n 2), others £9,000 (n 5); too few to compare; pools –, others JP¥700,000 (n 1); too few to compare; on record for 8 of 9 hires',
    )
  })
  it('is not spoken of where none is on record', () => {
    expect(words.costs(year({ hires: { n: 2, d: 9 }, costs: [] }))).toBeUndefined()
  })
  it('has as many decimals as its currency', () => {
    expect([money(120_050, 'EUR'), money(1_200, 'JPY')]).toEqual(['€1,201', 'JP¥1,200'])
  })
})

describe('offers', () => {
  it('of pools beside all others are compared from five each on', () => {
    const told = (d: number) =>
      metrics.offers(year({ offers: { n: 9, d: 10 }, offersOf: { pools: { n: d, d }, others: { n: 5, d: 6 } } }))
    expect(told(5)).toBe('*Offers accepted*  9 / 10 (90 %) this year; pools 5 / 5 (100 %), others 5 / 6 (83 %)')
    expect(told(4)).toContain('too few to compare')
  })
})

const STEPS: readonly FunnelStep[] = [
  { step: 'written', entered: 31, left: 20 },
  { step: 'replied', entered: 9, left: 3 },
  { step: 'interested', entered: 4, left: 0 },
  { step: 'interviewing', entered: 0, left: 0 },
  { step: 'hired', entered: 0, left: 0 },
]

describe('how far people came', () => {
  it('is told of everybody written to, and of each step who went no further', () => {
    expect(words.funnel(year({ funnel: STEPS }))).toBe(
      '*How far they came*  31 written to this year, wrote back 9 / 31 (29 %), interested 4 / 31 (13 %), interviewing 0 / 31 (0 %), hired 0 / 31 (0 %)',
    )
    expect(words.wentNoFurther(year({ funnel: STEPS }))).toBe(
      '*Went no further*  written to 20 / 31 (65 %), wrote back 3 / 9 (33 %), interested 0 / 4 (0 %), interviewing –',
    )
  })
  it('is – where nobody was written to', () => {
    expect(words.funnel(year({ funnel: STEPS.map(({ step }) => ({ step, entered: 0, left: 0 })) }))).toBe(
      '*How far they came*  –',
    )
  })
})

describe('a picture', () => {
  it('is drawn only where there is something to see', () => {
    const none = { n: 0, d: 0 }
    const week = { label: '', keptInTouch: none, sent: 0, replied: 0 }
    expect(isWorthDrawing({ kind: 'engagement', weeks: [week, week] })).toBe(false)
    expect(isWorthDrawing({ kind: 'engagement', weeks: [week, { ...week, replied: 1 }] })).toBe(true)
    expect(isWorthDrawing({ kind: 'engagement', weeks: [{ ...week, keptInTouch: { n: 0, d: 1 } }] })).toBe(true)
    const funnel = { kind: 'funnel', goalPercent: 25, hires: none } as const
    expect(isWorthDrawing({ ...funnel, steps: [] })).toBe(false)
    expect(isWorthDrawing({ ...funnel, steps: STEPS })).toBe(true)
    expect(isWorthDrawing({ ...funnel, steps: [], hires: { n: 0, d: 1 } })).toBe(true)
  })
  it('has words for whoever does not see it', () => {
    expect(metrics.alt.funnel(STEPS, { n: 2, d: 9 }, 25)).toBe(
      'How far those came whom we wrote to this year, as bars: written to 31, wrote back 9, interested 4, interviewing 0, hired 0. Hires from pools this year: 2 / 9 (22 %), goal 25 %.',
    )
    expect(
      metrics.alt.engagement([
        { keptInTouch: { n: 1, d: 4 }, sent: 3, replied: 1 },
        { keptInTouch: { n: 0, d: 0 }, sent: 0, replied: 0 },
      ]),
    ).toContain('Kept in touch 25 %, –. Written to 3, 0. Wrote back 1, 0.')
  })
})
