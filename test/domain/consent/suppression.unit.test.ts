import { describe, expect, it } from 'vitest'
import { gravest, isAboutTheAddress, SUPPRESSION_REASONS } from '../../../src/domain/consent/suppression.ts'
import { daysAgo } from '../../support/outreach-builders.ts'

describe('an address that must not be written to', () => {
  it('is out for the gravest of its reasons, however old', () => {
    const gravestFirst = ['erased', 'complaint', 'unsubscribed', 'asked_not_to', 'wrong_person', 'hard_bounce'] as const
    expect([...gravestFirst].toSorted()).toEqual([...SUPPRESSION_REASONS].toSorted())
    for (const [at, reason] of gravestFirst.entries()) {
      const lighter = gravestFirst.slice(at).map((other, ago) => ({ reason: other, at: daysAgo(50 - ago) }))
      expect(gravest(lighter.toReversed())?.reason).toBe(reason)
    }
    expect(gravest([])).toBeUndefined()
  })

  it('is out since the first time that it was said', () => {
    const said = [3, 9, 5].map((days) => ({ reason: 'unsubscribed' as const, at: daysAgo(days) }))
    expect(gravest(said)?.at).toBe(daysAgo(9))
  })

  it('is itself at fault, or the person does not want to hear from us', () => {
    expect(SUPPRESSION_REASONS.filter(isAboutTheAddress)).toEqual(['hard_bounce', 'wrong_person'])
  })
})
