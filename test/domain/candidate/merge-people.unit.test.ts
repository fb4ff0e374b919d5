import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/domain/candidate/candidate.ts'
import { mergeCandidate, profileFieldsOf } from '../../../src/domain/candidate/merge.ts'
import { internalOf, joinedPeople } from '../../../src/domain/candidate/merge-people.ts'
import type { MemberId } from '../../../src/domain/shared/ids.ts'
import { aCandidate } from '../../support/a-candidate.ts'
import { id } from '../../support/outreach-builders.ts'

const [ines, ben] = [id<'member'>(1), id<'member'>(2)]
const fieldsOf = (person: Candidate) => profileFieldsOf(person, { phone: undefined, profileLink: undefined })
function joined(kept: Partial<Candidate>, other: Partial<Candidate>, choices: { ownerId?: 'existing' | 'typed' } = {}) {
  const both = { kept: aCandidate(kept), other: aCandidate(other) }
  return joinedPeople(both, mergeCandidate(fieldsOf(both.kept), fieldsOf(both.other), choices).merged)
}

describe('two records that become one', () => {
  const staff = (ownerId: MemberId | undefined) => ({ kind: 'internal', ownerId }) as const
  it.each([
    ['stays', staff(ines), { ownerId: ben }],
    ['joins it', { ownerId: ben }, staff(ines)],
    ['joins one that nobody looks after', {}, staff(ines)],
  ])('are of our own staff, with the owner of that record, where the one of our staff %s', (_where, kept, other) => {
    for (const ownerId of ['existing', 'typed'] as const)
      expect(joined(kept, other, { ownerId })).toMatchObject(staff(ines))
  })

  it('keep the chosen owner where both are of our own staff', () => {
    expect(joined(staff(ines), staff(ben), { ownerId: 'typed' }).ownerId).toBe(ben)
    expect(internalOf({ kept: aCandidate(staff(ines)), other: aCandidate(staff(ben)) })).toBeUndefined()
  })

  it('keep the opening of the role that stays, and none of another role', () => {
    const [opening, another] = [id<'job'>(3), id<'job'>(4)]
    const of = (kept: Partial<Candidate>, other: Partial<Candidate>) => joined(kept, other).jobId
    expect(of({ consideredRole: 'SRE' }, { consideredRole: 'Designer', jobId: another })).toBeUndefined()
    expect(of({ consideredRole: 'SRE' }, { consideredRole: 'sre', jobId: opening })).toBe(opening)
    expect(of({ consideredRole: 'SRE', jobId: opening }, { consideredRole: 'SRE', jobId: another })).toBe(opening)
    const interviewing = { standing: 'interviewing', standingDay: undefined, consideredRole: 'Designer' } as const
    expect(of({ consideredRole: 'SRE', jobId: opening }, { ...interviewing, jobId: another })).toBe(another)
    expect(of({ consideredRole: 'SRE', jobId: opening }, interviewing)).toBeUndefined()
  })

  it('keep the kind of the record that stays where neither is of our own staff', () => {
    expect(joined({ kind: 'alumni' }, { kind: 'freelance' })).not.toHaveProperty('kind')
  })
})
