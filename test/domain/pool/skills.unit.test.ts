import { describe, expect, it } from 'vitest'
import groups from '../../../src/domain/pool/skills.json' with { type: 'json' }
import { canonicalSkill, findSkills, skillLabel, skillSlug } from '../../../src/domain/pool/skills.ts'
import { SKILLS } from '../../../src/domain/pool/skills-data.ts'

describe('the table of skills', () => {
  it('knows at least 400 skills, each under a name of its own', () => {
    expect(SKILLS.length).toBeGreaterThanOrEqual(400)
    expect(new Set(SKILLS.map(({ name }) => name)).size).toBe(SKILLS.length)
  })

  it.each(['Backend', 'Data and machine learning', 'Design', 'Product and delivery', 'Sales, marketing, customers', 'Finance, people, law, operations'] as const)(
    'is no list of software alone: %s',
    (group) => expect(groups[group].length).toBeGreaterThanOrEqual(25),
  ) // biome-ignore format: a list

  it('gives every spelling to one skill only', () => {
    const strays = SKILLS.flatMap(({ name, label, spellings = [] }) =>
      [name, label, ...spellings].filter((text) => canonicalSkill(text) !== name),
    )
    expect(strays).toEqual([])
  })

  it('shows what it stores', () => {
    expect(skillLabel('kubernetes')).toBe('Kubernetes')
    expect(skillLabel('basket-weaving')).toBe('Basket weaving')
  })

  it('keeps skills that recruiters invent, once and for all under one name', () => {
    expect(skillSlug('Basket Weaving!')).toBe('basket-weaving')
    expect(skillSlug('basket-weaving')).toBe('basket-weaving')
    expect(skillSlug('K8s')).toBe('kubernetes')
    expect(skillSlug('🥈')).toBeUndefined()
    expect(canonicalSkill('basket weaving')).toBeUndefined()
  })
})

describe('skills in what people write', () => {
  it.each([
    ['strong Kubernetes', ['kubernetes']],
    ['She ran k8s on AWS with Terraform.', ['kubernetes', 'aws', 'terraform']],
    ['C, C++ and Java', ['c', 'c++', 'java']],
    ['Node.js, CI/CD, ASP.NET Core', ['nodejs', 'ci-cd', 'dotnet']],
    ['Go and Rust', ['go', 'rust']],
    ['strong in go', ['go']],
    ['Go', ['go']],
    ['We used React and machine learning', ['react', 'machine-learning']],
    ['R, Python', ['r', 'python']],
    ['Hugging Face, Lean and SAFe', ['hugging-face', 'lean', 'scaled-agile']],
    ['accounts receivable, SOX compliance', ['accounts-payable', 'internal-controls']],
    ['journey mapping, RFPs', ['user-journeys', 'tenders']],
  ])('%s', (text, skills) => expect(findSkills(text)).toEqual(skills))

  it.each([
    'ready to go', 'Go and see her', 'I go, she said', 'R&D in London', 'a series C start-up', 'tiers A, B, C', 'react quickly', 'the rest of it', 'excel at design',
    'spring next year', 'he is swift', 'Javanese', 'scalable', 'expressed interest', 'vitamin C', 'a safe place to lean on', 'hiring was slow', 'the notion of it', 'a remix of songs', 'payments arrived late', 'she stood sentry',
  ])('everyday words are none: %s', (text) => expect(findSkills(text)).toEqual([])) // biome-ignore format: a list
})
