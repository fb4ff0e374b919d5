import { describe, expect, it } from 'vitest'
import { mergeCandidate, type ProfileFields } from '../../../src/domain/candidate/merge.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const day = (text: string) => text as Day
const aProfile = (fields: Partial<ProfileFields> = {}): ProfileFields => ({
  fullName: 'Ana Souza',
  phone: undefined,
  profileLink: undefined,
  consideredRole: 'Senior SRE',
  standing: 'told_no',
  standingDay: day('2026-03-12'),
  reason: 'close_second',
  stageReached: undefined,
  bringBack: undefined,
  advice: undefined,
  skills: [],
  location: undefined,
  remoteOk: undefined,
  seniority: undefined,
  tier: undefined,
  ownerId: undefined,
  nextTouch: undefined,
  ...fields,
})
const outcomes = (existing: ProfileFields, typed: ProfileFields) =>
  Object.fromEntries(mergeCandidate(existing, typed).differences.map(({ field, outcome }) => [field, outcome]))

describe('merging a form into somebody whom we know', () => {
  it('shows no difference where there is none', () => {
    expect(mergeCandidate(aProfile(), aProfile({ fullName: 'ana souza' })).differences).toEqual([])
  })

  it('fills what was empty, keeps what was there, joins skills and wishes', () => {
    const existing = aProfile({ location: 'Lisbon', skills: ['go'], bringBack: 'remote' })
    const typed = aProfile({ location: 'Porto', skills: ['go', 'rust'], bringBack: 'incident leadership', tier: 'A' })
    expect(mergeCandidate(existing, typed).merged).toMatchObject({
      location: 'Lisbon',
      skills: ['go', 'rust'],
      bringBack: 'remote\nincident leadership',
      tier: 'A',
    })
    expect(outcomes(existing, typed)).toEqual({
      location: 'kept',
      skills: 'joined',
      bringBack: 'joined',
      tier: 'filled',
    })
  })

  it('lets an empty field of the form erase nothing', () => {
    expect(mergeCandidate(aProfile({ phone: '+351912345678' }), aProfile()).merged.phone).toBe('+351912345678')
  })

  it.each([
    ['told_no', 'interviewing', 'interviewing'],
    ['not_told', 'told_no', 'not_told'],
    ['hired', 'told_no', 'hired'],
    ['withdrew', 'declined_offer', 'declined_offer'],
  ] as const)('of %s and %s takes the one that lets fewer messages out', (before, now, taken) => {
    const merge = mergeCandidate(aProfile({ standing: before }), aProfile({ standing: now }))
    expect(merge.merged.standing).toBe(taken)
    expect(merge.differences).toContainEqual(expect.objectContaining({ field: 'standing', outcome: 'stricter' }))
  })

  it('of two rejections takes the later, with its role and reason: one process is one story', () => {
    const typed = aProfile({ consideredRole: 'Staff SRE', standingDay: day('2026-10-01'), reason: 'level' })
    expect(mergeCandidate(aProfile(), typed).merged).toMatchObject({
      consideredRole: 'Staff SRE',
      standingDay: '2026-10-01',
      reason: 'level',
    })
    expect(mergeCandidate(typed, aProfile()).merged).toMatchObject({ consideredRole: 'Staff SRE', reason: 'level' })
  })

  it('does not lend the day of one rejection to another process', () => {
    const typed = aProfile({
      consideredRole: 'Designer',
      standing: 'interviewing',
      standingDay: undefined,
      reason: undefined,
    })
    expect(mergeCandidate(aProfile(), typed).merged).toMatchObject({
      standing: 'interviewing',
      standingDay: undefined,
      reason: undefined,
    })
  })

  it('keeps the earlier promise', () => {
    const merge = mergeCandidate(aProfile({ nextTouch: day('2026-12-01') }), aProfile({ nextTouch: day('2027-03-01') }))
    expect(merge.merged.nextTouch).toBe('2026-12-01')
  })

  it('does what the person picks instead', () => {
    const existing = aProfile({ location: 'Lisbon', standing: 'not_told', standingDay: undefined })
    const typed = aProfile({ location: 'Porto' })
    const { merged } = mergeCandidate(existing, typed, { location: 'typed', standing: 'typed' })
    expect(merged).toMatchObject({ location: 'Porto', standing: 'told_no', standingDay: '2026-03-12' })
  })
})
