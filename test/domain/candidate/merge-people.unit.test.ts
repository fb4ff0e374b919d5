import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/domain/candidate/candidate.ts'
import { mergeCandidate, profileFieldsOf } from '../../../src/domain/candidate/merge.ts'
import { internalOf, joinedPeople } from '../../../src/domain/candidate/merge-people.ts'
import type { MemberId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, type Instant, instant, plus } from '../../../src/domain/shared/time.ts'
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

  const whole = {
    headline: 'Keeps things running',
    source: 'referral',
    referredBy: 'Tom',
    jobFunction: 'engineering',
    careerStage: 'expert',
    employment: 'employed',
    relation: 'client',
    birthday: '03-14',
  } as unknown as Partial<Candidate>
  const another = {
    headline: 'Builds things',
    source: 'event',
    referredBy: 'Mara',
    jobFunction: 'design',
    careerStage: 'early',
    employment: 'on_notice',
    relation: 'partner',
    birthday: '04-15',
  } as unknown as Partial<Candidate>
  const without = Object.fromEntries(Object.keys(whole).map((field) => [field, undefined])) as Partial<Candidate>

  it('keep what stands on the record that was here first, and take from the other what it lacks', () => {
    expect(joined(whole, another)).toMatchObject(whole)
    expect(joined(without, another)).toMatchObject(another)
    expect(joined(whole, without)).toMatchObject(whole)
  })

  it('have the workspace’s own fields of both, those of the first before those of the other', () => {
    expect(joined({ custom: { visa: 'yes' } }, { custom: { visa: 'no', bonus: '5' } }).custom).toEqual({
      visa: 'yes',
      bonus: '5',
    })
  })

  it('live in the zone of the place that stays', () => {
    const zoneOf = (kept: Partial<Candidate>, other: Partial<Candidate>, location: 'existing' | 'typed') => {
      const both = { kept: aCandidate(kept), other: aCandidate(other) }
      return joinedPeople(both, mergeCandidate(fieldsOf(both.kept), fieldsOf(both.other), { location }).merged).zone
    }
    const lisbon = { location: 'Lisbon', zone: 'Europe/Lisbon' } as unknown as Partial<Candidate>
    const tokyo = { location: 'Tokyo', zone: 'Asia/Tokyo' } as unknown as Partial<Candidate>
    expect(zoneOf(lisbon, tokyo, 'existing')).toBe('Europe/Lisbon')
    expect(zoneOf(lisbon, tokyo, 'typed')).toBe('Asia/Tokyo')
    expect(zoneOf(lisbon, { ...tokyo, zone: undefined }, 'typed')).toBe('Europe/Lisbon')
  })

  it('are left in peace for as long as either was', () => {
    const until = (day: string | undefined, forWhat?: 'similar_job') =>
      ({ snoozedUntil: day, snoozedFor: forWhat }) as unknown as Partial<Candidate>
    const snooze = (kept: Partial<Candidate>, other: Partial<Candidate>) => {
      const { snoozedUntil, snoozedFor } = joined(kept, other)
      return [snoozedUntil, snoozedFor]
    }
    expect(snooze(until('2026-12-01'), until('2027-01-01', 'similar_job'))).toEqual(['2027-01-01', 'similar_job'])
    expect(snooze(until('2027-01-01', 'similar_job'), until('2026-12-01'))).toEqual(['2027-01-01', 'similar_job'])
    expect(snooze(until('2027-01-01', 'similar_job'), until('2027-01-01'))).toEqual(['2027-01-01', 'similar_job'])
    expect(snooze(until(undefined), until('2026-12-01'))).toEqual(['2026-12-01', undefined])
    expect(snooze(until('2026-12-01'), until(undefined))).toEqual(['2026-12-01', undefined])
    expect(snooze(until(undefined), until(undefined))).toEqual([undefined, undefined])
  })

  it('were last touched when either was, and nothing waits for a first word where one was said since they came', () => {
    const created = instant('2026-02-01T00:00:00Z')
    const [before, after, later] = [plus(created, -DAY), plus(created, DAY), plus(created, 2 * DAY)]
    const quiet = { createdAt: created, unworked: true, firstDue: '2026-06-01' as Day }
    const touched = (own: Instant | undefined, theirs: Instant | undefined, unworked = true) => {
      const {
        lastTouchAt,
        unworked: still,
        firstDue,
      } = joined({ ...quiet, lastTouchAt: own }, { lastTouchAt: theirs, unworked })
      return [lastTouchAt, still, firstDue !== undefined]
    }
    expect(touched(undefined, undefined)).toEqual([undefined, true, true])
    expect(touched(undefined, undefined, false)).toEqual([undefined, false, true])
    expect(touched(undefined, before)).toEqual([before, true, true])
    expect(touched(undefined, created)).toEqual([created, true, true])
    expect(touched(before, undefined)).toEqual([before, true, true])
    expect(touched(undefined, after)).toEqual([after, false, false])
    expect(touched(later, after)).toEqual([later, false, false])
    expect(touched(after, later)).toEqual([later, false, false])
    expect(joined({ unworked: false }, { unworked: true }).unworked).toBe(false)
  })
})
