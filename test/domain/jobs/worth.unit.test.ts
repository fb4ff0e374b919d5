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

  it('looks closely at no more people than one question about their words may name', () => {
    expect(MOST_RANKED).toBeLessThanOrEqual(500)
  })
})
