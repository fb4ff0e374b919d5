import { describe, expect, it } from 'vitest'
import { readStay, STAY_CHOICES, STAY_WORDING, stayLinkUntil } from '../../../src/domain/consent/stay-in-touch.ts'
import { DAY, type Day, instant } from '../../../src/domain/shared/time.ts'

const today = '2026-11-22' as Day
const said = (answer: string, when = '', day = '') => {
  const read = readStay({ answer, when, day }, today)
  return read.ok ? read.value : read.refusal
}

describe('what a candidate answers to “May I stay in touch?”', () => {
  it('may be a no, whatever else the form says', () => {
    expect(said('no')).toEqual({ kind: 'no' })
    expect(said('no', 'date', 'nonsense')).toEqual({ kind: 'no' })
  })

  it.each([
    ['months_3', '2027-02-22'],
    ['months_6', '2027-05-22'],
    ['months_12', '2027-11-22'],
  ])('yes, %s is %s', (when, nextTouch) => expect(said('yes', when)).toEqual({ kind: 'yes', nextTouch }))

  it.each([
    ['', 'months_3', '', 'when_missing'],
    ['perhaps', 'date', '2027-01-01', 'when_missing'],
    ['yes', '', '2027-01-01', 'when_missing'],
    ['yes', 'toString', '', 'when_missing'],
    ['yes', 'date', 'in spring', 'no_such_day'],
    ['yes', 'date', '2027-02-30', 'no_such_day'],
    ['yes', 'date', '2026-11-22', 'day_past'],
    ['yes', 'date', '2026-11-21', 'day_past'],
    ['yes', 'date', '2028-11-23', 'day_too_far'],
  ])('%j, %j, %j is not enough: %s', (answer, when, day, problem) => expect(said(answer, when, day)).toBe(problem))

  it('may be a day of their own, from tomorrow for two years', () => {
    expect(said('yes', 'date', '2026-11-23')).toEqual({ kind: 'yes', nextTouch: '2026-11-23' })
    expect(said('yes', 'date', '2028-11-22')).toEqual({ kind: 'yes', nextTouch: '2028-11-22' })
  })

  it('is kept with the wording that they read, and a link that lasts ninety days', () => {
    expect(STAY_WORDING).toMatch(/^stay-in-touch-\d+$/)
    expect(Object.values(STAY_CHOICES)).toEqual([3, 6, 12])
    const sent = instant('2026-03-01T12:00:00Z')
    expect(stayLinkUntil(sent) - sent).toBe(90 * DAY)
  })
})
