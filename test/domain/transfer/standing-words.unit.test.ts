import { describe, expect, it } from 'vitest'
import { standings } from '../../../src/domain/shared/words/candidates.ts'
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
  ])('%s is %s', (text, standing) => expect(standingOf(text, true)).toBe(standing))

  it('is out of every process for leads, but never for whoever applied, nor where a word may mean an application', () => {
    for (const word of ['Lead', 'prospect', 'Sourced', 'Talent pool', 'Never applied'])
      expect([standingOf(word, false), standingOf(word, true)]).toEqual(['withdrew', undefined])
    for (const word of ['New', 'None', 'Neu'])
      expect([standingOf(word, false), standingOf(word, true)]).toEqual([undefined, undefined])
  })

  it('is known in the words of our own export', () => {
    for (const [standing, words] of Object.entries(standings))
      expect(standingOf(words.replace(' on…', ''), true)).toBe(standing)
  })

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
    expect([standingOf('rejected twice', false), standingOf('', false), kindOf('employees'), kindOf('???')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(standingOf(`hired${' '.repeat(200)}`, false)).toBe('hired')
    expect(standingOf(`hired${' '.repeat(95)}perhaps`, false)).toBe('hired')
  })
})
