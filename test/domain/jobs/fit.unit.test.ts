import { describe, expect, it } from 'vitest'
import { fitOf, lookFor, lookForRole } from '../../../src/domain/jobs/fit.ts'
import { parseJob } from '../../../src/domain/jobs/parse-job.ts'

const job = parseJob('Senior SRE in Lisbon, remote ok: Kubernetes, Rust')
const person = (change: object = {}) => ({
  consideredRole: 'Senior SRE',
  skills: ['kubernetes'],
  location: 'Lisbon',
  remoteOk: undefined,
  seniority: 'senior' as const,
  company: undefined,
  tier: undefined,
  ...change,
})

describe('whom we know already when a job opens', () => {
  it('are near-misses of such a role, with the reasons and what is missing', () => {
    expect(fitOf(person({ tier: 'A' }), job)).toMatchObject({
      reasons: [
        { kind: 'tier_a' },
        { kind: 'role', likeness: 'same' },
        { kind: 'skills', skills: ['kubernetes'] },
        { kind: 'place', place: 'Lisbon' },
        { kind: 'level', seniority: 'senior' },
      ],
      gaps: [{ kind: 'skills', skills: ['rust'] }],
    })
  })
  it('come with tier A first, then by role, then by skills', () => {
    const points = (change: object) => fitOf(person(change), job)?.points ?? Number.NaN
    expect(points({ tier: 'A', skills: [] })).toBeGreaterThan(points({ tier: 'B', skills: ['kubernetes', 'rust'] }))
    expect(points({})).toBeGreaterThan(points({ skills: [] }))
  })
  it('are people whose place nobody recorded too, and that is said', () => {
    const onSite = parseJob('Senior SRE in Lisbon')
    expect(fitOf(person({ location: undefined }), onSite)?.gaps).toContainEqual({ kind: 'place_unknown' })
    expect(fitOf(person({ location: 'Porto' }), onSite)?.gaps).toContainEqual({ kind: 'would_move', place: 'Porto' })
    expect(fitOf(person({ location: 'Tokyo' }), onSite)).toBeUndefined()
  })
  it('are nobody of another trade', () => {
    expect(fitOf(person({ consideredRole: 'Account Executive', skills: [] }), job)).toBeUndefined()
  })
  it('are looked for without those who were hired, by what tells the role', () => {
    const query = JSON.stringify(lookFor(job))
    expect(query).toContain('"sre"')
    expect(query).toContain('"kubernetes"')
    expect(query).toContain('"hired"')
    // "product" alone would bring up half the company.
    expect(JSON.stringify(lookFor(parseJob('Product Designer')))).not.toMatch(/"product"|"designer"/)
    expect(lookFor({ title: '', location: undefined, remoteOk: false, skills: [] })).toBeUndefined()
  })
  it('can all be seen by a query that anybody may type', () => {
    expect(lookForRole('Senior "SRE" <x>')).toBe('role:"SRE x"')
    expect(lookForRole('Senior')).toBe('role:"Senior"')
  })
})
