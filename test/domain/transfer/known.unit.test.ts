import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../src/domain/shared/csv.ts'
import type { Day, Zone } from '../../../src/domain/shared/time.ts'
import { exportHeading, exportLine, jsonResume } from '../../../src/domain/transfer/exported.ts'
import { fieldOfHeading } from '../../../src/domain/transfer/headings.ts'
import type { ImportedPerson } from '../../../src/domain/transfer/imported.ts'
import { additionTo } from '../../../src/domain/transfer/known.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const row = (change: Partial<ImportedPerson> = {}): ImportedPerson => ({
  fullName: 'Ana Souza',
  contacts: [],
  role: 'SRE',
  saysRole: false,
  headline: undefined,
  company: undefined,
  standing: 'withdrew',
  standingDay: undefined,
  saysStanding: false,
  guessedDay: false,
  stageReached: undefined,
  skills: [],
  skillUses: [],
  jobFunction: undefined,
  careerStage: undefined,
  employment: undefined,
  relation: undefined,
  custom: {},
  ratings: {},
  location: undefined,
  remoteOk: undefined,
  zone: undefined,
  seniority: undefined,
  tier: undefined,
  kind: 'passive',
  source: undefined,
  noContact: false,
  lastTouchAt: undefined,
  nextTouch: undefined,
  note: undefined,
  ...change,
})

describe('a row about somebody who is known', () => {
  it('changes nothing where it says nothing new', () => {
    expect(additionTo(aCandidate({ skills: ['go'] }), row({ skills: ['go'] }))).toEqual({})
  })

  it('fills what is empty, joins skills and replaces nothing', () => {
    const known = aCandidate({ company: 'Acme', skills: ['go'], location: 'Lisbon' })
    expect(
      additionTo(known, row({ company: 'Globex', headline: 'SRE', skills: ['sql'], location: 'Porto', tier: 'A' })),
    ).toEqual({
      headline: 'SRE',
      skills: ['go', 'sql'],
      tier: 'A',
    })
  })

  it('lets the stricter standing win, whichever side has it', () => {
    const known = aCandidate({ standing: 'withdrew', standingDay: undefined })
    expect(additionTo(known, row({ saysStanding: true, standing: 'hired' }))).toMatchObject({ standing: 'hired' })
    expect(additionTo(aCandidate({ standing: 'hired' }), row({ saysStanding: true, standing: 'withdrew' }))).toEqual({})
  })

  it('does not take what was only assumed of the whole file for news', () => {
    const known = aCandidate({ standing: 'withdrew', standingDay: undefined })
    expect(additionTo(known, row({ standing: 'not_told', saysStanding: false }))).toEqual({})
    const toldNo = aCandidate({ standing: 'told_no', standingDay: '2026-01-05' as Day })
    const guessed = {
      saysStanding: true,
      standing: 'told_no',
      standingDay: '2026-10-14' as Day,
      guessedDay: true,
    } as const
    expect(additionTo(toldNo, row(guessed))).toEqual({})
    expect(additionTo(toldNo, row({ ...guessed, guessedDay: false }))).toEqual({ standingDay: '2026-10-14' })
  })
})

describe('people who are exported', () => {
  const zone = 'Europe/Lisbon' as Zone
  const one = (fullName: string) => ({
    person: aCandidate({
      fullName,
      skills: ['kubernetes'],
      location: 'Lisbon',
      company: 'Acme',
      bringBack: 'a secret wish',
    }),
    contacts: [
      { kind: 'email', value: 'ana@example.com' },
      { kind: 'phone', value: '+351912345678' },
      { kind: 'profile', value: 'https://linkedin.com/in/ana' },
    ] as const,
    owner: 'Inês',
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('run nothing in a spreadsheet: %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/)
  })

  it('keep quotes, commas and line breaks in their cell', () => {
    expect(csvLine(['a "b", c', 'x\ny', 3, undefined])).toBe('"a ""b"", c","x\ny",3,')
  })

  it('stand in columns that an import reads', () => {
    const unread = exportHeading()
      .split(',')
      .filter((heading) => fieldOfHeading(heading) === undefined)
    expect(unread).toEqual(['Owner'])
    expect(exportLine(one('=Ana'), zone)).toMatch(/^'=Ana,ana@example.com,'\+351912345678,/)
  })

  it('are a JSON Resume without what only we should see', () => {
    const resume = jsonResume(one('Ana Souza'))
    expect(resume).toMatchObject({
      basics: { name: 'Ana Souza', email: 'ana@example.com', profiles: [{ network: 'linkedin.com' }] },
      work: [{ name: 'Acme' }],
      skills: [{ name: 'Kubernetes' }],
    })
    expect(JSON.stringify(resume)).not.toContain('secret')
  })
})
