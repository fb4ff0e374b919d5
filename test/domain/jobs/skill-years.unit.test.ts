import { describe, expect, it } from 'vitest'
import { CRITERIA, type RoleCriteria, yearsInAll } from '../../../src/domain/jobs/criteria.ts'
import { fitOf, NO_EVIDENCE, type PersonToFit } from '../../../src/domain/jobs/fit.ts'
import { readRole } from '../../../src/domain/jobs/read-role.ts'
import { skillYearsIn } from '../../../src/domain/jobs/skill-years.ts'
import { scalesOf } from '../../../src/domain/jobs/worth.ts'
import { gapInWords, reasonInWords } from '../../../src/domain/shared/words/jobs.ts'
import { criteriaParts } from '../../../src/domain/shared/words/match.ts'

describe('years of a skill that a role asks for', () => {
  it.each([
    ['5+ years of Go', { go: 5 }],
    ['3-5 years with Go or Java', { go: 3, java: 3 }],
    ['at least 10 years of experience, 2 years of it with Go', { go: 2 }],
    ['Kubernetes (4 years), Terraform: 2+ yrs', { kubernetes: 4, terraform: 2 }],
    ['5 years of Go. 7 years with Go, in banks', { go: 7 }],
    ['5 years of experience, Go is a plus', {}],
    ['2 years of Go 4 years of Rust', { go: 2, rust: 4 }],
    ['99 years of Go', {}],
    ['7+ years experience', {}],
    ['8+ years of experience\nKubernetes and Terraform', {}],
    ['8+ years of\nKubernetes', {}],
    ['mind. 3 Jahre Berufserfahrung mit Go', { go: 3 }],
    ["3 ans d'expérience minimum en React et Node.js", { react: 3, nodejs: 3 }],
    ['5 años de experiencia con Go', { go: 5 }],
    ['2 Jahre Go 4 Jahre Rust', { go: 2, rust: 4 }],
  ])('%s', (text, years) => expect(skillYearsIn(text)).toEqual(years))

  it.each([
    ['• 5+ years of Go', ['go']],
    ['3 years of experience with Go', ['go']],
    ['3+ years of experience with R', ['r']],
    ['4 years in Chef', ['chef']],
    ['Go: 5 years', ['go']],
    ['5+ years of experience with Go and Kubernetes', ['go', 'kubernetes']],
    ['Skills: Zendesk, +5 more', ['customer-support']],
    ['Skills: Frobnicator, others', ['frobnicator']],
  ])('say that it is one, however everyday its name: %s', (line, must) =>
    expect(readRole(`Somebody\nRequirements\n${line}`).criteria.must).toEqual(must),
  )

  it('are kept with the skill, and what is asked in all is not asked twice', () => {
    const { criteria } = readRole('SRE\nMust have: 5+ years of Go, Kubernetes')
    expect(criteria).toMatchObject({ must: ['go', 'kubernetes'], years: 5, skillYears: { go: 5 } })
    expect(yearsInAll(criteria)).toBeUndefined()
    expect(criteriaParts(criteria)).toContain('must: Go (5 years), Kubernetes')
    expect(criteriaParts(readRole('SRE\n8 years of experience, 2 years with Go').criteria)).toContain('8 years')
  })
})

const wanted: RoleCriteria = {
  title: 'Senior SRE',
  must: ['go', 'kubernetes'],
  nice: [],
  years: undefined,
  skillYears: { go: 5 },
  seniority: undefined,
  location: undefined,
  remoteOk: false,
  jobFunction: 'engineering',
  languages: [],
  order: CRITERIA,
}
const ana: PersonToFit = {
  consideredRole: 'Data Clerk',
  headline: undefined,
  skills: ['go', 'kubernetes'],
  location: undefined,
  remoteOk: undefined,
  seniority: undefined,
  company: undefined,
  tier: undefined,
  kind: 'passive',
  standing: 'told_no',
}
const used = (years: number): Partial<PersonToFit> => ({ skillUses: [{ skill: 'go', years, last: undefined }] })
const suits = (person: Partial<PersonToFit>, evidence = NO_EVIDENCE) => fitOf({ ...ana, ...person }, wanted, evidence)
const said = (person: Partial<PersonToFit>) =>
  suits(person).reasons.map((reason) => reasonInWords(reason, 'Data Clerk'))
const missing = (person: Partial<PersonToFit>) => suits(person).gaps.map(gapInWords)

describe('somebody’s years of a skill', () => {
  it('are told, and what of them is missing', () => {
    expect(said(used(4))).toContain('4 of 5 years of Go')
    expect(missing(used(4))).toContain('1 year more of Go')
    expect(said(used(6))).toContain('6 years of Go')
    expect(missing(used(6)).join()).not.toContain('of Go')
    expect(missing({})).toContain('5 years of Go (to ask)')
    expect(missing({ skills: ['kubernetes'] })).not.toContain('5 years of Go (to ask)')
  })

  it('order: enough, nearly enough, unknown, hardly any, only mentioned, none', () => {
    const only = { skills: ['kubernetes'] }
    const ladder = [
      suits(used(5)),
      suits(used(4)),
      suits({}),
      suits(used(1)),
      suits(only, { mentions: new Set(['go']), words: 0 }),
    ]
    const points = [...ladder, suits(only)].map((one) => one.points)
    expect(points).toEqual(points.toSorted((one, other) => other - one))
    expect(new Set(points).size).toBe(points.length)
    expect(suits(used(9)).points).toBe(suits(used(5)).points)
  })

  it('count in rough as well, so that whoever has them is looked at', () => {
    const musts = scalesOf(wanted).find((scale) => scale.some(({ all }) => all.some((one) => one.kind === 'years')))
    const steps = musts?.map(({ points, all }) => [points, all.find((one) => one.kind === 'years')])
    expect(steps?.map(([, years]) => years)).toEqual([
      { kind: 'years', skill: 'go', years: 5 },
      { kind: 'years', skill: 'go', years: 3 },
      undefined,
      undefined,
    ])
    const points = steps?.map(([count]) => count) ?? []
    expect(points).toEqual(points.toSorted((one, other) => Number(other) - Number(one)))
  })
})

describe('the part of a company that somebody works in', () => {
  it('counts a little where the role is not alike, and is said', () => {
    expect(suits({ jobFunction: 'engineering' }).points).toBeGreaterThan(suits({}).points)
    expect(said({ jobFunction: 'engineering' })).toContain('works in engineering')
    expect(missing({ jobFunction: 'sales' })).toContain('sales until now')
  })

  it('takes something away where the role is only called alike', () => {
    const called = { consideredRole: 'Senior SRE' }
    expect(suits({ ...called, jobFunction: 'sales' }).points).toBeLessThan(suits(called).points)
    expect(missing({ ...called, jobFunction: 'sales' })).toContain('sales until now')
    expect(said(called)).not.toContain('works in engineering')
  })
})
