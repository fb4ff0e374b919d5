import { describe, expect, it } from 'vitest'
import { firstReferral } from '../../../src/domain/candidate/referral.ts'
import type { MemberId } from '../../../src/domain/shared/ids.ts'
import type { Instant } from '../../../src/domain/shared/time.ts'

const by = (who: string, at: number, email?: string) => ({
  by: who as MemberId,
  at: at as Instant,
  email,
  creditTo: undefined,
})

describe('who referred somebody first', () => {
  it('is the earliest, however they are listed', () => {
    expect(firstReferral(undefined, [by('ben', 5), by('ana', 3), by('cem', 4)])?.by).toBe('ana')
    expect(firstReferral('a@x.example', [])).toBeUndefined()
  })
  it('counts an address however it is written, and a name without one', () => {
    expect(firstReferral('Ana@X.example', [by('ben', 5, 'ana@x.EXAMPLE')])?.by).toBe('ben')
    expect(firstReferral('ana@x.example', [by('ben', 5)])?.by).toBe('ben')
    expect(firstReferral(undefined, [by('ben', 5, 'ana@x.example')])?.by).toBe('ben')
  })
  it('knows that two addresses are two people of one name', () => {
    expect(firstReferral('ana@y.example', [by('ben', 5, 'ana@x.example')])).toBeUndefined()
  })
})
