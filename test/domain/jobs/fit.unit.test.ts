import { describe, expect, it } from 'vitest'
import {
  CRITERIA,
  type Criterion,
  criteriaOfJob,
  jobOf,
  type RoleCriteria,
  wholeOrder,
} from '../../../src/domain/jobs/criteria.ts'
import { type Evidence, fitOf, NO_EVIDENCE, type PersonToFit } from '../../../src/domain/jobs/fit.ts'

const wanted: RoleCriteria = {
  title: 'Senior SRE',
  must: ['kubernetes', 'rust'],
  nice: ['go'],
  years: undefined,
  seniority: 'senior',
  location: 'Lisbon',
  remoteOk: true,
  jobFunction: 'engineering',
  languages: [],
  order: CRITERIA,
}
const ana: PersonToFit = {
  consideredRole: 'Senior SRE',
  headline: undefined,
  skills: ['kubernetes'],
  location: 'Lisbon',
  remoteOk: undefined,
  seniority: 'senior',
  company: undefined,
  tier: undefined,
  kind: 'near_miss',
  standing: 'told_no',
}
const suits = (person: Partial<PersonToFit> = {}, of: Partial<RoleCriteria> = {}, evidence: Evidence = NO_EVIDENCE) =>
  fitOf({ ...ana, ...person }, { ...wanted, ...of }, evidence)
const outranks = (one: Partial<PersonToFit>, other: Partial<PersonToFit>, of: Partial<RoleCriteria> = {}) =>
  expect(suits(one, of).points).toBeGreaterThan(suits(other, of).points)

describe('how well somebody fits a role', () => {
  it('is told by reasons, and by what is missing', () => {
    expect(suits({ tier: 'A', skills: ['kubernetes', 'go'] }, { years: 5, languages: ['German'] })).toMatchObject({
      reasons: [
        { kind: 'tier', tier: 'A' },
        { kind: 'role', likeness: 'same', nearMiss: true },
        { kind: 'skills', skills: ['kubernetes'] },
        { kind: 'nice', skills: ['go'] },
        { kind: 'place', place: 'Lisbon' },
        { kind: 'level', seniority: 'senior' },
      ],
      gaps: [
        { kind: 'skills', skills: ['rust'] },
        { kind: 'languages', languages: ['German'] },
        { kind: 'years', years: 5 },
      ],
    })
  })

  it('hides nobody: whoever does something else far away comes last and hears why', () => {
    const cook = {
      consideredRole: 'Head Chef',
      skills: [],
      location: 'Tokyo',
      remoteOk: false,
      seniority: 'director',
      kind: 'passive',
      standing: 'withdrew',
    } as const
    expect(suits(cook)).toEqual({
      reasons: [],
      gaps: [
        { kind: 'other_role' },
        { kind: 'skills', skills: ['kubernetes', 'rust'] },
        { kind: 'nice', skills: ['go'] },
        { kind: 'would_move', place: 'Tokyo' },
        { kind: 'level', seniority: 'director' },
      ],
      points: 0,
    })
  })

  it('counts what is only mentioned, but less than what is on record', () => {
    const mentions = { mentions: new Set(['rust', 'German']), words: 0 }
    const said = suits({}, { languages: ['German'] }, mentions)
    expect(said.reasons).toContainEqual({ kind: 'mentions', what: ['rust', 'German'] })
    expect(said.gaps).toEqual([{ kind: 'nice', skills: ['go'] }])
    expect(suits({}, {}, mentions).points).toBeGreaterThan(suits().points)
    expect(suits({ skills: ['kubernetes', 'rust'] }).points).toBeGreaterThan(suits({}, {}, mentions).points)
  })

  it('lets words in common decide between equals alone', () => {
    const words = (of: number) => suits({}, {}, { mentions: new Set(), words: of }).points
    expect([words(0) + 10, words(0) + 20, words(0) + 20]).toEqual([words(0.5), words(1), words(7)])
    expect(words(-1)).toBe(words(0))
    expect(suits({ skills: ['kubernetes', 'rust'] }).points).toBeGreaterThan(words(1))
  })

  it('brings top tier first, then near-misses of such a role, then whoever only does such work', () => {
    outranks({ tier: 'A' }, { tier: 'B', skills: ['kubernetes', 'rust'] })
    outranks({}, { kind: 'passive', standing: 'withdrew' })
    outranks({ kind: 'past_applicant', standing: 'told_no' }, { kind: 'past_applicant', standing: 'withdrew' })
    expect(suits({ kind: 'passive' }).reasons).toContainEqual({ kind: 'role', likeness: 'same', nearMiss: false })
    // Tier A says nothing of another trade.
    outranks({}, { tier: 'A', consideredRole: 'Head Chef', skills: [] })
  })

  it('reads what somebody does now where that is nearer', () => {
    const now = suits({ consideredRole: 'Head Chef', headline: 'Senior SRE at Fernhollow' })
    expect(now.reasons).toContainEqual({ kind: 'role', likeness: 'same', nearMiss: false })
    expect(suits({ headline: 'Head Chef | Lisbon' }).reasons).toContainEqual({
      kind: 'role',
      likeness: 'same',
      nearMiss: true,
    })
  })

  it('says what is unknown of place and level, and holds it against nobody more than a no', () => {
    const onSite = { remoteOk: false }
    expect(suits({ location: undefined }, onSite).gaps).toContainEqual({ kind: 'place_unknown' })
    expect(suits({ location: 'Wobbling' }, onSite).gaps).toContainEqual({ kind: 'place_not_known', place: 'Wobbling' })
    expect(suits({}, { ...onSite, location: 'Wobbling' }).gaps).toContainEqual({
      kind: 'role_place_not_known',
      place: 'Wobbling',
    })
    expect(suits({ location: 'Wobbling' }, { ...onSite, location: undefined }).gaps).not.toContainEqual(
      expect.objectContaining({ kind: 'place_not_known' }),
    )
    expect(suits({ location: 'Porto' }, onSite).gaps).toContainEqual({ kind: 'would_move', place: 'Porto' })
    outranks({}, { location: 'Porto' }, onSite)
    outranks({ location: 'Porto' }, { location: undefined }, onSite)
    outranks({ location: undefined }, { location: 'Tokyo' }, onSite)
    expect(suits({ location: 'Tokyo', remoteOk: true }).reasons).toContainEqual({ kind: 'remote' })
    expect(suits({ location: 'Tokyo' }).reasons).not.toContainEqual({ kind: 'remote' })
    expect(suits({ location: 'Tokyo' }).gaps).toContainEqual({ kind: 'remote_to_ask' })
    outranks({ location: 'Tokyo', remoteOk: true }, { location: 'Tokyo' })
    outranks({ location: 'Tokyo' }, { location: 'Tokyo', remoteOk: false })
    outranks({}, { seniority: 'mid' })
    outranks({ seniority: 'mid' }, { seniority: 'intern' })
    expect(suits({ seniority: 'mid' }).gaps).toContainEqual({ kind: 'level', seniority: 'mid' })
  })

  it('is whole for whoever has all of it', () => {
    const all = suits({ tier: 'A', skills: ['kubernetes', 'rust', 'go'] }, {}, { mentions: new Set(), words: 1 })
    expect(all.points).toBe(1_000)
    expect(all.gaps).toEqual([])
  })
})

describe('the order in which a recruiter puts the criteria', () => {
  const local = { skills: [], location: 'Lisbon', remoteOk: false }
  const skilled = { skills: ['kubernetes', 'rust'], location: 'Tokyo', remoteOk: false }
  it('decides', () => {
    outranks(skilled, local, { remoteOk: false, order: wholeOrder(['must', 'place']) })
    outranks(local, skilled, { remoteOk: false, order: wholeOrder(['place', 'must']) })
  })
  it('is whole, whatever was chosen', () => {
    expect(wholeOrder(['place', 'place', 'role'])).toEqual([
      'place',
      'role',
      'known',
      'must',
      'nice',
      'level',
      'languages',
    ])
    expect(wholeOrder([])).toEqual(CRITERIA)
  })
  it.each([
    ['must', { skills: ['kubernetes', 'rust'] }, { skills: [] }],
    ['nice', { skills: ['go'] }, { skills: [] }],
    ['role', { consideredRole: 'SRE' }, { consideredRole: 'Head Chef' }],
    ['level', { seniority: 'senior' }, { seniority: 'intern' }],
    ['place', { location: 'Lisbon' }, { location: 'Tokyo' }],
    ['known', { tier: 'A' }, { tier: 'C', kind: 'passive' }],
  ] as const satisfies readonly (readonly [Criterion, Partial<PersonToFit>, Partial<PersonToFit>])[])(
    '%s alone outweighs all that come after it',
    (criterion, has, lacks) => {
      const rest = { tier: 'A', skills: ['kubernetes', 'rust', 'go'], location: 'Lisbon' } as const
      const order = { remoteOk: false, order: wholeOrder([criterion]) }
      const low = { tier: 'C', skills: [], location: 'Tokyo', kind: 'passive', remoteOk: false } as const
      outranks({ ...rest, ...has }, { ...rest, ...lacks }, order)
      outranks({ ...low, ...has }, { ...low, ...lacks }, order)
    },
  )
})

describe('what a job asks for', () => {
  it('is what its own fields say', () => {
    const job = {
      title: 'Senior SRE',
      location: 'Lisbon',
      remoteOk: true,
      skills: ['K8s', 'kubernetes', 'Basket weaving'],
    }
    expect(criteriaOfJob(job)).toEqual({ ...wanted, must: ['kubernetes', 'basket-weaving'], nice: [] })
    expect(criteriaOfJob({ ...job, seniority: 'staff' }).seniority).toBe('staff')
    expect(criteriaOfJob({ ...job, skills: Array.from({ length: 40 }, (_, at) => `skill ${at}`) }).must).toHaveLength(
      15,
    )
  })
  it('becomes a job again, for the rules about similar ones', () => {
    expect(jobOf(wanted)).toEqual({
      title: 'Senior SRE',
      location: 'Lisbon',
      remoteOk: true,
      skills: ['kubernetes', 'rust'],
      seniority: 'senior',
    })
    expect(jobOf({ ...wanted, must: [] }).skills).toEqual(['go'])
  })
})
