import { describe, expect, it } from 'vitest'
import { laterDay } from '../../../src/domain/replies/later.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

/** A Monday. */
const today = '2026-02-02' as Day

describe('the day that "later" proposes', () => {
  it.each([
    ['Happy to talk again after my bonus in March.', '2026-04-01'],
    ['I am tied up until the end of June, then free.', '2026-07-01'],
    ['Could we speak in May?', '2026-05-01'],
    ['Not before September, please', '2026-09-01'],
    ['Let us talk again in mid April.', '2026-04-15'],
    ['Perhaps in late October', '2026-10-20'],
    ['in January', '2027-01-01'],
    ['after March 2027', '2027-04-01'],
    ['on 12 March', '2026-03-12'],
    ['March 12th would suit me', '2026-03-12'],
    ['1 February', '2027-02-01'],
    ['from 2026-06-15 on', '2026-06-15'],
    ['Ask me again in three months', '2026-05-02'],
    ['in about 6 weeks', '2026-03-16'],
    ['Maybe in a year', '2027-02-02'],
    ['in a couple of weeks', '2026-02-16'],
    ['next month', '2026-03-01'],
    ['after next month', '2026-04-01'],
    ['next week', '2026-02-09'],
    ['in the autumn', '2026-09-01'],
    ['after the summer', '2026-09-01'],
    ['in Q3', '2026-07-01'],
    ['once Q1 is over', '2026-04-01'],
    ['early next year', '2027-01-01'],
    ['after Christmas', '2027-01-01'],
    ['at the end of the quarter', '2026-04-01'],
    ['In May I am away. Better in July.', '2026-05-01'],
    ['Better in July, and in May I am away.', '2026-07-01'],
    ['I am back after \n\t the   holidays', '2027-01-01'],
    ['3rd of March, 2027', '2027-03-03'],
    ['Sept. 4th', '2026-09-04'],
    ['on 2 feb', '2027-02-02'],
    ['on 31 March', '2026-03-31'],
    ['until March 3, 2027', '2027-03-03'],
    ['early March', '2026-03-01'],
    ['maybe the middle of June', '2026-06-15'],
    ['by the end of June', '2026-07-01'],
    ['mid-June', '2026-06-15'],
    ['late June', '2026-06-20'],
    ['from late June on', '2026-06-20'],
    ['about mid June', '2026-06-15'],
    ['in June 2027', '2027-06-01'],
    ['In the new year', '2027-01-01'],
    ['next year', '2027-01-01'],
    ['in Q2, 2027', '2027-04-01'],
    ['Q2 2027 perhaps', '2027-04-01'],
    ['end of spring', '2026-06-01'],
    ['over the summer', '2026-06-01'],
    ['this winter', '2026-12-01'],
    ['next fall', '2026-09-01'],
    ['in a week', '2026-02-09'],
    ['in 10 days', '2026-02-12'],
    ['for another 2 weeks', '2026-02-16'],
    ['after the next few months', '2026-05-02'],
    ['in two more years', '2028-02-02'],
    ['after this month', '2026-03-01'],
    ['at the end of the month', '2026-03-01'],
    ['end of this year', '2027-01-01'],
    ['after the year', '2027-01-01'],
    ['after this quarter', '2026-04-01'],
    ['once we finish in March', '2026-04-01'],
    ['my notice finishes in March', '2026-04-01'],
    ['In March, when my leave is over', '2026-03-01'],
    ['in March is over', '2026-04-01'],
  ])('%s → %s', (text, day) => {
    expect(laterDay(text, today)).toBe(day)
  })

  it('lies ahead where the month has begun', () => {
    expect(laterDay('some time in February', today)).toBe('2026-02-09')
    expect(laterDay('after February', today)).toBe('2026-03-01')
  })

  it('is not proposed where no time was named', () => {
    for (const text of [
      '',
      'Not right now, thank you.',
      'I may come back to you',
      'We march on.',
      'in 99 moons',
      'call 2026-13-45',
      'in 0 days',
      'in March 2025',
      'on 32 foo',
      'in 5 moments',
      'on 0 May 2026',
      `${'x '.repeat(2_000)} in May`,
    ])
      expect(laterDay(text, today)).toBeUndefined()
  })

  it('is never a day that has passed', () => {
    expect(laterDay('I wrote on 2026-01-05 already', today)).toBeUndefined()
    expect(laterDay('since 2025-03-01', today)).toBeUndefined()
    expect(laterDay('today is 2026-02-02', today)).toBeUndefined()
    expect(laterDay('I wrote on 2026-01-05; ask me in May', today)).toBe('2026-05-01')
    expect(laterDay('in February', '2026-02-01' as Day)).toBe('2026-02-08')
    expect(laterDay('2 Feb', today)).toBe('2027-02-02')
  })
})
