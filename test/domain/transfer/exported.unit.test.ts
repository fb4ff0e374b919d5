import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type Day, instant, type Zone } from '../../../src/domain/shared/time.ts'
import { type ExportedPerson, exportHeading, exportLine, jsonResume } from '../../../src/domain/transfer/exported.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const LISBON = 'Europe/Lisbon' as Zone
const alone: ExportedPerson = { person: aCandidate(), contacts: [], owner: undefined }
const ana: ExportedPerson = {
  person: aCandidate({
    consideredRole: 'Senior SRE',
    headline: 'Platform engineer',
    company: 'Acme',
    location: 'Lisbon',
    remoteOk: true,
    skills: ['kubernetes', 'go'],
    seniority: 'senior',
    tier: 'A',
    kind: 'past_applicant',
    standing: 'told_no',
    standingDay: '2026-03-04' as Day,
    stageReached: 'Onsite',
    source: 'Job fair',
    lastTouchAt: instant('2026-05-01T23:30:00Z'),
    nextTouch: '2026-11-02' as Day,
  }),
  contacts: [
    { kind: 'phone', value: '+351912345678' },
    { kind: 'email', value: 'ana@example.com' },
    { kind: 'email', value: 'second@example.com' },
    { kind: 'profile', value: 'https://www.linkedin.com/in/ana' },
    { kind: 'profile', value: 'https://my.www.example/ana' },
  ],
  owner: 'Inês',
}
const row = (one: ExportedPerson) =>
  Papa.parse<Record<string, string>>(`${exportHeading()}\r\n${exportLine(one, LISBON)}`, { header: true }).data[0] ?? {}

describe('a person as a row of a table', () => {
  it('stands under headings that an import reads, in words of people', () => {
    expect(row(ana)).toMatchObject({
      Name: 'Ana Souza',
      Email: 'ana@example.com',
      Phone: "'+351912345678",
      'Profile link': 'https://www.linkedin.com/in/ana',
      Role: 'Senior SRE',
      Headline: 'Platform engineer',
      Company: 'Acme',
      Location: 'Lisbon, remote',
      Skills: 'Kubernetes, Go',
      Seniority: 'senior',
      Tier: 'A',
      Kind: 'past applicant',
      Status: 'Told no',
      'Status date': '2026-03-04',
      Stage: 'Onsite',
      Source: 'Job fair',
      Owner: 'Inês',
      // Half past midnight in Lisbon.
      'Last contacted': '2026-05-02',
      'Next touch': '2026-11-02',
    })
  })

  it('leaves empty what nobody knows', () => {
    const known = ['Name', 'Role', 'Kind', 'Status', 'Status date']
    const said = Object.entries(row(alone)).flatMap(([heading, cell]) => (cell === '' ? [] : [heading]))
    expect(said).toEqual(known)
  })

  it('says where somebody is and whether they would work from there', () => {
    const where = (location: string | undefined, remoteOk: boolean | undefined) =>
      row({ ...alone, person: aCandidate({ location, remoteOk }) }).Location
    expect(where('Porto', false)).toBe('Porto, not remote')
    expect(where('Porto', undefined)).toBe('Porto')
    expect(where(undefined, true)).toBe('remote')
    expect(where(undefined, false)).toBe('not remote')
  })

  it('is never a formula', () => {
    const person = aCandidate({ fullName: '=HYPERLINK("https://evil.example")', company: '@SUM(A1)' })
    expect(row({ ...alone, person })).toMatchObject({
      Name: `'=HYPERLINK("https://evil.example")`,
      Company: "'@SUM(A1)",
    })
  })
})

describe('a person as a JSON Resume', () => {
  it('holds what may leave us and none of our judgement', () => {
    expect(jsonResume(ana)).toEqual({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: {
        name: 'Ana Souza',
        label: 'Platform engineer',
        email: 'ana@example.com',
        phone: '+351912345678',
        location: { city: 'Lisbon' },
        profiles: [
          { network: 'linkedin.com', url: 'https://www.linkedin.com/in/ana' },
          { network: 'my.www.example', url: 'https://my.www.example/ana' },
        ],
      },
      work: [{ name: 'Acme', position: 'Platform engineer' }],
      skills: [{ name: 'Kubernetes' }, { name: 'Go' }],
      meta: { canonical: `urn:uuid:${ana.person.id}` },
    })
  })

  it('is short where little is known, and calls people by the role they were considered for', () => {
    expect(JSON.parse(JSON.stringify(jsonResume(alone)))).toEqual({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: { name: 'Ana Souza', label: 'Senior SRE', profiles: [] },
      work: [],
      skills: [],
      meta: { canonical: `urn:uuid:${alone.person.id}` },
    })
  })
})
