import { describe, expect, it } from 'vitest'
import { languageNamed, languagesIn } from '../../../src/domain/jobs/languages.ts'
import { withoutTraits } from '../../../src/domain/jobs/left-out.ts'
import { linesOf, readRole } from '../../../src/domain/jobs/read-role.ts'

const POSTING = `We are hiring a Senior Backend Engineer (m/f/d)
We build payments for shops.
Location: Berlin or remote
What you will do
- Run services in Python
What you bring:
- 5+ years of experience with Go or Java
- Strong PostgreSQL knowledge
- Fluent in English; German is a plus
Nice to have:
- Kubernetes, Terraform
- Rust
No PHP needed.
Benefits
- Free coffee, a Swift onboarding, and Ruby on Fridays`
const read = (text: string) => readRole(text).criteria

describe('what a role asks for', () => {
  it('is read from a pasted posting, what must be there apart from what would be nice', () => {
    expect(readRole(POSTING)).toEqual({
      criteria: {
        title: 'Senior Backend Engineer',
        must: ['go', 'java', 'postgresql'],
        nice: ['kubernetes', 'terraform', 'rust', 'payments', 'python'].filter((skill) => skill !== 'payments'),
        years: 5,
        skillYears: { go: 5, java: 5 },
        seniority: 'senior',
        location: 'Berlin',
        remoteOk: true,
        jobFunction: 'engineering',
        languages: ['English'],
        order: ['known', 'must', 'role', 'nice', 'level', 'place', 'languages'],
      },
      leftOut: [],
    })
  })

  it.each([
    [
      'Senior SRE in London, remote ok: Kubernetes, Terraform',
      {
        title: 'Senior SRE',
        must: ['kubernetes', 'terraform'],
        location: 'London',
        remoteOk: true,
        seniority: 'senior',
      },
    ],
    [
      'senior sre',
      {
        title: 'senior sre',
        must: [],
        nice: [],
        seniority: 'senior',
        jobFunction: 'engineering',
        location: undefined,
        years: undefined,
      },
    ],
    [
      'Sr. SRE in London: Kubernetes',
      { title: 'Sr. SRE', must: ['kubernetes'], location: 'London', seniority: 'senior' },
    ],
    ['SRE\nYou work with Dr. Lind, e.g. Kafka is required. Docker is a plus.', { must: ['kafka'], nice: ['docker'] }],
    ['Rust Developer', { title: 'Rust Developer', must: ['rust'] }],
    ['Job title: Account Executive\nLisbon', { title: 'Account Executive', location: 'Lisbon', jobFunction: 'sales' }],
    ['SRE\nKnows Kubernetes. Terraform is a plus.', { must: ['kubernetes'], nice: ['terraform'] }],
    [
      'SRE\nKafka would be a plus\nKubernetes is a must\nDay to day you use Docker',
      { must: ['kubernetes'], nice: ['kafka', 'docker'] },
    ],
    ['SRE\nWe offer Ruby lessons\nKubernetes', { must: ['kubernetes'], nice: [] }],
    ['SRE\nRequired: Kubernetes\nDocker and Helm', { must: ['kubernetes', 'docker', 'helm'] }],
    ['SRE\nWe use Docker\nMust have: Kubernetes', { must: ['kubernetes'], nice: ['docker'] }],
    [
      'SRE\nSkills: Kubernetes, Frobnicator 9000, AWS (EC2); a very long thing that nobody would call a skill',
      { must: ['kubernetes', 'frobnicator-9000', 'aws'] },
    ],
    ['SRE\nYou must know Helm.\nNice to have: Go', { must: ['helm'], nice: ['go'] }],
    ['SRE\nPerks: Java, every morning\nDocker', { must: [], nice: [] }],
    ['SRE\nThis is not a remote role', { remoteOk: false }],
    ['SRE\nNo remote work', { remoteOk: false }],
    ['SRE\nWork from anywhere', { remoteOk: true }],
    ['SRE\nOur office is based in Porto, near the river', { location: 'Porto' }],
    ['', { title: '', must: [], nice: [] }],
  ])('%j', (text, expected) => expect(read(text)).toMatchObject(expected))

  it.each([
    ['3-5 years with Go', 3],
    ['at least 10 years of experience, 2 years of it with Go', 10],
    ['7+ yrs experience', 7],
    ['one of the oldest, 30 years in business', undefined],
    ['founded 20 years ago', undefined],
    ['99 years of experience', undefined],
  ])('%s: years %s', (text, years) => expect(read(`SRE\n${text}`).years).toBe(years))

  it('is bounded, however long the text', () => {
    const many = Array.from({ length: 100 }, (_, at) => `Skill${at}`).join(', ')
    expect(read(`SRE\nSkills: ${many}\nNice to have: Go`)).toMatchObject({ nice: ['go'] })
    expect(read(`SRE\nSkills: ${many}`).must).toHaveLength(15)
    expect(read('x'.repeat(5_000)).title).toHaveLength(150)
    expect(linesOf(Array.from({ length: 1_000 }, () => 'Go').join('\n')).lines).toHaveLength(300)
  })

  it('takes a model’s word of what a line is about, and the rules’ where it gives none', () => {
    const text = 'SRE\nWe use Docker\nAnd Helm\nNice to have: Go'
    expect(read(text)).toMatchObject({ must: ['docker', 'helm'], nice: ['go'] })
    expect(readRole(text, new Map([[1, 'must']])).criteria).toMatchObject({ must: ['docker'], nice: ['go', 'helm'] })
    expect(
      readRole(
        text,
        new Map([
          [1, 'neither'],
          [2, 'must'],
        ]),
      ).criteria,
    ).toMatchObject({ must: ['helm'], nice: ['go'] })
  })
})

describe('what must not count', () => {
  it.each([
    ['We want a young, energetic team player', [['age', 'young']]],
    ['Age limit 35', [['age', 'Age limit 35']]],
    ['between 25 and 35 years old', [['age', 'between 25 and 35 years old']]],
    ['Male candidates preferred', [['gender', 'Male candidates']]],
    ['Women only', [['gender', 'Women only']]],
    ['unmarried, no kids', [['family', 'unmarried']]],
    ['German native speaker', [['ethnicity', 'native speaker']]],
    ['British nationals only', [['ethnicity', 'British nationals only']]],
    ['Christians only', [['religion', 'Christians only']]],
    ['able-bodied', [['disability', 'able-bodied']]],
    ['in good health', [['health', 'in good health']]],
  ])('is cut out and told: %s', (text, expected) => {
    const { text: rest, leftOut } = withoutTraits(`SRE\n${text}`)
    expect(leftOut.map(({ topic, words }) => [topic, words])).toEqual(expected)
    for (const { words } of leftOut) expect(rest).not.toContain(words)
  })

  it.each([
    'We welcome all applicants regardless of age, gender or religion.',
    'An equal opportunity employer: race, sex and marital status play no part.',
    'We are a young company with a young codebase',
    'at least 5 years of experience', 'Manage a team of 20', 'Salesforce and healthy margins', 'diversity and inclusion in gender',
  ])('is nothing of a promise, or of another meaning: %s', (text) => expect(withoutTraits(text).leftOut).toEqual([])) // biome-ignore format: a list

  it('orders nobody: it reaches neither title nor skills', () => {
    const { criteria, leftOut } = readRole('Young male SRE in Porto: Go, age 25 to 35')
    expect(criteria).toMatchObject({ title: 'SRE', must: ['go'], location: 'Porto' })
    expect(leftOut.map(({ topic }) => topic)).toEqual(['age', 'gender'])
  })
})

describe('languages', () => {
  it.each([
    ['fluent in German and English', ['German', 'English']],
    ['Spanish-speaking', ['Spanish']],
    ['French (C1)', ['French']],
    ['Languages: Dutch, Polish', ['Dutch', 'Polish']],
    ['business-level Japanese', ['Japanese']],
    ['an English breakfast, a Greek god', []],
  ])('%s', (text, languages) => expect(languagesIn(text)).toEqual(languages))
  it('are written in one way', () => {
    expect([languageNamed(' german '), languageNamed('Klingon')]).toEqual(['German', undefined])
  })
})
