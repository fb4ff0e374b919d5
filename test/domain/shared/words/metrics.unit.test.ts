import { describe, expect, it } from 'vitest'
import type { WeekNumbers, YearNumbers } from '../../../../src/domain/metrics/numbers.ts'
import { metrics, metricsUses, rate } from '../../../../src/domain/shared/words/metrics.ts'

/** Only what a line reads. */
const week = (numbers: Partial<WeekNumbers>) => numbers as WeekNumbers
const year = (numbers: Partial<YearNumbers>) => numbers as YearNumbers
const share = (n: number, d: number) => ({ n, d })

describe('the lines of the numbers', () => {
  it('begin with what went well, and say so where nothing did', () => {
    const headline = (restarted: number, interviews: number, added: number) =>
      metrics.headline(week({ restarted, interviews, added }))
    expect(headline(0, 0, 0)).toBe('A quiet week: no conversation restarted')
    expect(headline(1, 0, 0)).toBe('1 conversation restarted')
    expect(headline(0, 1, 0)).toBe('1 interview from the bench')
    expect(headline(0, 0, 1)).toBe('1 person added')
    expect(headline(2, 3, 1_000)).toBe('2 conversations restarted, 3 interviews from the bench, 1,000 people added')
  })

  it('hold this week against the last', () => {
    const now = week({
      keptInTouch: share(41, 52),
      sent: 1,
      replied: 1_200,
      cohort: { delivered: 20, replied: 5, interested: 2 },
      followUp: share(3, 4),
      flagged: 6,
      added: 7,
    })
    const before = week({
      keptInTouch: share(0, 0),
      sent: 9,
      replied: 3,
      cohort: { delivered: 10, replied: 1, interested: 1 },
      followUp: share(1, 4),
      flagged: 2,
      added: 1,
    })
    expect(metrics.keptInTouch(now, before)).toBe('*Kept in touch*  41 / 52 finalists (79 %), last week –')
    expect(metrics.activity(now, before)).toBe('*Written to*  1 person, 1,200 wrote back; last week 9 and 3')
    expect(metrics.activity(before, before)).toBe('*Written to*  9 people, 3 wrote back; last week 9 and 3')
    expect(metrics.cohort(now, before)).toBe(
      '*Replies*  5 / 20 (25 %), interested 2 / 5 (40 %), sends of two weeks ago; the week before 1 / 10 (10 %), interested 1 / 1 (100 %)',
    )
    expect(metrics.followUp(now, before)).toBe(
      '*Followed up*  3 / 4 reminders (75 %) within their day, last week 1 / 4 (25 %)',
    )
    expect(metrics.flags(now, before)).toBe('*Flags*  6, last week 2; people added 7, last week 1')
  })

  it('hold pools against all others, where five of each are there', () => {
    const days = (pools: number, others: number) => ({
      pools: { days: 30.5, n: pools },
      others: { days: others === 0 ? undefined : 41, n: others },
    })
    expect(metrics.daysToHire(year({ daysToHire: days(5, 5) }))).toBe(
      '*Days to hire*  pools 30.5 (n 5), others 41 (n 5)',
    )
    expect(metrics.daysToFill(year({ daysToFill: days(5, 4) }))).toBe(
      '*Days to fill*  pools 30.5 (n 5), others 41 (n 4); too few to compare',
    )
    expect(metrics.daysToFill(year({ daysToFill: days(4, 0) }))).toBe(
      '*Days to fill*  pools 30.5 (n 4), others –; too few to compare',
    )
    const none = { pools: share(0, 0), others: share(0, 0) }
    expect(metrics.offers(year({ offers: share(0, 0), offersOf: none }))).toBe('*Offers accepted*  – this year')
  })

  it('say where hires came from', () => {
    expect(metrics.sources(year({ sources: [], hires: share(0, 0) }))).toBe('*Where hires came from*  –')
    const sources = [
      { source: 'silver_medallist', hires: 3 },
      { source: 'job_board', hires: 1 },
    ]
    expect(metrics.sources(year({ sources, hires: share(3, 4) }))).toBe(
      '*Where hires came from*  silver medallist 3 / 4 (75 %), job board 1 / 4 (25 %)',
    )
  })

  it.each([
    [undefined, 2, 9, '2 / 9 (22 %) this year'],
    [25, 1, 4, '1 / 4 (25 %) this year, goal 25 %: reached'],
    [25, 2, 9, '2 / 9 (22 %) this year, goal 25 %: one of the next three reaches it'],
    [25, 0, 4, '0 / 4 (0 %) this year, goal 25 %: two of the next four reach it'],
    [100, 0, 0, '– this year, goal 100 %: the next one from pools reaches it'],
    [80, 1, 2, '1 / 2 (50 %) this year, goal 80 %: the next three from pools reach it'],
    [50, 0, 15, '0 / 15 (0 %) this year, goal 50 %: the next 15 from pools reach it'],
    [100, 0, 1, '0 / 1 (0 %) this year, goal 100 %: out of reach this year'],
  ])('hold a goal of %s %% against %d of %d', (goal, n, d, told) =>
    expect(metrics.hires(year({ hires: share(n, d) }), goal)).toBe(`*Hires from pools*  ${told}`),
  )

  it('say what is next', () => {
    const { replies, notTold, overdue, drafts } = metrics.next
    expect([replies(1), replies(2)]).toEqual(['1 reply waits for an answer', '2 replies wait for an answer'])
    expect([notTold(1), notTold(2)]).toEqual([
      'nobody has told 1 person the outcome for a week or more',
      'nobody has told 2 people the outcome for a week or more',
    ])
    expect([overdue(1, 0), overdue(2, 1)]).toEqual(['1 finalist overdue', '2 finalists overdue, 1 without an owner'])
    expect([drafts(1), drafts(2)]).toEqual([
      '1 draft waits for approval: `/outreach`',
      '2 drafts wait for approval: `/outreach`',
    ])
  })

  it('thank by name', () => {
    expect(metrics.thanks(['Ines', metrics.thanked('Rui', 1)])).toBe('*Thanks to* Ines, Rui (a flag was taken up)')
    expect(metrics.thanked('Rui', 2)).toBe('Rui (2 flags were taken up)')
    expect([metrics.pictureMissing(1), metrics.pictureMissing(2)].map((text) => text.slice(0, 12))).toEqual([
      'A picture co',
      'The pictures',
    ])
  })

  it('are told with their counts', () => {
    expect(rate(share(1_000, 2_000), 'people')).toBe('1,000 / 2,000 people (50 %)')
    expect(rate(share(1, 3))).toBe('1 / 3 (33 %)')
  })

  it('ask “Did you mean” where something is near, and name a goal’s day where it has one', () => {
    expect([metricsUses.unknown('gaols', 'goals'), metricsUses.unknown('zz', undefined)]).toEqual([
      '`/metrics` does not know “gaols”. Did you mean `/metrics goals`?',
      '`/metrics` does not know “zz”.',
    ])
    expect([metricsUses.noPool('sre', 'SRE'), metricsUses.noPool('zz', undefined)]).toEqual([
      'There is no pool “sre”. Did you mean `/metrics pool SRE`?',
      'There is no pool “zz”. `/pool` lists them.',
    ])
    expect([metricsUses.goal(25, undefined), metricsUses.goal(25, 'December')]).toEqual([
      '*Goal*  25 % of hires from pools',
      '*Goal*  25 % of hires from pools by December',
    ])
  })
})
