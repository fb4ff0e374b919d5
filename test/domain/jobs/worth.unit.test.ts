import { describe, expect, it } from 'vitest'
import { CRITERIA, criteriaOfJob, type RoleCriteria, wholeOrder } from '../../../src/domain/jobs/criteria.ts'
import { MOST_RANKED } from '../../../src/domain/jobs/look-for.ts'
import { chainsOf, scalesOf } from '../../../src/domain/jobs/worth.ts'

const wanted: RoleCriteria = {
  ...criteriaOfJob({ title: 'Senior SRE', location: 'Lisbon', remoteOk: true, skills: ['go', 'rust', 'sql'] }),
  nice: ['php'],
  languages: ['German'],
}
const most = (of: RoleCriteria) => scalesOf(of).map((scale) => Math.max(...scale.map(({ points }) => points)))
const skill = (name: string) => ({ kind: 'filter', field: 'skill', any: [name] })

describe('what somebody is worth to a role, in rough', () => {
  it('weighs each criterion as much as twice the next, in the recruiter’s order', () => {
    const [, known = 0, ...rest] = most(wanted)
    const musts = rest.slice(0, 3).reduce((sum, one) => sum + one, 0)
    expect(known / musts).toBeCloseTo(2, 1)
    expect(musts / (rest[3] ?? 0)).toBeCloseTo(2, 1)
    const placeFirst = most({ ...wanted, order: wholeOrder(['place']) })
    expect(placeFirst[1]).toBe(2 * (placeFirst[2] ?? 0))
  })

  it('puts whoever was hired here behind everybody else', () => {
    const [hired = 0, ...others] = most(wanted)
    expect(hired + others.reduce((sum, one) => sum + one, 0)).toBeLessThan(0)
  })

  it('counts a tier only where the role is like theirs, or half of the must-haves are there', () => {
    const [, known] = scalesOf(wanted)
    const suits = known?.filter(({ all }) => all.some((one) => one.kind === 'filter' && one.field === 'tier'))
    expect(suits).toHaveLength(4)
    expect(suits?.[1]?.all[1]).toEqual({ kind: 'least', count: 2, of: [skill('go'), skill('rust'), skill('sql')] })
  })

  it('has nothing to say of what the role does not ask for', () => {
    const bare = { ...criteriaOfJob({ title: 'SRE', location: undefined, remoteOk: false, skills: [] }) }
    expect(scalesOf(bare)).toHaveLength(3)
    expect(chainsOf(bare)).toHaveLength(2)
    expect(scalesOf({ ...bare, title: 'Senior' })).toHaveLength(1)
  })

  it('narrows by one criterion after the other, from each of the three that count most', () => {
    const chains = chainsOf(wanted)
    expect(chains).toHaveLength(3)
    const [, musts = []] = chains
    expect(musts[0]).toEqual({ kind: 'and', nodes: [skill('go'), skill('rust'), skill('sql')] })
    expect(chains.flat().length).toBeLessThanOrEqual(3 * CRITERIA.length)
    for (const chain of chains)
      for (const [at, node] of chain.entries())
        if (at > 0) expect(JSON.stringify(node).length).toBeGreaterThan(JSON.stringify(chain[at - 1]).length)
  })

  it('asks the search for exactly what each criterion says', () => {
    const of = (role: Partial<RoleCriteria>, order: RoleCriteria['order']) =>
      scalesOf({ ...bare, ...role, order })[1]?.map(({ all }) => all)
    const bare = criteriaOfJob({ title: 'Senior', location: undefined, remoteOk: false, skills: [] })
    expect(scalesOf(bare)).toEqual([
      [{ points: expect.any(Number), all: [{ kind: 'filter', field: 'standing', any: ['hired'] }] }],
      [{ points: expect.any(Number), all: [{ kind: 'filter', field: 'seniority', any: ['senior'] }] }],
    ])
    const unlevelled = { ...bare, seniority: undefined }
    expect(scalesOf(unlevelled)).toHaveLength(1)
    const anywhere = { kind: 'filter', field: 'remote', is: true }
    expect(of({ remoteOk: true }, ['place'])).toEqual([[anywhere]])
    const nowhere = { kind: 'filter', field: 'location', any: [{ kind: 'text', text: 'Nowhereville' }] }
    expect(of({ location: 'Nowhereville' }, ['place'])).toEqual([[nowhere]])
    expect(of({ location: 'Lisbon or Madrid' }, ['place'])).toEqual([
      [
        {
          kind: 'filter',
          field: 'location',
          any: [
            { kind: 'place', id: 'lisbon' },
            { kind: 'place', id: 'madrid' },
          ],
        },
      ],
    ])
    expect(of({ location: 'Nowhereville', remoteOk: true }, ['place'])).toEqual([
      [{ kind: 'or', nodes: [nowhere, anywhere] }],
    ])
    expect(of({ languages: ['German'] }, ['languages'])).toEqual([[expect.objectContaining({ kind: 'words' })]])
    expect(of({ title: 'SRE', jobFunction: 'engineering' }, ['role'])?.at(-1)).toEqual([
      { kind: 'filter', field: 'function', any: ['engineering'] },
    ])
    expect(of({ title: 'SRE', jobFunction: undefined }, ['role'])).toHaveLength(2)
  })

  it('asks for years of a skill first, then nearly so many, then the skill, then its mention', () => {
    const years = (asked: number) =>
      scalesOf({ ...wanted, nice: [], must: ['go'], skillYears: { go: asked }, order: ['must'] })[1]
    const points = (asked: number) => years(asked)?.map((step) => step.points / 4_096)
    expect(years(5)?.map(({ all }) => all)).toEqual([
      [skill('go'), { kind: 'years', skill: 'go', years: 5 }],
      [skill('go'), { kind: 'years', skill: 'go', years: 3 }],
      [skill('go')],
      [expect.objectContaining({ kind: 'words' })],
    ])
    expect(points(5)).toEqual([1, expect.closeTo(0.8, 2), expect.closeTo(0.75, 2), expect.closeTo(0.525, 2)])
    // Nearly one year is one year.
    expect(years(1)).toHaveLength(3)
  })

  it('looks closely at no more people than one question about their words may name', () => {
    expect(MOST_RANKED).toBeLessThanOrEqual(500)
  })
})
