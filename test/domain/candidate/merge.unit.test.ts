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
  company: undefined,
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

describe('each field of a merge', () => {
  const [march, october] = [day('2026-03-12'), day('2026-10-01')]
  const merged = (before: Partial<ProfileFields>, now: Partial<ProfileFields>, choices = {}) =>
    mergeCandidate(aProfile(before), aProfile(now), choices)

  it.each([
    ['fullName', 'Ana Souza', 'Ana M. Souza'],
    ['phone', '+351912345678', '+442079460958'],
    ['profileLink', 'https://example.com/ana', 'https://example.com/souza'],
    ['location', 'Lisbon', 'Porto'],
    ['remoteOk', true, false],
    ['seniority', 'senior', 'staff'],
    ['tier', 'A', 'B'],
    ['ownerId', 'owner-1', 'owner-2'],
    ['nextTouch', march, october],
  ] as const)('%s stays as it is on record, unless a person picks the new one', (field, before, now) => {
    const kept = merged({ [field]: before }, { [field]: now })
    expect(kept.merged[field]).toBe(before)
    expect(kept.differences).toEqual([{ field, existing: before, typed: now, merged: before, outcome: 'kept' }])
    const replaced = merged({ [field]: before }, { [field]: now }, { [field]: 'typed' })
    expect(replaced.merged[field]).toBe(now)
    expect(replaced.differences).toMatchObject([{ field, outcome: 'replaced' }])
  })

  it('takes the earlier touch, whichever side promised it', () => {
    expect(merged({ nextTouch: october }, { nextTouch: march }).merged.nextTouch).toBe(march)
    expect(merged({ nextTouch: october }, { nextTouch: march }).differences).toMatchObject([{ outcome: 'replaced' }])
    expect(merged({ tier: 'B' }, { tier: 'A' }).merged.tier).toBe('B')
  })

  it.each(['bringBack', 'advice'] as const)(
    '%s of both sides stand one below the other, and nothing twice',
    (field) => {
      expect(merged({ [field]: 'Remote' }, { [field]: 'leading people' }).merged[field]).toBe('Remote\nleading people')
      expect(merged({ [field]: 'Remote, from May' }, { [field]: 'remote' }).merged[field]).toBe('Remote, from May')
      expect(merged({ [field]: 'remote' }, { [field]: 'Remote, from May' }).merged[field]).toBe('Remote, from May')
      const [half, more] = ['x'.repeat(1_500), 'y'.repeat(1_499)]
      expect(merged({ [field]: half }, { [field]: more }).merged[field]).toBe(`${half}\n${more}`)
      expect(merged({ [field]: half }, { [field]: `${more}y` }).merged[field]).toBe(half)
      const picked = { [field]: 'existing' } as const
      expect(merged({ [field]: 'Remote' }, { [field]: 'leading people' }, picked).merged[field]).toBe('Remote')
    },
  )

  it('skills are joined, replaced where a person picks so, and no difference in another order', () => {
    expect(merged({ skills: ['go'] }, { skills: ['rust', 'go'] }).merged.skills).toEqual(['go', 'rust'])
    const picked = merged({ skills: ['go'] }, { skills: ['rust'] }, { skills: 'typed' })
    expect(picked.merged.skills).toEqual(['rust'])
    expect(picked.differences).toMatchObject([{ field: 'skills', outcome: 'joined' }])
    expect(merged({ skills: ['go', 'rust'] }, { skills: ['rust', 'go'] }).differences).toEqual([])
    expect(merged({ skills: ['go', 'rust'] }, { skills: ['rust', 'sql'] }).differences).toHaveLength(1)
    expect(merged({ skills: ['go'] }, { skills: [] }).merged.skills).toEqual(['go'])
    expect(merged({ skills: [] }, { skills: ['go'] }).differences).toMatchObject([{ outcome: 'filled' }])
  })

  it('an empty answer changes nothing, even where a person picks it', () => {
    expect(merged({ location: 'Lisbon' }, { location: '' }, { location: 'typed' }).merged.location).toBe('Lisbon')
    expect(merged({ location: 'Lisbon' }, { location: '' }).differences).toEqual([])
    expect(merged({ location: '' }, { location: 'Porto' }).merged.location).toBe('Porto')
  })

  it('the same in another spelling is no difference, signs alone are', () => {
    expect(merged({ location: 'Sao Paulo' }, { location: 'São  paulo' }).differences).toEqual([])
    expect(merged({ location: '🥈' }, { location: '🥉' }).differences).toHaveLength(1)
    expect(merged({ remoteOk: true }, { remoteOk: true }).differences).toEqual([])
  })
})

describe('the story of a process', () => {
  const [march, october] = [day('2026-03-12'), day('2026-10-01')]
  const story = (before: Partial<ProfileFields>, now: Partial<ProfileFields>, choices = {}) => {
    const { merged, differences } = mergeCandidate(aProfile(before), aProfile(now), choices)
    const { consideredRole, standing, standingDay, reason, stageReached } = merged
    return {
      told: [consideredRole, standing, standingDay, reason, stageReached],
      outcomes: Object.fromEntries(differences.map(({ field, outcome }) => [field, outcome])),
    }
  }

  it('fills its gaps from the other side where that tells of the same role and standing', () => {
    const gaps = { standingDay: undefined, reason: undefined }
    expect(story(gaps, { consideredRole: 'senior sre', stageReached: 'onsite' }).told).toEqual([
      'Senior SRE',
      'told_no',
      march,
      'close_second',
      'onsite',
    ])
    expect(story(gaps, { consideredRole: 'Designer', stageReached: 'onsite' }).told).toEqual([
      'Senior SRE',
      'told_no',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('lends no day of another standing, but the reason and the stage', () => {
    expect(
      story({ stageReached: 'onsite' }, { standing: 'not_told', standingDay: undefined, reason: undefined }).told,
    ).toEqual(['Senior SRE', 'not_told', undefined, 'close_second', 'onsite'])
    expect(story({ stageReached: 'screen' }, { stageReached: 'onsite' }).told[4]).toBe('screen')
  })

  it('of one standing is the later, and what is on record where a day is missing or the same', () => {
    const other = { consideredRole: 'Designer' }
    expect(story({}, { ...other, standingDay: october }).told[0]).toBe('Designer')
    expect(story({}, { ...other, standingDay: march }).told[0]).toBe('Senior SRE')
    expect(story({}, { ...other, standingDay: undefined }).told[0]).toBe('Senior SRE')
    expect(story({ standingDay: undefined }, { ...other, standingDay: october }).told[0]).toBe('Senior SRE')
  })

  it('is called stricter only where the standings differ and no person picked', () => {
    const typed = { standing: 'interviewing', location: 'Porto' } as const
    expect(story({ location: 'Lisbon' }, typed).outcomes).toEqual({ standing: 'stricter', location: 'kept' })
    expect(story({}, typed, { standing: 'existing' }).outcomes).toEqual({ standing: 'kept', location: 'filled' })
    expect(story({}, typed, { standing: 'existing' }).told[1]).toBe('told_no')
    expect(story({}, { reason: 'level', standingDay: october }).outcomes).toEqual({
      reason: 'replaced',
      standingDay: 'replaced',
    })
  })

  it('moves as a whole with one pick', () => {
    const typed = { consideredRole: 'Designer', standing: 'withdrew', standingDay: october, reason: 'pay' } as const
    expect(story({}, typed, { reason: 'typed' }).told).toEqual(['Designer', 'withdrew', october, 'pay', undefined])
  })
})
