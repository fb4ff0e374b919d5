import { describe, expect, it } from 'vitest'
import type { Seniority } from '../../../src/domain/candidate/candidate.ts'
import { criteriaOfJob } from '../../../src/domain/jobs/criteria.ts'
import { lookForAny, lookForRole, othersFor } from '../../../src/domain/jobs/look-for.ts'
import { CURRENCIES, CURRENCY_CODES, parseMoney } from '../../../src/domain/jobs/money.ts'
import { parseJob } from '../../../src/domain/jobs/parse-job.ts'
import { type JobToFill, similarJob } from '../../../src/domain/nurture/similar-job.ts'

const ana = {
  consideredRole: 'Senior SRE',
  skills: ['kubernetes', 'go'],
  location: 'Lisbon',
  remoteOk: undefined,
  seniority: 'senior',
  company: undefined,
  tier: undefined,
} as const
const job: JobToFill = {
  title: 'Senior SRE',
  location: 'Lisbon',
  remoteOk: false,
  skills: ['k8s', 'Go'],
  seniority: 'senior',
}
describe('how well somebody fits a job', () => {
  const ladder: readonly (readonly [Seniority, readonly Seniority[]])[] = [
    ['intern', ['intern', 'junior']],
    ['junior', ['intern', 'junior', 'mid']],
    ['mid', ['junior', 'mid', 'senior']],
    ['senior', ['mid', 'senior', 'staff', 'lead']],
    ['staff', ['senior', 'staff', 'principal', 'lead']],
    ['principal', ['staff', 'principal', 'lead']],
    ['lead', ['senior', 'staff', 'principal', 'lead', 'manager']],
    ['manager', ['lead', 'manager', 'director']],
    ['director', ['manager', 'director', 'executive']],
    ['executive', ['director', 'executive']],
  ]
  it.each(ladder)('%s may become %j', (seniority, near) => {
    const levels = ladder.map(([level]) => level)
    const fits = levels.filter((level) => similarJob({ ...ana, seniority }, { ...job, title: 'SRE', seniority: level }))
    expect(fits).toEqual(levels.filter((level) => near.includes(level)))
  })

  it('takes half of the words in common, and half of the skills where the words are not enough', () => {
    const role = (mine: string, theirs: string, skills: readonly string[] = ['go']) =>
      similarJob({ ...ana, consideredRole: mine }, { ...job, title: theirs, skills })?.role
    expect(role('Payments Platform Engineer', 'Platform Engineer')).toBe('related')
    expect(role('Payments Platform Risk Fraud Engineer', 'Platform Engineer')).toBeUndefined()
    expect(role('Payments Platform Risk Fraud Engineer', 'Platform Engineer', ['go', 'k8s'])).toBe('by_skills')
    expect(role('Backend Engineer', 'Data Engineer', ['go', 'k8s', 'sql', 'rust'])).toBe('by_skills')
    expect(role('Backend Engineer', 'Data Engineer', ['go', 'k8s', 'sql', 'rust', 'php'])).toBeUndefined()
    expect(role('Backend Engineer', 'Sales Lead', ['go', 'k8s'])).toBeUndefined()
    expect(role('Backend Engineer', 'Backend Engineer', ['php'])).toBe('same')
  })
})

describe('whom to look for', () => {
  it.each([
    ['Senior SRE', 'role:"SRE"'],
    ['sr. Data  Engineer', 'role:"Data Engineer"'],
    ['Principal <b>|"x"', 'role:"b x"'],
    ['Lead Generation', 'role:"Generation"'],
    ['Staff', 'role:"Staff"'],
    ['Seniority Analyst', 'role:"Seniority Analyst"'],
  ])('%s: %s', (title, query) => expect(lookForRole(title)).toBe(query))

  const look = (title: string, skills: readonly string[] = []) =>
    lookForAny({ ...criteriaOfJob(job), title, must: skills })
  it('is by the words that tell the role, or by the skills', () => {
    expect(look('Senior Payments Engineer')).toEqual({
      kind: 'filter',
      field: 'role',
      any: ['payments engineer', 'payments'],
    })
    expect(look('Product Designer', ['figma'])).toEqual({
      kind: 'or',
      nodes: [
        { kind: 'filter', field: 'role', any: ['product designer'] },
        { kind: 'filter', field: 'skill', any: ['figma'] },
      ],
    })
    expect(look('Senior', ['go'])).toEqual({ kind: 'filter', field: 'skill', any: ['go'] })
    expect(look('SRE')).toMatchObject({ any: ['site reliability engineer', 'sre', 'site', 'reliability'] })
    expect(look('Senior')).toBeUndefined()
  })

  it('is in the end whoever only mentions it, does the same kind of work, and everybody', () => {
    const words = (text: string) => ({ kind: 'words', text, phrase: true })
    expect(othersFor({ ...criteriaOfJob(job), must: ['go'], nice: ['php'], languages: ['German'] })).toEqual([
      { kind: 'or', nodes: [words('Go'), words('PHP'), words('German')] },
      { kind: 'filter', field: 'function', any: ['engineering'] },
      null,
    ])
    expect(othersFor({ ...criteriaOfJob(job), must: [], jobFunction: undefined })).toEqual([null])
  })
})

describe('a job as somebody types it', () => {
  it.each([
    ['SRE (Lisbon)', { title: 'SRE', location: 'Lisbon', remoteOk: false }],
    ['SRE - remote', { title: 'SRE', location: undefined, remoteOk: true }],
    ['SRE in Testville; Go.', { title: 'SRE', location: 'Testville', skills: ['go'] }],
    ['SRE based in lisbon', { title: 'SRE', location: 'lisbon' }],
    ['SRE in somewhere', { title: 'SRE in somewhere', location: undefined }],
    ['Officer in Charge', { title: 'Officer in Charge', location: undefined }],
    ['Doctor in Residence in Porto', { title: 'Doctor in Residence', location: 'Porto' }],
    ['Remotely managed SRE', { title: 'Remotely managed SRE', remoteOk: true }],
    ['SRE, not remote', { title: 'SRE', remoteOk: false }],
    ['SRE in London, Lisbon', { location: 'London' }],
    ['Junior SRE: Go', { seniority: 'junior', location: undefined, skills: ['go'] }],
    ['  SRE   in\n Lisbon ', { title: 'SRE', location: 'Lisbon' }],
    [`${'x'.repeat(2_000)}, Lisbon`, { location: undefined }],
  ])('%#: %s', (typed, read) => expect(parseJob(typed)).toMatchObject(read))
})

describe('an amount', () => {
  const units = (typed: string, currency: (typeof CURRENCY_CODES)[number] = 'GBP') => {
    const parsed = parseMoney(typed, currency)
    return parsed.ok ? parsed.value : parsed.refusal.kind
  }
  it('is in one of the currencies that the form offers', () => {
    expect(CURRENCY_CODES).toEqual([
      'GBP',
      'EUR',
      'USD',
      'CHF',
      'SEK',
      'NOK',
      'DKK',
      'PLN',
      'CAD',
      'AUD',
      'INR',
      'BRL',
      'SGD',
      'JPY',
    ])
    for (const code of CURRENCY_CODES) expect(units(`${code} 1,200`, code)).toBe(1_200 * 10 ** CURRENCIES[code])
  })
  it.each([
    ['R$ 12', 1_200], ['12,5', 1_250], ['12.05', 1_205], ['1’200', 120_000], ['1\u00a0200\u202f000', 120_000_000], ['¥12', 1_200], ['12kr', 1_200], ['12 kr 5', 'not_an_amount'],
    ['21474836.47', 2_147_483_647], ['21474836.48', 'too_much'], ['1234567890123', 'not_an_amount'], ['12.', 'not_an_amount'], ['.5', 'not_an_amount'],
    ['x12', 1_200], ['ABCD12', 'not_an_amount'], ['1,234.5', 123_450], ['1.234,5', 123_450], ['1,23', 123], ['1,234,56', 'not_an_amount'], ['', undefined],
    ['0012', 1_200], ['12$', 1_200], ['$', 'not_an_amount'],
  ] as const)('%j is %s', (typed, expected) => expect(units(typed)).toBe(expected)) // biome-ignore format: a table
  it('of a currency without decimals may end in noughts', () => {
    expect([units('12.00', 'JPY'), units('12.0', 'JPY'), units('12.01', 'JPY')]).toEqual([12, 12, 'not_an_amount'])
  })
})
