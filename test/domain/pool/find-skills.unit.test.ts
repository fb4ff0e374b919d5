import { describe, expect, it } from 'vitest'
import {
  alsoAnotherWord,
  canonicalSkill,
  findSkills,
  knownSkillSpellings,
  skillLabel,
  skillSlug,
} from '../../../src/domain/pool/skills.ts'
import { SKILLS } from '../../../src/domain/pool/skills-data.ts'

describe('the name of a skill', () => {
  it.each([
    ['Node.JS', 'nodejs'],
    ['node js', 'nodejs'],
    ['C++', 'c++'],
    ['c#', 'c#'],
    ['.NET', 'dotnet'],
    ['CI/CD', 'ci-cd'],
    [' Go  Lang ', 'go'],
    [`go${' '.repeat(118)}`, 'go'],
    [`go${' '.repeat(119)}`, undefined],
    ['go rust', undefined],
    ['', undefined],
  ])('%j is %s', (text, name) => expect(canonicalSkill(text)).toBe(name))

  it.each([
    ['Basket & Weaving (advanced)', 'basket-weaving-advanced'],
    ['--basket--', 'basket'],
    ['Élan vital', 'elan-vital'],
    ['x'.repeat(70), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
    ['+++', undefined],
    ['#', undefined],
    ['q+', 'q+'],
    ['7', '7'],
  ])('that nobody knows, %j, is kept as %s', (text, slug) => expect(skillSlug(text)).toBe(slug))

  it('is shown with a capital, and words apart', () => {
    expect([skillLabel('c++'), skillLabel('incident-review-lead'), skillLabel('x')]).toEqual([
      'C++',
      'Incident review lead',
      'X',
    ])
  })

  it('is found under every spelling, once', () => {
    const known = [...knownSkillSpellings()]
    expect(new Set(known).size).toBe(known.length)
    expect(known).toEqual(expect.arrayContaining(['k8s', 'golang', 'node js', 'c++']))
    expect(known).not.toContain('')
    expect(new Set(SKILLS.map(({ name }) => name)).size).toBe(SKILLS.length)
    for (const { name, label, spellings = [] } of SKILLS)
      for (const text of [name, label, ...spellings]) expect(text.trim()).not.toBe('')
  })

  it('may be another word as well', () => {
    expect(['go', 'rust', 'SRE', 'Swift', 'c'].map(alsoAnotherWord)).toEqual([true, true, true, true, true])
    expect(['kubernetes', 'scala', 'python', 'nothing that we know'].map(alsoAnotherWord)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('an everyday word that is a skill, too', () => {
  it.each([
    ['Go', ['go']],
    ['expert go', ['go']],
    ['go developer', ['go']],
    ['she knows go.', ['go']],
    ['good in go, they said', ['go']],
    ['Python, go; rust', ['python', 'go', 'rust']],
    ['Python & go', ['python', 'go']],
    ['Python / go', ['python', 'go']],
    ['(go)', ['go']],
    ['go or rust', ['go', 'rust']],
    ['go and rust experience', ['go', 'rust']],
    ['skills: go, rust', ['go', 'rust']],
    ['uses: go and kubernetes', ['go', 'kubernetes']],
    ['kubernetes and go', ['kubernetes', 'go']],
    ['senior go engineers wanted', []],
    ['deep, go away', []],
    ['We write Swift', ['swift']],
    ['Swift was her answer', []],
    ['She is quick. Swift was her answer', []],
    ['she gave a swift answer', []],
    ['plan C', []],
    ['C', ['c']],
    ['R & D', []],
    ['in R&D', []],
    ['R, SQL', ['r', 'sql']],
    ['strong r and sql', ['r', 'sql']],
    ['go go go', []],
    ['go, she said', []],
    ['let it go.', []],
    ['ready, set, go!', []],
    ['using go plus rust', ['go', 'rust']],
  ])('counts where it stands as one: %s', (text, skills) => expect(findSkills(text)).toEqual(skills))

  it.each([
    ['React 18', 'react'], ['React basics', 'react'], ['Azure cloud experience', 'azure'], ['Azure Functions', 'azure'], ['Spark jobs at scale', 'spark'],
    ['Excel modelling', 'excel'], ['Git workflows', 'git'], ['Agile ways of working', 'agile'], ['Angular 17 required', 'angular'], ['Flask APIs', 'flask'],
    ['Golang in production', 'go'], ['We use Golang for everything', 'go'], ['we use golang for everything', 'go'], ['Staff Go Engineer', 'go'], ['Lead Rust Engineer', 'rust'],
    ['Senior Golang Developer in Berlin', 'go'], ['Senior Go Developer in Berlin', 'go'], ['5 years of Go and 3 years of Helm', 'go'], ['5 years of Go for banks', 'go'],
    ['Golang microservices', 'go'], ['Tableau dashboards', 'tableau'], ['Airflow orchestration', 'airflow'], ['she likes Go. Tableau dashboards', 'tableau'],
  ])('counts where a line begins with it, or with how much of it: %s', (text, skill) => expect(findSkills(text)).toContain(skill)) // biome-ignore format: a list

  it.each([
    'Excel at everything', 'React to incidents', 'React quickly', 'Express complex ideas', 'Spark curiosity', 'Spring is near', 'Swift answers came', 'Cassandra left', 'Ruby and Jasper left',
    'Bootstrap new teams', 'Azure is a colour', 'Tableau of the year', 'years of rest and recovery', 'ten years of growth for all', 'Unity matters',
  ])('does not count where a sentence begins with the word: %s', (text) => expect(findSkills(text)).toEqual([])) // biome-ignore format: a list

  it.each([
    ['machine learning engineer', ['machine-learning']],
    ['Machine-Learning', ['machine-learning']],
    ['machine! Learning', []],
    ['machine    learning', []],
    ['Google Cloud Platform', ['gcp']],
    ['Kubernetes kubernetes K8s', ['kubernetes']],
    ['SQL then Kubernetes', ['sql', 'kubernetes']],
    [`${'x '.repeat(10_000)}Kubernetes`, []],
    ['nothing here', []],
    ['', []],
  ])('and the longest spelling wins: %#', (text, skills) => expect(findSkills(text)).toEqual(skills))
})
