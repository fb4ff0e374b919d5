import { describe, expect, it } from 'vitest'
import { criteriaAsked, criteriaOfJob } from '../../../src/domain/jobs/criteria.ts'
import { levelOf, NO_EVIDENCE } from '../../../src/domain/jobs/fit.ts'
import { jobWords, roleJobWords } from '../../../src/domain/jobs/job-words.ts'
import { byLikeness, likenessOf } from '../../../src/domain/jobs/likeness.ts'
import { prepareNames } from '../../../src/domain/outreach/names.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const someone = (name: string, level: string, points: number, likeness?: number) => ({ name, level, points, likeness })
const order = (people: readonly ReturnType<typeof someone>[]) => byLikeness(people).map(({ name }) => name)

describe('an order by likeness of words', () => {
  it('changes only among those who are level, in the places that they had', () => {
    const people = [
      someone('first', 'A', 900, 0.1),
      someone('second', 'B', 800, 0.2),
      someone('third', 'A', 890, 0.9),
      someone('fourth', 'B', 100, 0.9),
    ]
    expect(order(people)).toEqual(['first', 'second', 'third', 'fourth'])
    expect(order([...people.slice(0, 3), someone('other', 'A', 895, 0.7)])).toEqual([
      'other',
      'second',
      'first',
      'third',
    ])
    expect(order([someone('one', 'A', 500, 0.2), someone('two', 'A', 500, 0.8)])).toEqual(['two', 'one'])
  })

  it('loses nobody, whoever can be compared', () => {
    const people = [someone('one', 'A', 3), someone('two', 'A', 2, 0.9), someone('three', 'A', 1, 0.1)]
    expect(order(people).toSorted()).toEqual(['one', 'three', 'two'])
    expect(order([someone('one', 'A', 3), someone('two', 'A', 2)])).toEqual(['one', 'two'])
    expect(order([])).toEqual([])
  })

  it('is told from vectors that can be compared', () => {
    const vector = (...numbers: number[]) => Float32Array.from(numbers)
    expect(likenessOf(vector(1, 0), vector(2, 0))).toBeCloseTo(1)
    expect(likenessOf(vector(1, 0), vector(0, 1))).toBe(0)
    expect(likenessOf(vector(1, 0), vector(1))).toBeUndefined()
    expect(likenessOf(vector(0, 0), vector(1, 0))).toBeUndefined()
    expect(likenessOf(vector(), vector())).toBeUndefined()
  })

  it('counts as level who is equal in the two criteria that count most, of those that the role asks for', () => {
    const wanted = criteriaOfJob({ title: 'Senior SRE', location: 'Lisbon', remoteOk: false, skills: ['go'] })
    expect(criteriaAsked({ ...wanted, must: [], seniority: undefined })).toEqual(['known', 'role', 'place'])
    const level = (change: Parameters<typeof aCandidate>[0]) => levelOf(aCandidate(change), wanted, NO_EVIDENCE)
    expect(level({ skills: ['go'], location: 'Porto' })).toBe(level({ skills: ['go'], location: 'Lisbon' }))
    expect(level({ skills: ['go'] })).not.toBe(level({ skills: [] }))
    expect(level({ skills: ['go'], tier: 'A' })).not.toBe(level({ skills: ['go'] }))
    expect(level({ standing: 'hired' })).not.toBe(level({}))
  })
})

describe('what leaves the house to be compared', () => {
  const names = prepareNames(['Ana Souza', 'Tom Okafor'])
  const words = (change: Parameters<typeof aCandidate>[0]) => jobWords(aCandidate(change), names)

  it('is the title in plain words, level, function and known skills', () => {
    expect(words({ headline: 'Staff SRE at Fernhollow', seniority: 'staff', skills: ['go', 'kubernetes'] })).toBe(
      'work: site reliability engineer\nseniority: staff\nfunction: engineering\nskills: Go, Kubernetes',
    )
    expect(words({ consideredRole: '', skills: [] })).toBe('')
  })

  it.each([
    ['a name', 'SRE, worked for Tom Okafor'],
    ['their own name', 'Ana Souza, SRE'],
    ['an address', 'SRE ana@example.com'],
    ['a number', 'SRE +44 20 7946 0123'],
    ['a link', 'SRE https://linkedin.com/in/ana'],
    ['an age', 'SRE, 45 years old'],
    ['a family', 'SRE, married'],
  ])('is nothing of a title that holds %s', (_what, title) => {
    expect(words({ consideredRole: title, skills: ['go'], headline: undefined })).not.toMatch(/work:/)
  })

  it('has no number, no unknown skill, nothing of notes, wishes, reasons, ratings, tier or company', () => {
    const text = words({
      consideredRole: 'SRE 120k 1984',
      skills: ['go', 'asked-for-120k'],
      bringBack: 'four days a week',
      advice: 'speak up',
      reason: 'pay',
      tier: 'A',
      company: 'Fernhollow',
      location: 'Lisbon',
      source: 'Referral',
    })
    expect(text).toBe('work: site reliability engineer\nfunction: engineering\nskills: Go')
  })

  it('is of the role what was read from it, not its text', () => {
    const wanted = criteriaOfJob({ title: 'Senior SRE', location: 'Lisbon', remoteOk: false, skills: ['go'] })
    expect(roleJobWords(wanted, names)).toBe(
      'work: site reliability engineer\nseniority: senior\nfunction: engineering\nskills: Go',
    )
  })
})
