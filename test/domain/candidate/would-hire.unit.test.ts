import { describe, expect, it } from 'vitest'
import { deniesAnything, wouldHireIn } from '../../../src/domain/candidate/would-hire.ts'

describe('whether somebody would be hired', () => {
  it.each([
    "I'd never hire her again.",
    "I don't think we should hire her today.",
    "We can't hire her now, no headcount",
    'We cannot hire Nadia today',
    "I don't think, honestly, that we should hire her again",
    "I'd be reluctant to hire her again",
    "I doubt we'd hire her",
    "I'd hire him tomorrow. I'd never hire her again.",
    "I wouldn't hire them",
    'Should we hire her today?',
    'not too senior for the role',
    "She isn't too junior for this",
    'not a good fit for the Platform team',
    "I don't think she is a great fit for the Data team",
  ])('is no yes: %s', (text) => expect(wouldHireIn(text)).toBeUndefined())

  it.each([
    "I'd hire her tomorrow",
    "Not the strongest coder, but I'd hire her tomorrow.",
    "She had never seen Go and I'd still hire her",
    "I wouldn't hesitate to hire her again",
    "I wouldn't think twice, hire her now",
    "No question, I'd hire her",
    "No doubt we'd hire her",
    'Without a doubt we would hire Nadia',
    "I can't wait to hire her again",
    "We did not have the budget. I'd hire her now.",
    "I'd hire her today, no doubt",
    "I'd hire her today, there is nobody like her",
  ])('is a yes: %s', (text) => expect(wouldHireIn(text)).toBe('yes_now'))

  it.each([
    ['Not right for this role, maybe at another level', 'another_level'],
    ['too senior for this, not too senior for the next', 'another_level'],
    ['Not for us, but a great fit for the Platform team', 'another_team'],
    ["We don't have the seat; she'd shine on another team", 'another_team'],
  ])('is a yes elsewhere: %s', (text, answer) => expect(wouldHireIn(text)).toBe(answer))

  it('is denied in any of the ways in which people deny', () => {
    for (const text of [
      "I don't want her on my team",
      'We can’t have her back',
      'We could not take her',
      'No offer for her',
    ])
      expect(deniesAnything(text), text).toBe(true)
    for (const text of [
      'I would want her back',
      "I wouldn't hesitate to have her back",
      'Back on my team, no question',
    ])
      expect(deniesAnything(text), text).toBe(false)
  })
})
