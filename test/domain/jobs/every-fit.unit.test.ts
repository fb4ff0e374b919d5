import { describe, expect, it } from 'vitest'
import type { Seniority } from '../../../src/domain/candidate/candidate.ts'
import { fitOf, lookFor, lookForRole } from '../../../src/domain/jobs/fit.ts'
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
const suits = (person: object = {}, change: Partial<JobToFill> = {}) =>
  fitOf({ ...ana, ...person }, { ...job, ...change })

describe('how well somebody fits a job', () => {
  it.each([
    ['everything', {}, {}, 60 + 30 + 6 + 4],
    ['and would be hired today', { tier: 'A' }, {}, 200],
    ['tier B is no more than none', { tier: 'B' }, {}, 100],
    ['half of the skills', { skills: ['go'] }, {}, 60 + 15 + 6 + 4],
    ['a third of the skills', { skills: ['go'] }, { skills: ['go', 'sql', 'rust'] }, 60 + 10 + 6 + 4],
    ['no skill is asked for', {}, { skills: [] }, 60 + 6 + 4],
    ['from afar', {}, { location: 'Berlin', remoteOk: true }, 60 + 30 + 6 + 4],
    ['in the same country', { location: 'Porto' }, {}, 60 + 30 + 4],
    ['nobody knows where', { location: undefined }, {}, 60 + 30 + 4],
    ['a level below', { seniority: 'mid' }, {}, 60 + 30 + 6],
    ['a related role', {}, { title: 'Site Reliability and Platform Engineer' }, 40 + 30 + 6 + 4],
    ['by skills alone', {}, { title: 'Infrastructure Engineer' }, 30 + 6 + 4],
  ])('%s', (_what, person, change, points) => expect(suits(person, change)?.points).toBe(points))

  it('is told by reasons and gaps', () => {
    expect(
      suits({ location: 'Porto', seniority: 'mid', skills: ['go'] }, { skills: ['go', 'Basket', 'basket'] }),
    ).toMatchObject({
      reasons: [
        { kind: 'role', likeness: 'same' },
        { kind: 'skills', skills: ['go'] },
      ],
      gaps: [
        { kind: 'skills', skills: ['basket'] },
        { kind: 'would_move', place: 'Porto' },
        { kind: 'level', seniority: 'mid' },
      ],
    })
    expect(suits({}, { location: 'Berlin', remoteOk: true })).toMatchObject({
      reasons: [{ kind: 'role' }, { kind: 'skills' }, { kind: 'remote' }, { kind: 'level', seniority: 'senior' }],
      gaps: [],
    })
    expect(suits({ location: undefined }, { location: undefined })?.gaps).toEqual([])
    expect(suits({ location: undefined })?.gaps).toEqual([{ kind: 'place_unknown' }])
    expect(suits({ skills: [] })).toMatchObject({ gaps: [{ kind: 'skills', skills: ['kubernetes', 'go'] }] })
    expect(suits({ seniority: undefined })?.reasons.at(-1)).toEqual({ kind: 'level', seniority: 'senior' })
    expect(suits({}, { title: 'Infrastructure Engineer' })?.reasons[0]).toEqual({
      kind: 'skills',
      skills: ['kubernetes', 'go'],
    })
  })

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

  it('is by the words that tell the role, or by the skills, and nobody who was hired', () => {
    const look = (title: string, skills: readonly string[] = []) => lookFor({ ...job, title, skills })
    const hired = { kind: 'not', node: { kind: 'filter', field: 'standing', any: ['hired'] } }
    expect(look('Senior Payments Engineer')).toEqual({
      kind: 'and',
      nodes: [{ kind: 'filter', field: 'role', any: ['payments engineer', 'payments'] }, hired],
    })
    expect(look('Product Designer', ['figma'])).toEqual({
      kind: 'and',
      nodes: [
        {
          kind: 'or',
          nodes: [
            { kind: 'filter', field: 'role', any: ['product designer'] },
            { kind: 'filter', field: 'skill', any: ['figma'] },
          ],
        },
        hired,
      ],
    })
    expect(look('Senior', ['go'])).toEqual({
      kind: 'and',
      nodes: [{ kind: 'filter', field: 'skill', any: ['go'] }, hired],
    })
    expect(look('SRE')).toMatchObject({
      nodes: [{ any: ['site reliability engineer', 'sre', 'site', 'reliability'] }, hired],
    })
    expect(look('Senior')).toBeUndefined()
  })
})

describe('a job as somebody types it', () => {
  it.each([
    ['SRE (Lisbon)', { title: 'SRE', location: 'Lisbon', remoteOk: false }],
    ['SRE - remote', { title: 'SRE', location: undefined, remoteOk: true }],
    ['SRE at Testville; Go.', { title: 'SRE', location: 'Testville', skills: ['go'] }],
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
