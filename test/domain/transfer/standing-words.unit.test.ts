import { describe, expect, it } from 'vitest'
import { kindOf, standingOf } from '../../../src/domain/transfer/standing-words.ts'

describe('what other systems call where things stand', () => {
  it.each([
    ['Placed', 'hired'],
    ['Eingestellt', 'hired'],
    ['OFFER-DECLINED', 'declined_offer'],
    ['Angebot abgelehnt', 'declined_offer'],
    ['Withdrawn by candidate', 'withdrew'],
    ['Zurückgezogen', 'withdrew'],
    ['Not selected', 'told_no'],
    ['  runner--up  ', 'told_no'],
    ['In process', 'interviewing'],
    ['Phone screen', 'interviewing'],
    ['On hold', 'not_told'],
    ['Pending!', 'not_told'],
  ])('%s is %s', (text, standing) => expect(standingOf(text)).toBe(standing))

  it.each([
    ['Silver medallist', 'near_miss'],
    ['Offer declined', 'declined_offer'],
    ['Bewerber', 'past_applicant'],
    ['passive_candidate', 'passive'],
    ['Pre-screened', 'pre_assessed'],
    ['Referred', 'referral'],
    ['Former employee', 'alumni'],
    ['Employee', 'internal'],
    ['Contractor', 'freelance'],
  ])('somebody called %s is of the kind %s', (text, kind) => expect(kindOf(text)).toBe(kind))

  it('is not guessed at from part of a word, nor from a page of text', () => {
    expect([standingOf('rejected twice'), standingOf(''), kindOf('employees'), kindOf('???')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(standingOf(`hired${' '.repeat(200)}`)).toBe('hired')
    expect(standingOf(`hired${' '.repeat(95)}perhaps`)).toBe('hired')
  })
})
