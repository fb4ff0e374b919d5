import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../../../src/domain/pool/query/explain.ts'
import { FILTERS, type QueryContext } from '../../../../src/domain/pool/query/filters.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { asking } from './asking.ts'

/** As it is kept, and as it is told; or what is wrong with it. */
const read = (text: string, context: Partial<QueryContext> = {}): readonly unknown[] => {
  const parsed = parseQuery(text, asking(context))
  return parsed.ok ? [printQuery(parsed.value.query), explain(parsed.value.query)] : parsed.refusal
}

describe('every filter is kept as it was meant, and told in words', () => {
  it.each([
    ['seniority:senior,staff', 'seniority:senior,staff', 'senior or staff people'],
    ['-seniority:senior', '-seniority:senior', 'people who are not senior'],
    ['(ana OR seniority:lead)', '(ana OR seniority:lead)', 'people who either match “ana” or are lead'],
    ['tier:A,tierb', 'tier:A,B', 'tier A or B people'],
    ['-tier:A', '-tier:A', 'people who are not tier A'],
    ['rating:>=4', 'rating:>=4', 'people who are rated 4 or better'],
    ['rating:4+', 'rating:>=4', 'people who are rated 4 or better'],
    ['rating:>3', 'rating:>=4', 'people who are rated 4 or better'],
    ['rated:>=1', 'rating:>=1', 'people who are rated at all'],
    ['rating:4', 'rating:4', 'people who are rated 4'],
    ['rating:=5', 'rating:5', 'people who are rated 5'],
    ['rating:>=5', 'rating:5', 'people who are rated 5'],
    ['score:<3', 'rating:<=2', 'people who are rated 2 or less'],
    ['rating:<=2', 'rating:<=2', 'people who are rated 2 or less'],
    ['rating:3..4', 'rating:3..4', 'people who are rated 3 to 4'],
    ['rating:2-3', 'rating:2..3', 'people who are rated 2 to 3'],
    ['rating:1,5', '(rating:1 OR rating:5)', 'people who either are rated 1 or are rated 5'],
    ['-rating:<3', '-rating:<=2', 'people who are not rated 2 or less'],
    ['kind:silver', 'kind:near_miss', 'near miss people'],
    ['-kind:referred', '-kind:referral', 'people who are not referral people'],
    ['standing:rejected', 'standing:told_no', 'people who are told no'],
    ['standing:"in process"', 'standing:interviewing', 'people who are still interviewing'],
    ['standing:untold', 'standing:not_told', 'people who are not told yet'],
    ['standing:withdrawn', 'standing:withdrew', 'people who are withdrawn'],
    ['standing:declined', 'standing:declined_offer', 'people who are decliners of our offer'],
    ['standing:hired', 'standing:hired', 'people who are hired'],
    ['reason:skills,salary', 'reason:skill_gap,pay', 'people who were not hired (skill gap or pay)'],
    ['reason:visa', 'reason:location', 'people who were not hired (location)'],
    ['function:eng,HR', 'function:engineering,people', 'people who work in engineering or people'],
    ['-department:sales', '-function:sales', 'people who do not work in sales'],
    ['function:customer success Lisbon', 'function:support location:Lisbon', 'people in Lisbon who work in support'],
    ['consent:valid', 'consent:valid', 'people who are open to contact'],
    [
      'permission:soon',
      'consent:expiring',
      'people who are about to lose their permission to contact (within 30 days)',
    ],
    ['consent:lapsed', 'consent:expired', 'people who are past their permission to contact'],
    ['-consent:optedout', '-consent:withdrawn', 'people who are not closed to contact by their own word'],
    ['consent:none', 'consent:missing', 'people who are without a permission to contact'],
    ['relation:customer', 'relation:client', 'people who are clients'],
    ['-relationship:client,partner', '-relation:client,partner', 'people who are not clients or partners'],
    [
      'employment:notice,freelancer',
      'employment:on_notice,self_employed',
      'people who are working their notice or self-employed',
    ],
    ['-working:employed', '-employment:employed', 'people who are not employed'],
    ['career-stage:specialist', 'career:expert', 'people who are experts in their field'],
    [
      'career_stage:graduate,changing',
      'career:student,changing_field',
      'people who are students or graduates or changing their field',
    ],
    ['skill:kubernetes>=3y', 'skill:kubernetes>=3y', 'people who know Kubernetes for 3 years or more'],
    ['skill:k8s>3', 'skill:kubernetes>=4y', 'people who know Kubernetes for 4 years or more'],
    [
      'skill:kubernetes 3 years London',
      'skill:kubernetes>=3y location:London',
      'people in London who know Kubernetes for 3 years or more',
    ],
    [
      'skill:basket-weaving 3y+ ana',
      'skill:basket-weaving>=3y ana',
      'people who know Basket weaving for 3 years or more and match “ana”',
    ],
    ['skill:machine learning>=1y', 'skill:machine-learning>=1y', 'people who know Machine learning for 1 year or more'],
    ['skill:".net >= 3 years"', 'skill:dotnet>=3y', 'people who know .NET for 3 years or more'],
    ['skill:"google cloud"<2y', 'skill:gcp<=1y', 'people who know Google Cloud for 1 year or less'],
    ['skill:c++=3y', 'skill:c++=3y', 'people who know C++ for 3 years'],
    ['skill:go>=1', 'skill:go>=1y', 'people who know Go for 1 year or more'],
    ['skill:"go 3..5y"', 'skill:"go 3..5y"', 'people who know Go for 3 to 5 years'],
    [
      'skill:go>=3y,rust,sql>=3y',
      '(skill:go>=3y,sql>=3y OR skill:rust)',
      'people who either know Go or SQL for 3 years or more or know Rust',
    ],
    ['-skill:go (3+ years)', '-skill:"go" 3+ years', 'people who do not know Go, match “3+” and match “years”'],
    [
      'skill:go>3y 3+ years',
      'skill:go>=4y 3+ years',
      'people who know Go for 4 years or more, match “3+” and match “years”',
    ],
    ['-skill:go>=3y', '-skill:go>=3y', 'people who do not know Go for 3 years or more'],
    [
      'kubernetes>=3y London',
      'skill:kubernetes>=3y location:London',
      'people in London who know Kubernetes for 3 years or more',
    ],
    ['custom:Visa=yes', 'custom:visa=yes', 'people who are marked visa “yes”'],
    ['field:notice-period=3', 'custom:notice-period=3', 'people who are marked notice-period “3”'],
    [
      'custom:"Notice period = 1 month","notice period=none"',
      'custom:"notice-period=1 month",notice-period=none',
      'people who are marked notice-period “1 month” or with no notice-period',
    ],
    ['-custom:bonus>=5000', '-custom:bonus>=5000', 'people who are not marked bonus “>=5000”'],
    [
      'custom:bonus>=-5,visa=any',
      '(custom:bonus>=-5 OR custom:visa=any)',
      'people who either are marked bonus “>=-5” or are marked with any visa',
    ],
    ['owner:@U123', 'owner:@U123', 'people who are owned by @U123'],
    ['owner:@UMA', 'owner:UMA', 'people who are owned by UMA'],
    ['owner:none', 'owner:nobody', 'people who are owned by nobody'],
    ['owner:myself', 'owner:me', 'people who are owned by me'],
    ['owner:W012ABCDEF', 'owner:@W012ABCDEF', 'people who are owned by @W012ABCDEF'],
    ['owner:ines', 'owner:ines', 'people who are owned by ines'],
    [
      'role:"Senior SRE",Designer',
      'role:"Senior SRE",Designer',
      'people who were considered for “Senior SRE” or “Designer”',
    ],
    ['pool:"SRE bench"', 'pool:"SRE bench"', 'people who are in the pool “SRE bench”'],
    ['source:referral', 'source:referral', 'people who are from the source “referral”'],
    ['company:-acme', '-company:acme', 'people who are not at “acme”'],
    ['company:"<|Acme> Ltd"', 'company:"Acme Ltd"', 'people who are at “Acme Ltd”'],
    ['stage:onsite', 'stage:onsite', 'people who have reached “onsite”'],
    ['remote:only', 'remote:yes', 'people who are open to remote work'],
    ['remote:false', 'remote:no', 'people who are not open to remote work'],
    ['location:Lisbon,Porto', 'location:Lisbon,Porto', 'people in Lisbon or Porto'],
    ['location:Smallville', 'location:Smallville', 'people in “Smallville”'],
    [
      'location:Lisbon location:EU',
      'location:Lisbon location:"European Union"',
      'people in Lisbon and in European Union',
    ],
    ['location:!porto', '-location:Porto', 'people who are not in Porto'],
    ['skill:go skill:rust skill:sql', 'skill:go skill:rust skill:sql', 'people who know Go, Rust and SQL'],
    ['skill:rust-lang', 'skill:rust', 'people who know Rust'],
    ['"incident review"', '"incident review"', 'people who match “incident review” word for word'],
    ['ana ben', 'ana ben', 'people who match “ana” and match “ben”'],
    ['-remote', '-remote', 'people who are not open to remote work (or match “remote”)'],
    ['-(skill:go ana)', '-(skill:"go" ana)', 'people who are none of those who know Go and match “ana”'],
    [
      '-("x or y" OR skill:php)',
      '-("x or y" OR skill:php)',
      'people who neither match “x or y” word for word nor know PHP',
    ],
    ['-(ana OR skill:php)', '-(ana OR skill:php)', 'people who neither match “ana” nor know PHP'],
  ])('%s', (typed, kept, told) => expect(read(typed)).toEqual([kept, told]))

  it.each([
    ['stale:<2w', 'stale:<2w', 'people, quiet for less than 2 weeks'],
    ['stale:>1y', 'stale:>1y', 'people, quiet for more than 1 year'],
    ['-stale:>90d', '-stale:>90d', 'people who have not been quiet for more than 90 days'],
    ['last:never', 'last:never', 'people who have never been contacted'],
    ['last:<1d', 'last:<1d', 'people who were last contacted within the last 1 day'],
    ['last:>3m', 'last:>3m', 'people who were last contacted more than 3 months ago'],
    ['last:90', 'last:<90d', 'people who were last contacted within the last 90 days'],
    ['last:<2026-03-01', 'last:<=2026-02-28', 'people who were last contacted on or before 2026-02-28'],
    ['last:>2026-03-01', 'last:>=2026-03-02', 'people who were last contacted on or after 2026-03-02'],
    ['last:2026-03-01', 'last:2026-03-01', 'people who were last contacted on 2026-03-01'],
    ['last:>march', 'last:>=2026-04-01', 'people who were last contacted on or after 2026-04-01'],
    ['last:>=march', 'last:>=2026-03-01', 'people who were last contacted on or after 2026-03-01'],
    ['last:<=march', 'last:<=2026-03-31', 'people who were last contacted on or before 2026-03-31'],
    ['last:">30d"', 'last:>30d', 'people who were last contacted more than 30 days ago'],
    ['last:">= 2026-03-01"', 'last:>=2026-03-01', 'people who were last contacted on or after 2026-03-01'],
    [
      'last:never,>1y',
      '(last:never OR last:>1y)',
      'people who either have never been contacted or were last contacted more than 1 year ago',
    ],
    ['stale:90d..6m', 'stale:>90d stale:<6m', 'people, quiet for more than 90 days, quiet for less than 6 months'],
    ['stale:6m..90d', 'stale:>90d stale:<6m', 'people, quiet for more than 90 days, quiet for less than 6 months'],
    ['stale:4..8w', 'stale:>4w stale:<8w', 'people, quiet for more than 4 weeks, quiet for less than 8 weeks'],
    [
      '-added:1w..1m',
      '-(added:>1w added:<1m)',
      'people who are none of those who were added more than 1 week ago and were added within the last 1 month',
    ],
    ['next:<7d', 'next:<7d', 'people who are due for their next touchpoint in less than 7 days'],
    ['due:>1m', 'next:>1m', 'people who are due for their next touchpoint in more than 1 month'],
    ['next:7 days', 'next:<7d', 'people who are due for their next touchpoint in less than 7 days'],
    ['next:overdue', 'next:overdue', 'people who are overdue for their next touchpoint'],
    ['-next:none', '-next:none', 'people who are not without a next touchpoint'],
    [
      'next-touch:late,never',
      '(next:overdue OR next:none)',
      'people who either are overdue for their next touchpoint or are without a next touchpoint',
    ],
    ['next:today', 'next:2026-11-22', 'people who are due for their next touchpoint on 2026-11-22'],
    ['next:tomorrow', 'next:2026-11-23', 'people who are due for their next touchpoint on 2026-11-23'],
    ['next:monday', 'next:2026-11-23', 'people who are due for their next touchpoint on 2026-11-23'],
    [
      'next:"next week"',
      'next:2026-11-23..2026-11-29',
      'people who are due for their next touchpoint from 2026-11-23 to 2026-11-29',
    ],
    [
      'next:"this week"',
      'next:2026-11-16..2026-11-22',
      'people who are due for their next touchpoint from 2026-11-16 to 2026-11-22',
    ],
    [
      'next:november',
      'next:2026-11-01..2026-11-30',
      'people who are due for their next touchpoint from 2026-11-01 to 2026-11-30',
    ],
    [
      'next:march',
      'next:2027-03-01..2027-03-31',
      'people who are due for their next touchpoint from 2027-03-01 to 2027-03-31',
    ],
    [
      'next:"next month"',
      'next:2026-12-01..2026-12-31',
      'people who are due for their next touchpoint from 2026-12-01 to 2026-12-31',
    ],
    ['next:>=2027', 'next:>=2027-01-01', 'people who are due for their next touchpoint on or after 2027-01-01'],
    [
      'next:1w..1m',
      'next:>1w next:<1m',
      'people who are due for their next touchpoint in more than 1 week and are due for their next touchpoint in less than 1 month',
    ],
    ['added:<30d', 'added:<30d', 'people who were added within the last 30 days'],
    ['added:2026', 'added:2026-01-01..2026-12-31', 'people who were added from 2026-01-01 to 2026-12-31'],
    ['added:>2025', 'added:>=2026-01-01', 'people who were added on or after 2026-01-01'],
    ['added:yesterday', 'added:2026-11-21', 'people who were added on 2026-11-21'],
    ['added:march..april', 'added:2026-03-01..2026-04-30', 'people who were added from 2026-03-01 to 2026-04-30'],
  ])('of time: %s', (typed, kept, told) => expect(read(typed)).toEqual([kept, told]))

  it.each([
    ['sort:quiet', 'sort:stale', 'everybody, the longest quiet first'],
    ['sort:best', 'sort:match', 'everybody, the best match first'],
    ['sort:name', 'sort:name', 'everybody, by name'],
    ['sort:newest', 'sort:added', 'everybody, the newest first'],
  ])('in an order: %s', (typed, kept, told) => expect(read(typed)).toEqual([kept, told]))

  it('all of them in one sentence', () => {
    expect(
      read('kind:alumni,internal senior tier:A skill:go stale:>2w sort:stale location:Lisbon, ana (ana | ben)')[1],
    ).toBe(
      'senior, tier A alumni or internal people in Lisbon who know Go, match “ana” and either match “ana” or match “ben”, quiet for more than 2 weeks, the longest quiet first',
    )
  })

  it('a place by two characters of Chinese, known or not', () => {
    expect(read('location:東京')[1]).toBe('people in Tokyo')
    expect(read('location:渋谷')[1]).toBe('people in “渋谷”')
  })

  it('names an owner as the reader knows them', () => {
    const parsed = parseQuery('owner:@U123ABC', asking())
    expect(parsed.ok && explain(parsed.value.query, { owner: (id) => (id === 'U123ABC' ? 'Ines' : '') })).toBe(
      'people who are owned by Ines',
    )
  })
})

describe('a filter', () => {
  const names = Object.entries(FILTERS).flatMap(([filter, { names, example }]) =>
    names.map((name) => [name, filter, example] as const),
  )
  it.each(names)('may be called %s, which is %s', (name, filter, example) => {
    const parsed = parseQuery(example.replace(/^[a-z]+/, name), asking())
    expect(parsed.ok && printQuery(parsed.value.query)).toMatch(new RegExp(`^${filter}:`))
    expect(read(`${name}:`)).toMatchObject([{ kind: 'missing_value', filter, example }])
  })
})

describe('the page about finding people', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/finding.md'), 'utf8')
  it.each(Object.values(FILTERS))('has $names', ({ names, example }) => {
    const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(names[0])) ?? ''
    expect(names.some((name) => row.includes(name))).toBe(true)
    expect(page).toMatch(new RegExp(`\\b${example.split(':')[0]}\\b`))
  })
})

describe('a value that is not understood', () => {
  it.each([
    ['stale:soon', ['>90d', '>3m', '<2w'], undefined],
    ['seniority:>executive', ['senior', '>=senior', 'mid..staff'], undefined],
    ['seniority:staff..mid', ['senior', '>=senior', 'mid..staff'], undefined],
    ['seniority:>mid..staff', ['senior', '>=senior', 'mid..staff'], undefined],
    ['location:ZZ', ['London', '"New York"', 'Germany'], undefined],
    ['last:someday', ['never', '<30d', '>2026-03-01'], undefined],
    ['last:2026-03-31..2026-01-01', ['never', '<30d', '>2026-03-01'], undefined],
    ['added:someday', ['<30d', '>2026-03-01'], undefined],
    ['stale:90d..90d', ['>90d', '>3m', '<2w'], undefined],
    ['stale:1d..2d..3d', ['>90d', '>3m', '<2w'], undefined],
    ['stale:soon..3d', ['>90d', '>3m', '<2w'], undefined],
    ['added:30..60', ['<30d', '>2026-03-01'], undefined],
    ['tier:Z', ['A', 'B', 'C'], undefined],
    ['remote:yess', ['yes', 'no'], 'yes'],
    ['kind:refferal', ['near_miss', 'declined_offer', 'past_applicant', 'passive', 'pre_assessed', 'referral', 'alumni', 'internal', 'freelance'], 'referral'],
    ['kind:finalst', ['near_miss', 'declined_offer', 'past_applicant', 'passive', 'pre_assessed', 'referral', 'alumni', 'internal', 'freelance'], 'near_miss'],
    ['level:wizard', ['intern', 'junior', 'mid', 'senior', 'staff', 'principal', 'lead', 'manager', 'director', 'executive'], undefined],
    ['function:enginering', ['engineering', 'data', 'product', 'design', 'marketing', 'sales', 'support', 'finance', 'people', 'operations', 'legal'], 'engineering'],
    ['consent:expiringg', ['valid', 'expiring', 'expired', 'withdrawn', 'missing'], 'expiring'],
    ['consent:revokd', ['valid', 'expiring', 'expired', 'withdrawn', 'missing'], 'withdrawn'],
    ['relation:clent', ['client', 'partner'], 'client'],
    ['employment:studyin', ['employed', 'on_notice', 'between_jobs', 'self_employed', 'studying'], 'studying'],
    ['career:exprt', ['student', 'starting', 'established', 'expert', 'leading', 'changing_field'], 'expert'],
    ['next:soon', ['<7d', '>30d', 'overdue', 'none', '2026-12'], undefined],
    ['skill:kuberntes>=3y', [], 'kubernetes>=3y'],
    ['skill:go>=51y', ['kubernetes>=3y', 'kubernetes<2y', '"kubernetes 3..5y"'], undefined],
    ['skill:"go 5..3y"', ['kubernetes>=3y', 'kubernetes<2y', '"kubernetes 3..5y"'], undefined],
    ['custom:visa', [], undefined],
    ['sort:height', ['stale', 'match', 'name', 'added'], undefined],
    ['skill:rustt', [], 'rust'],
    ['skill:kuberntesx', [], 'kubernetes'],
    ['location:Lisbo', [], 'Lisbon'],
    ['location:<Role', [], 'Rome'],
    ['location:"Sao Paolo"', [], '"Sao Paulo"'],
  ])('%s is answered with what would be', (typed, allowed, suggestion) => {
    expect(read(typed)).toMatchObject([{ kind: 'unknown_value', allowed, suggestion }])
  }) // biome-ignore format: a table

  it('is “me” where no person asks', () => {
    expect(read('owner:me', { me: undefined })).toMatchObject([{ kind: 'unknown_value', text: 'me' }])
  })

  it('is a pool that is not there, of which the first ten are named', () => {
    const pools = Array.from({ length: 12 }, (_, at) => `Pool ${at}`)
    expect(read('pool:zzz', { known: { pools } })).toMatchObject([
      { allowed: pools.slice(0, 10), suggestion: undefined },
    ])
    expect(read('pool:pool 3 ana', { known: { pools } })[0]).toBe('pool:"Pool 3" ana')
  })

  it('is every value that is wrong, each at its place', () => {
    expect(read('tier:A,Z,Y')).toMatchObject([
      { text: 'Z', at: { start: 7, end: 8 } },
      { text: 'Y', at: { start: 9, end: 10 } },
    ])
  })

  it.each(['owner:!!', 'company:"!!"', 'skill:!!', 'location:??'])(
    'is a missing one where it has no letter: %s',
    (typed) => expect(read(typed)).toMatchObject([{ kind: 'missing_value' }]),
  )
})
