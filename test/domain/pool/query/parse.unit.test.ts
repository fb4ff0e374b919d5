import { describe, expect, it } from 'vitest'
import { explain } from '../../../../src/domain/pool/query/explain.ts'
import type { QueryContext } from '../../../../src/domain/pool/query/filters.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { repaired } from '../../../../src/domain/pool/query/problem.ts'
import { asking } from './asking.ts'

const accepted = (text: string, context: Partial<QueryContext> = {}) => {
  const read = parseQuery(text, asking(context))
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.refusal)}`)
  return read.value
}
const printed = (text: string, context: Partial<QueryContext> = {}) => printQuery(accepted(text, context).query)
const problems = (text: string, context: Partial<QueryContext> = {}) => {
  const read = parseQuery(text, asking(context))
  return read.ok ? [] : read.refusal
}

describe('words that a recruiter just types', () => {
  it('are read as level, skill and place, and the answer says so', () => {
    expect(accepted('senior SRE London').readAs).toEqual(['senior', 'SRE', 'London'])
    expect(printed('senior kubernetes London')).toBe('seniority:senior skill:kubernetes location:London')
  })

  it.each([
    ['nyc k8s', 'location:"New York" skill:kubernetes'],
    ['machine learning New York', 'machine learning location:"New York"'],
    ['site reliability', 'site reliability'],
    ['senior people in London who know Kubernetes', 'seniority:senior location:London skill:kubernetes'],
    ['senior SRE in the UK', 'seniority:"senior" SRE location:"United Kingdom"'],
    ['who knows terraform in the UK', 'skill:terraform location:"United Kingdom"'],
    ['kubernetes based in London', 'skill:kubernetes location:London'],
    ['people who are living in London', 'location:London'],
    ['kubernetes 5+ years', 'skill:kubernetes>=5y'],
    ['kubernetes 5 years London', 'skill:kubernetes>=5y location:London'],
    ['5+ years of Go', 'skill:go>=5y'],
    ['5 yrs experience with google cloud', 'skill:gcp>=5y'],
    ['5+ years of fun', '5+ years of fun'],
    ['.NET and C#', 'skill:dotnet skill:c#'],
    ['sre with kubernetes experience in london', 'sre skill:kubernetes location:London'],
    ['Kubernetes skills and Go Knowledge', 'skill:"kubernetes" Go'],
    ['5 years of Kubernetes experience London', 'skill:kubernetes>=5y location:London'],
    ['5+ years of experience with google cloud platform', 'skill:gcp>=5y'],
    ['experienced in terraform', 'skill:terraform'],
    ['London experience', 'location:"London" experience'],
    ['senior SREs', 'seniority:"senior" SREs'],
    ['python developers in Leeds', 'python developers location:Leeds'],
    ['C++ developer', 'skill:"c++" developer'],
    ['München', 'location:Munich'],
  ])('run together where they are one name: %s', (typed, canonical) => expect(printed(typed)).toBe(canonical))

  it.each(['Paris', 'Sofia', 'Jordan', 'Austin', 'Rust', 'Georgia', 'Kafka', 'lead', 'SRE', 'go'])(
    'still find people by name or title: %s',
    (word) => {
      expect(accepted(word).query.where).toMatchObject({ kind: 'either', words: word, filter: { kind: 'filter' } })
    },
  )

  it.each(['de la Cruz', 'Ana Souza', 'Is Based the A', "O'Neil", 'Will Don An'])(
    'stay words where they are a name: %s',
    (name) => {
      expect(printed(name)).toBe(name)
      expect(accepted(name).readAs).toEqual([])
    },
  )

  it.each([
    ['SREs', 'sre'],
    ['python developers', 'python'],
    ['front-end engineers', 'frontend'],
    ['SRE experience', 'sre'],
  ])('are a skill and a title where they name a job: %s', (typed, skill) => {
    const words = typed.replace(' experience', '')
    expect(accepted(typed).query.where).toEqual({
      kind: 'either',
      words,
      filter: { kind: 'filter', field: 'skill', any: [skill] },
    })
  })

  it('are what the team calls a skill, where it has a word of its own, and mean the same where nobody knows it', () => {
    const context = {
      known: {
        lessons: new Map([
          ['kubz', 'kubernetes'],
          ['rusty-stuff', 'rust'],
        ]),
      },
    }
    const meant = '("kubz" OR skill:kubernetes)'
    expect(printed('kubz', context)).toBe(meant)
    expect(printed(printed('kubz', context))).toBe(meant)
    expect(printed('kubz experience London', context)).toBe(`${meant} location:London`)
    expect(printed('who knows Rusty stuff', context)).toBe('("Rusty stuff" OR skill:rust)')
    expect(accepted('-kubz London', context).readAs).toEqual(['Kubernetes', 'London'])
    expect(printed('kubz', { known: { lessons: new Map() } })).toBe('kubz')
    expect(printed('kubz>=3y', { known: { lessons: new Map([['kubz-3y', 'go']]) } })).toBe('kubz>=3y')
  })

  it('are kept as a name where some of them were read as more', () => {
    expect(accepted('Tom Holland').asName).toEqual(['Tom', 'Holland'])
    expect(accepted('London, Jack').asName).toEqual(['London', 'Jack'])
    expect(accepted('a b c d e London').asName).toHaveLength(6)
    for (const text of [
      'Ana Souza',
      '"Tom" Holland',
      'Tom location:Netherlands',
      'London -Jack',
      'London 5 go',
      'a b c d e f London',
    ])
      expect(accepted(text), text).not.toHaveProperty('asName')
  })

  it('are only words between quotes', () => {
    expect(accepted('"London"').query.where).toEqual({ kind: 'words', text: 'London', phrase: true })
  })
})

describe('filters', () => {
  it.each([
    ['skill:k8s', 'skill:kubernetes'],
    ['skill:go,rust', 'skill:go,rust'],
    ['skill:go skill:rust', 'skill:go skill:rust'],
    ['SKILL: Go', 'skill:go'],
    ['skill:go, rust London', 'skill:go,rust location:London'],
    ['skill:"basket weaving"', 'skill:basket-weaving'],
    ['location:New York senior', 'location:"New York" seniority:senior'],
    ['location:“New York”', 'location:"New York"'],
    ['location:"Austin, TX"', 'location:Austin'],
    ['location:Boston,MA', 'location:Boston'],
    ['location:Boston, MA senior', 'location:Boston seniority:senior'],
    ['location:Paris, France', 'location:Paris'],
    ['location:Paris,"France"', 'location:Paris,"France"'],
    ['location:France,Paris', 'location:France,Paris'],
    ['location:London UK', 'location:London'],
    ['location:WA', 'location:"Washington State"'],
    ['location:CA', 'location:California'],
    ['location:in', 'location:India'],
    ['location:Aveiro', 'location:"Aveiro, Portugal"'],
    ['role:"Senior SRE"', 'role:"Senior SRE"'],
    ['stale:&gt;90d', 'stale:>90d'],
    ['stale:90', 'stale:>90d'],
    ['stale:>3m', 'stale:>3m'],
    ['stale:> 2 weeks', 'stale:>2w'],
    ['last:never', 'last:never'],
    ['last:<30d', 'last:<30d'],
    ['last:2026-03-01', 'last:2026-03-01'],
    ['last:<2026-03-01', 'last:<=2026-02-28'],
    ['last:march', 'last:2026-03-01..2026-03-31'],
    ['last:december', 'last:2025-12-01..2025-12-31'],
    ['added:<30d', 'added:<30d'],
    ['tier:a,B', 'tier:A,B'],
    ['level:sr', 'seniority:senior'],
    ['owner:me', 'owner:me'],
    ['owner:<@U123ABC|ana>', 'owner:@U123ABC'],
    ['owner:@ana', 'owner:ana'],
    ['pool:“SRE bench”', 'pool:"SRE bench"'],
    ['standing:"told no"', 'standing:told_no'],
    ['skill:kubernetes≥3y', 'skill:kubernetes>=3y'],
    ['rating:≥4', 'rating:>=4'],
    ['skill:"c/c++"', 'skill:c++'],
    ['stale:>3 mo', 'stale:>3m'],
    ['stale:>2 wks', 'stale:>2w'],
    ['stale:>1 yr', 'stale:>1y'],
    ['stale:90..180 days', 'stale:>90d stale:<180d'],
    ['last:march 2025 ana', 'last:2025-03-01..2025-03-31 ana'],
    ['last:1 march 2026', 'last:2026-03-01'],
    ['last:last week', 'last:2026-11-09..2026-11-15'],
    ['next:next week', 'next:2026-11-23..2026-11-29'],
    ['standing:told no', 'standing:told_no'],
    ['standing:not told', 'standing:not_told'],
    ['standing:not told yet', 'standing:not_told'],
    ['standing:not_told yet', 'standing:not_told'],
    ['standing:"not_told" yet', 'standing:"not_told" yet'],
    ['reason:close second ana', 'reason:"close_second" ana'],
    ['reason:pay, close second', 'reason:pay,close_second'],
    ['kind:near miss', 'kind:near_miss'],
    ['employment:between jobs', 'employment:between_jobs'],
    ['reason:skill gap', 'reason:skill_gap'],
    ['career:changing field', 'career:changing_field'],
    ['seniority:>=lead', 'seniority:lead,manager,director,executive'],
    ['seniority:Director+', 'seniority:director,executive'],
    ['seniority:">= director"', 'seniority:director,executive'],
    ['seniority:<mid', 'seniority:intern,junior'],
    ['seniority:<=jr', 'seniority:intern,junior'],
    ['seniority:>manager', 'seniority:director,executive'],
    ['seniority:mid..staff,lead', 'seniority:mid,senior,staff,lead'],
    ['reason:runner-up', 'reason:close_second'],
    ['remote:yes', 'remote:yes'],
    ['kind:near-miss', 'kind:near_miss'],
    ['source:referral company:Acme', 'source:referral company:Acme'],
    ['ana sort:stale', 'ana sort:stale'],
    ['skill:(go OR rust)', 'skill:go,rust'],
    ['skill: (go, rust | "google cloud") London', 'skill:go,rust,gcp location:London'],
    ['-location:(New York or Berlin)', '-location:"New York",Berlin'],
    ['location:(Paris OR France) go', 'location:Paris,"France" go'],
    ["standing:('told no' OR not told)", 'standing:told_no,not_told'],
    ['last:(never OR >1y)', '(last:never OR last:>1y)'],
    ['stale:90d+', 'stale:>90d'],
    ['stale:3+ months', 'stale:>3m'],
    ['last:6m+', 'last:>6m'],
    ['next:30d+', 'next:>30d'],
  ])('%s', (typed, canonical) => expect(printed(typed)).toBe(canonical))

  it('take a length of time as it was said, so that a saved pool moves with the calendar', () => {
    expect(accepted('stale:>3m').query.where).toEqual({
      kind: 'filter',
      field: 'stale',
      when: { kind: 'ago', is: 'over', count: 3, unit: 'month' },
    })
  })
})

describe('and, or, not', () => {
  it.each([
    ['-skill:php', '-skill:php'],
    ['—skill:php', '-skill:php'],
    ['NOT skill:php', '-skill:php'],
    ['skill:-php', '-skill:php'],
    ['not not ana', 'ana'],
    ['Ana - Souza', 'Ana Souza'],
    ['senior London OR Dublin', 'seniority:senior (location:London OR location:Dublin)'],
    ['senior AND London OR Dublin', '((seniority:senior location:London) OR location:Dublin)'],
    ['-(London or Dublin)', '-(location:London OR location:Dublin)'],
    ['ana | ben', '(ana OR ben)'],
    ['ana ana ana', 'ana'],
    ['-New, York', '-New, York'],
    ['-New York', '-location:"New York"'],
    ['-ana ben', '-ana ben'],
    ['kubernetes - (php)', 'skill:kubernetes -skill:php'],
    ['— (ana ben)', '-(ana ben)'],
  ])('%s means %s', (typed, canonical) => expect(printed(typed)).toBe(canonical))

  it.each(['OR', '(((', ')(', '"', '…', 'AND OR NOT', ', ; :', '🥈', ''])(
    '%j alone finds everybody instead of failing',
    (typed) => {
      expect(accepted(typed).query.where).toBeNull()
    },
  )

  it('survives an unclosed quote and a lone bracket', () => {
    expect(printed('location:"New York')).toBe('location:"New York"')
    expect(printed('(skill:go London')).toBe('skill:go location:London')
  })
})

describe('what is not understood is named, and nothing runs', () => {
  it('an unknown filter, with the nearest', () => {
    expect(problems('London skil:go')).toEqual([
      { kind: 'unknown_filter', at: { start: 7, end: 11 }, text: 'skil', suggestion: 'skill' },
    ])
    expect(problems('contactd:never')).toMatchObject([{ suggestion: 'contacted' }])
    expect(problems('employr:Acme')).toMatchObject([{ suggestion: 'employer' }])
    expect(problems('birthday:march')).toMatchObject([{ kind: 'unknown_filter', suggestion: undefined }])
  })

  it.each([
    'rating:0',
    'rating:6',
    'rating:good',
    'rating:>5',
    'rating:<1',
    'rating:4..2',
    'rating:>=3..4',
    'rating:45',
  ])('%s, with what a rating can be', (text) =>
    expect(problems(text)).toMatchObject([
      { kind: 'unknown_value', filter: 'rating', allowed: ['>=4', '<3', '3..4', '5'], suggestion: undefined },
    ]),
  )

  it.each([
    ['location:Lodnon', 'London'],
    ['skill:go/rust', 'go,rust'],
    ['skill:go+k8s', 'go,kubernetes'],
    ['skill:go&skill:rust', 'go,rust'],
    ['skill:"go, rust"', 'go,rust'],
    ['skill:"go and k8s"', 'go,kubernetes'],
    ['skill:(go rust)', 'go,rust'],
    ['skill:kuberntes', 'kubernetes'],
    ['seniority:senoir', 'senior'],
    ['sort:stael', 'stale'],
    ['reason:timming', 'timing'],
  ])('%s, with the nearest value %s', (typed, suggestion) => {
    expect(problems(typed)).toMatchObject([{ kind: 'unknown_value', suggestion }])
  })

  it('a pool that does not exist', () => {
    const context = { known: { pools: ['SRE bench', 'Design finalists'] } }
    expect(problems('pool:"SRE bnch"', context)).toMatchObject([{ kind: 'unknown_value', suggestion: '"SRE bench"' }])
    expect(printed('pool:sre bench', context)).toBe('pool:"SRE bench"')
  })

  it('a skill that the workspace itself uses is no typing error', () => {
    expect(problems('skill:kubernetic')).toHaveLength(1)
    expect(printed('skill:kubernetic', { known: { skills: ['kubernetic'] } })).toBe('skill:kubernetic')
  })

  it('a skill that is in no table and that nobody has', () => {
    const context = { known: { skills: ['basket-weaving'] } }
    expect(problems('skill:flibbertigibbet', context)).toMatchObject([{ kind: 'unknown_value', suggestion: undefined }])
    expect(problems('skill:"basket weavings"', context)).toMatchObject([{ suggestion: 'basket-weaving' }])
    expect(printed('skill:"basket weaving"', context)).toBe('skill:basket-weaving')
  })

  it.each(['stale:<90d+', 'stale:90d+d+', 'added:2026+', 'stale:+'])('%s, which is no length of time', (text) =>
    expect(problems(text)).not.toEqual([]),
  )

  it.each(['skill:(go AND rust)', 'skill:(go -rust)', 'skill:(role:x)', 'skill:()', 'skill:(go OR (rust))'])(
    '%s, which is no list of alternatives',
    (text) => expect(problems(text)).toMatchObject([{ kind: 'missing_value' }]),
  )

  it('a member by their whole name needs no quotes', () => {
    const context = { known: { members: ['Inês Duarte', 'Ana Prado'] } }
    expect(printed('owner:@ines duarte London', context)).toBe('owner:"ines duarte" location:London')
    expect(printed('owner:Ana London', context)).toBe('owner:Ana location:London')
    expect(printed('owner:me, Ana Prado', context)).toBe('owner:me,"Ana Prado"')
    expect(printed('owner:"ana" prado', context)).toBe('owner:"ana" prado')
  })

  it('a filter without a value, with an example', () => {
    expect(problems('skill: OR London')).toMatchObject([{ kind: 'missing_value', example: 'skill:kubernetes' }])
  })

  it('everything wrong at once', () => expect(problems('skil:go tier:z location:')).toHaveLength(3))

  it('too much', () => {
    expect(problems('x'.repeat(501))).toMatchObject([{ kind: 'too_long', max: 500 }])
    expect(problems(Array.from({ length: 41 }, (_, i) => `w${i}`).join(' '))).toMatchObject([
      { kind: 'too_many_terms', count: 41, max: 40 },
    ])
    expect(problems('&'.repeat(200_000))).toMatchObject([{ kind: 'too_long' }])
  })

  it('a filter with the name of something that every object has', () => {
    expect(problems('constructor:go')).toMatchObject([{ kind: 'unknown_filter', suggestion: undefined }])
    expect(accepted('constructor toString valueOf')).toEqual(accepted('constructor AND toString AND valueOf'))
  })

  it('and the repaired query is ready to run', () => {
    const [problem] = problems('London skil:go')
    expect(problem && repaired('London skil:go', problem)).toBe('London skill:go')
  })
})

describe('a query in words', () => {
  it.each([
    ['senior London kubernetes stale:>90d', 'senior people in London who know Kubernetes, quiet for more than 90 days'],
    ['', 'everybody'],
    ['-skill:php tier:A', 'tier A people who do not know PHP'],
    ['owner:me last:never', 'people who are owned by me and have never been contacted'],
    ['Paris', 'people who are in Paris (or match “Paris”)'],
    ['skill:go,rust sort:stale', 'people who know Go or Rust, the longest quiet first'],
    ['-(London OR Dublin)', 'people who neither are in London nor are in Dublin'],
  ])('%j', (typed, inWords) => expect(explain(accepted(typed).query)).toBe(inWords))
})
