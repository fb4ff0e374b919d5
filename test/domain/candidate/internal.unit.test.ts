import { describe, expect, it } from 'vitest'
import { isSeenBy, NOBODY, viewerOf } from '../../../src/domain/candidate/internal.ts'
import type { MemberId } from '../../../src/domain/shared/ids.ts'
import type { Role } from '../../../src/domain/shared/roles.ts'

const [ines, ben] = ['ines', 'ben'] as MemberId[] as [MemberId, MemberId]
const as = (memberId: MemberId, ...roles: Role[]) => viewerOf(memberId, new Set(roles), 'ines@example.com')
const colleague = { kind: 'internal', ownerId: ines } as const
const outsider = { kind: 'near_miss', ownerId: ines } as const

describe('whom somebody sees among internal staff', () => {
  it('is everybody for an admin, whoever looks after them', () => {
    expect(isSeenBy(colleague, as(ben, 'admin', 'recruiter'))).toBe(true)
    expect(isSeenBy({ ...colleague, ownerId: undefined }, as(ben, 'admin'))).toBe(true)
  })

  it('is only whom they look after for anybody else', () => {
    expect(isSeenBy(colleague, as(ines, 'recruiter'))).toBe(true)
    expect(isSeenBy(colleague, as(ben, 'recruiter'))).toBe(false)
    expect(isSeenBy({ ...colleague, ownerId: undefined }, as(ben, 'recruiter'))).toBe(false)
  })

  it('is nobody in a channel', () => {
    expect(isSeenBy(colleague, NOBODY)).toBe(false)
    expect(isSeenBy({ ...colleague, ownerId: undefined }, NOBODY)).toBe(false)
    expect(NOBODY.email).toBeUndefined()
  })

  it('says nothing of people who are no colleagues: those everybody sees', () => {
    for (const viewer of [as(ben, 'recruiter'), as(ben, 'employee'), NOBODY])
      expect(isSeenBy(outsider, viewer)).toBe(true)
  })

  it('remembers whose own record is never shown to them', () => {
    expect(as(ines, 'admin')).toEqual({ memberId: 'ines', sees: 'all', email: 'ines@example.com' })
    expect(viewerOf(ben, new Set(['recruiter']), undefined)).toEqual({ memberId: 'ben', sees: 'own', email: undefined })
  })
})
