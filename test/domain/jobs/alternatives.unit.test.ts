import { describe, expect, it } from 'vitest'
import { alternativesIn, mustSlots } from '../../../src/domain/jobs/alternatives.ts'
import { CRITERIA, type RoleCriteria } from '../../../src/domain/jobs/criteria.ts'
import { fitOf, NO_EVIDENCE } from '../../../src/domain/jobs/fit.ts'
import { readRole } from '../../../src/domain/jobs/read-role.ts'
import { chainsOf, scalesOf } from '../../../src/domain/jobs/worth.ts'
import { gapInWords } from '../../../src/domain/shared/words/jobs.ts'
import { criteriaParts } from '../../../src/domain/shared/words/match.ts'

const wanted: RoleCriteria = {
  title: 'Data Analyst',
  must: ['sql', 'python', 'r'],
  anyOf: [['python', 'r']],
  nice: [],
  years: undefined,
  seniority: undefined,
  location: undefined,
  remoteOk: false,
  jobFunction: 'data',
  languages: [],
  order: CRITERIA,
}
const suits = (skills: readonly string[], of: Partial<RoleCriteria> = {}) =>
  fitOf(
    {
      consideredRole: 'Data Analyst',
      headline: undefined,
      skills,
      location: undefined,
      remoteOk: undefined,
      seniority: undefined,
      company: undefined,
      tier: undefined,
      kind: 'near_miss',
      standing: 'told_no',
    },
    { ...wanted, ...of },
    NO_EVIDENCE,
  )

describe('must-haves of which any one will do', () => {
  it.each([
    ['Python or R', [['python', 'r']]],
    ['SQL, Python or R', [['python', 'r']]],
    ['SQL and Python or R', [['python', 'r']]],
    ['Go or Java or Rust', [['go', 'java', 'rust']]],
    ['5+ years of experience with Go or Java', [['go', 'java']]],
    ['Tableau or Power BI; SAP oder Oracle', [['tableau', 'power-bi'], ['sap', 'oracle']]],
    ['Python ou R', [['python', 'r']]],
    ['Python or something like it', []],
    ['Go or golang', []],
    ['Python, SQL', []],
  ])('are named by %j', (text, groups) => expect(alternativesIn(text)).toEqual(groups)) // biome-ignore format: a table

  it.each([
    ['- Python or R\n- SQL', { must: ['python', 'r', 'sql'], anyOf: [['python', 'r']] }],
    ['- Python or R\n- R or Python', { must: ['python', 'r'], anyOf: [['python', 'r']] }],
    ['- Python or R\n- Python', { must: ['python'], nice: ['r'], anyOf: [] }],
    ['- Python or R\nWhat you will do\n- Reports in Python', { must: ['python', 'r'], anyOf: [['python', 'r']] }],
    ['- SQL\nNice to have: Python or R', { must: ['sql'], nice: ['python', 'r'], anyOf: [] }],
  ])('are read from %j', (text, expected) =>
    expect({ anyOf: [], ...readRole(`Data Analyst\nMust have:\n${text}`).criteria }).toMatchObject(expected),
  )

  it('count as one', () => {
    expect(mustSlots(wanted)).toEqual([['sql'], ['python', 'r']])
    expect(mustSlots({ must: ['sql', 'r'], anyOf: [['python', 'r']] })).toEqual([['sql'], ['r']])
    expect(mustSlots({ must: ['go', 'java', 'rust'], anyOf: [['go', 'java'], ['go', 'rust']] })).toEqual([['go', 'java'], ['rust']]) // biome-ignore format: short
    expect(mustSlots({ must: ['sql'] })).toEqual([['sql']])
  })

  it('are met by any of them, and missing where there is none', () => {
    expect(suits(['sql', 'r']).points).toBe(suits(['sql', 'python', 'r']).points)
    expect(suits(['sql', 'r']).gaps).toEqual([])
    expect(suits(['sql']).gaps).toEqual([{ kind: 'any_skill', skills: ['python', 'r'] }])
    expect(suits(['r']).gaps).toEqual([{ kind: 'skills', skills: ['sql'] }])
    expect(suits(['sql', 'r'], { anyOf: [] }).points).toBeLessThan(suits(['sql', 'r']).points)
  })

  it('are shown as such', () => {
    expect(gapInWords({ kind: 'any_skill', skills: ['python', 'r'] })).toBe('Python or R (none on record)')
    expect(criteriaParts({ ...wanted, skillYears: { python: 3 } })).toContain('must: SQL, Python (3 years) or R')
  })

  it('are looked for as one', () => {
    const either = { kind: 'filter', field: 'skill', any: ['python', 'r'] }
    const sql = { kind: 'filter', field: 'skill', any: ['sql'] }
    const scales = scalesOf({ ...wanted, order: ['must', ...CRITERIA.filter((one) => one !== 'must')] })
    expect(scales[2]?.map(({ points }) => points)).toEqual([2_048, 2_048, 1_434, 1_434])
    expect(chainsOf({ ...wanted, order: ['must'] })[0]?.[0]).toEqual({ kind: 'and', nodes: [sql, either] })
    expect(JSON.stringify(scales)).toContain(JSON.stringify({ kind: 'least', count: 1, of: [sql, either] }))
  })
})
