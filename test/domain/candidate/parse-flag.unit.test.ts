import { describe, expect, it } from 'vitest'
import { parseFlag } from '../../../src/domain/candidate/parse-flag.ts'

const flagged = (message: string) =>
  parseFlag(message, {
    roles: ['Senior SRE', 'Product Designer', 'Account Executive'],
    memberNames: ['Tom Becker', 'Ines Duarte', 'Priya Raman', 'Marek Novak', 'Ana Pinto'],
    speakers: ['Tom Becker'],
  })

describe('flagging a message', () => {
  it('takes the message as the reason and hears "I would hire her"', () => {
    const message = "Superb on incident design; we went with Marek by a hair. I'd hire her tomorrow."
    expect(flagged(message)).toEqual({ fullName: undefined, role: undefined, excerpt: message, wouldHire: 'yes_now' })
  })

  it('knows the candidate from the colleague who won', () => {
    expect(
      flagged('Nadia Rahimi was superb on incident design for the Senior SRE role; we went with Marek Novak.'),
    ).toMatchObject({
      fullName: 'Nadia Rahimi',
      role: 'Senior SRE',
    })
    expect(flagged('We went with Peter Smith over Lena Fischer').fullName).toBe('Lena Fischer')
  })

  it.each([
    ['Interviewed Ana Souza with Ines Duarte today', 'Ana Souza'],
    ["Met Jean-Luc de la Cruz O'Neil yesterday", "Jean-Luc de la Cruz O'Neil"],
    ['Great debrief on Product Designer: Sofia London nailed the portfolio', 'Sofia London'],
    ['Tom Becker interviewed Mei Tan', 'Mei Tan'],
  ])('finds the name in "%s"', (message, name) => expect(flagged(message).fullName).toBe(name))

  it.each([
    'Superb candidate',
    'Senior SRE in New York',
    'Thanks Tom Becker!',
    '<@U123ABC> was great',
    'Kubernetes Terraform',
    'Great Product Designer',
  ])('guesses no name in "%s"', (message) => {
    expect(flagged(message).fullName).toBeUndefined()
  })

  it('finds the one job that "the SRE role" can mean', () => {
    expect(flagged('great for the SRE role').role).toBe('Senior SRE')
    expect(flagged('great for the engineer role').role).toBeUndefined()
  })

  it.each([
    ['would hire again at a lower level', 'another_level'],
    ['great fit for the Platform team', 'another_team'],
    ["I wouldn't hire them", undefined],
  ])('hears "%s"', (message, wouldHire) => expect(flagged(message).wouldHire).toBe(wouldHire))

  it('cuts a long message to what a field holds', () => expect(flagged('a'.repeat(9_000)).excerpt).toHaveLength(3_000))
})
