import { describe, expect, it } from 'vitest'
import type { Day, Zone } from '../../../src/domain/shared/time.ts'
import { refusalReason } from '../../../src/domain/shared/words/transfer.ts'
import type { ImportField } from '../../../src/domain/transfer/fields.ts'
import { type ReadRowAs, readRow } from '../../../src/domain/transfer/read-row.ts'

const FIELDS = [
  'fullName',
  'email',
  'phone',
  'profileLink',
  'role',
  'headline',
  'skills',
  'standing',
  'standingDay',
  'location',
  'note',
  'nextTouch',
  'lastContacted',
  'kind',
  'tier',
  'seniority',
  'firstName',
  'nameParticle',
  'lastName',
  'company',
  'source',
  'jobFunction',
  'employment',
  'relation',
  'careerStage',
  'doNotContact',
] as const
type Cells = Partial<Record<(typeof FIELDS)[number], string>>

const as = (change: Partial<ReadRowAs> = {}): ReadRowAs => ({
  mapping: Object.fromEntries(FIELDS.map((field, at) => [field, [at]])) as Partial<Record<ImportField, number[]>>,
  columns: FIELDS.length,
  basis: 'legitimate_interest',
  standing: undefined,
  role: undefined,
  dayOrder: 'day_first',
  today: '2026-10-14' as Day,
  zone: 'Europe/Lisbon' as Zone,
  ...change,
})
const ANA: Cells = { fullName: 'Ana Souza', email: 'ana@example.com' }
const cellsOf = (cells: Cells) => FIELDS.map((field) => cells[field] ?? '')
const person = (cells: Cells, change: Partial<ReadRowAs> = {}) => {
  const read = readRow(cellsOf({ ...ANA, ...cells }), as(change))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.person
}
const reasons = (cells: Cells) => {
  const read = readRow(cellsOf(cells), as())
  return read.ok ? [] : read.refusal.map(refusalReason)
}

describe('a row of a table', () => {
  it.each([
    ['linkedin.com/in/ana, github.com/ana', ['https://linkedin.com/in/ana', 'https://github.com/ana']],
    ['LinkedIn: linkedin.com/in/ana', ['https://linkedin.com/in/ana']],
    ['https://x.com/ana,https://github.com/ana', ['https://x.com/ana', 'https://github.com/ana']],
    [
      'x.com/ana;github.com/ana | gitlab.com/ana',
      ['https://x.com/ana', 'https://github.com/ana', 'https://gitlab.com/ana'],
    ],
    ['https://example.org/ana,b', ['https://example.org/ana,b']],
    ['https://employer.example/', []],
    ['linkedin.com/in/', []],
  ])('has the links of one cell, and not that of a whole site: %s', (profileLink, links) => {
    const { contacts } = person({ email: 'ana@example.com', phone: '', profileLink })
    expect(contacts.filter(({ kind }) => kind === 'profile').map(({ value }) => value)).toEqual(links)
  })

  it('becomes a person in the one form of each thing', () => {
    const read = person({
      fullName: '  Ana   Souza ',
      email: 'ana@example.com; ANA.S@Example.com',
      phone: '912 345 678',
      profileLink: 'http://linkedin.com/in/ana',
      skills: 'K8s, Golang; K8s',
      location: 'Lisbon, remote',
      seniority: 'Sr.',
      tier: 'tier a',
      note: 'Likes\ntrains',
    })
    expect(read).toMatchObject({
      fullName: 'Ana Souza',
      contacts: [
        { kind: 'email', value: 'ana@example.com' },
        { kind: 'email', value: 'ANA.S@example.com' },
        { kind: 'phone', value: '+351912345678' },
        { kind: 'profile', value: 'https://linkedin.com/in/ana' },
      ],
      skills: ['kubernetes', 'go'],
      location: 'Lisbon',
      remoteOk: true,
      zone: 'Europe/Lisbon',
      seniority: 'senior',
      tier: 'A',
      note: 'Likes\ntrains',
    })
  })

  it.each([
    ['Ana Souza <ana@example.com>', ['ana@example.com']],
    ['"Souza, Ana" <ana@example.com>; Ana <ana@work.example>', ['ana@example.com', 'ana@work.example']],
    [' ana@example.com. ', ['ana@example.com']],
    ['ana@example.com; ana@work.example;', ['ana@example.com', 'ana@work.example']],
  ])('takes addresses as mail programs write them: %s', (email, addresses) => {
    const read = readRow(cellsOf({ ...ANA, email }), as())
    expect(read.ok && read.value.person.contacts.map(({ value }) => value)).toEqual(addresses)
  })

  it('is refused with a reason that says what to mend', () => {
    expect(reasons({ email: 'ana@example.com' })).toEqual(['Name: This is empty; everybody needs one.'])
    expect(reasons({ ...ANA, email: 'nowhere' })[0]).toMatch(/^Email: .*does not look like an email/)
    expect(reasons({ fullName: 'Ana Souza' })[0]).toMatch(/^No email, phone number or profile link/)
    expect(reasons({ fullName: '12', email: 'x' })).toHaveLength(2)
    expect(reasons({ ...ANA, note: 'x'.repeat(3_001) })[0]).toMatch(/^Note: .*3000 fit/)
  })

  it('is refused where a quotation mark is missing and the cells are more than the columns', () => {
    const read = readRow([...cellsOf(ANA), 'more'], as())
    expect(read.ok ? '' : read.refusal.map(refusalReason).join()).toMatch(/27 cells where the heading has 26/)
    expect(readRow([...cellsOf(ANA), ' '], as()).ok).toBe(true)
  })

  it('tears no skill at its stroke, and takes no sign of nothing for one', () => {
    const skills = (text: string) => person({ skills: text }).skills
    expect(skills('CI/CD, A/B testing, TCP/IP, S/4HANA, N/A')).toEqual([
      'ci-cd',
      'experimentation',
      'networking',
      'sap',
    ])
    expect(skills('Java/Kotlin; Go / Basket weaving | AS/400')).toEqual([
      'java',
      'kotlin',
      'go',
      'basket-weaving',
      'as-400',
    ])
    expect(person({ skills: 'Java/Kotlin 5y' }).skillUses).toMatchObject([{ skill: 'kotlin', years: 5 }])
    expect([skills('none'), skills('n/a'), skills('-')]).toEqual([[], [], []])
  })

  const leftOut = (cells: Cells) => {
    const read = readRow(cellsOf({ ...ANA, ...cells }), as())
    return read.ok ? read.value.leftOut : read.refusal.map(refusalReason)
  }

  it('goes without a word that is not known, and says so', () => {
    const unknown = { jobFunction: 'R&D / Zork', employment: 'W2', careerStage: 'x', relation: 'Spouse' }
    expect(leftOut(unknown)).toEqual(['jobFunction', 'careerStage', 'employment', 'relation'])
    expect(leftOut({ seniority: 'L5', tier: '4/5', kind: 'Contract' })).toEqual(['seniority', 'tier', 'kind'])
    expect(leftOut({ seniority: 'Senior', tier: 'A', employment: 'employed', jobFunction: 'n/a' })).toEqual([])
  })

  it('cuts nothing without saying so', () => {
    const emails = Array.from({ length: 9 }, (_, at) => `ana${at}@example.com`).join('; ')
    expect(leftOut({ email: emails, profileLink: 'github.com/ana' })).toEqual([
      ...Array.from({ length: 4 }, () => 'email'),
      'profileLink',
    ])
    expect(leftOut({ email: 'ana@example.com; ANA@example.com' })).toEqual([])
    expect(leftOut({ email: emails, phone: '+351912345678' }).filter((field) => field === 'phone')).toHaveLength(1)
    const skills = Array.from({ length: 45 }, (_, at) => `weaving ${String.fromCharCode(97 + (at % 26))}${at}x`)
    expect(leftOut({ skills: skills.join('; ') })).toHaveLength(15)
    expect(leftOut({ skills: Array.from({ length: 3 }, () => skills.join(';')).join(';') })).toHaveLength(60)
    expect(leftOut({ company: 'x'.repeat(151), source: 'x'.repeat(151), headline: 'x'.repeat(400) })).toEqual([
      'headline',
      'company',
      'source',
    ])
    expect(leftOut({ company: 'x'.repeat(150) })).toEqual([])
    expect(person({ company: 'x'.repeat(400) }).company).toBe('x'.repeat(150))
    expect(leftOut({ location: 'x'.repeat(1_000) })).toEqual(['location'])
  })

  it('parts two links of a cell, and keeps none to the system that the file is from', () => {
    expect(
      person({ profileLink: 'linkedin.com/in/ana, http://github.com/ana' })
        .contacts.slice(1)
        .map(({ value }) => value),
    ).toEqual(['https://linkedin.com/in/ana', 'https://github.com/ana'])
    expect(leftOut({ profileLink: 'https://app.ashbyhq.com/candidates/1' })).toEqual(['profileLink'])
  })

  it('is not refused for a sign of nothing where an address should be, and names the one that is wrong', () => {
    for (const email of ['n/a', '-', 'none'])
      expect(person({ email, phone: '+351912345678' }).contacts).toEqual([{ kind: 'phone', value: '+351912345678' }])
    expect(reasons({ ...ANA, email: 'ana@example.com; bob@example' })).toEqual([
      expect.stringMatching(/^Email “bob@example”: This does not look like an email/),
    ])
    expect(reasons({ ...ANA, email: 'bob@example' })[0]).toMatch(/^Email: /)
  })

  it('has its name in order, whole and once', () => {
    const name = (cells: Cells) => person({ fullName: '', ...cells }).fullName
    expect(name({ fullName: 'van der Berg, Piet' })).toBe('Piet van der Berg')
    expect(name({ firstName: 'Piet', nameParticle: 'van der', lastName: 'Berg' })).toBe('Piet van der Berg')
    expect(name({ firstName: 'Ana', lastName: 'Souza' })).toBe('Ana Souza')
    expect(name({ firstName: 'Ana Souza', lastName: 'SOUZA' })).toBe('Ana Souza')
    expect(name({ firstName: 'Souza, Ana', lastName: 'Souza' })).toBe('Ana Souza')
    expect(name({ firstName: 'Thomas', lastName: 'Thomas' })).toBe('Thomas Thomas')
    expect(name({ firstName: 'Ana' })).toBe('Ana')
    expect(name({ firstName: 'Ana', lastName: '-' })).toBe('Ana')
    expect(name({ firstName: 'Jennifer', lastName: 'Null' })).toBe('Jennifer Null')
  })

  it('has no academic title for a job', () => {
    expect(person({ headline: 'Dr.' })).toMatchObject({ headline: undefined, role: 'No role yet' })
    expect(person({ headline: 'Prof. Dr. med.' }).headline).toBeUndefined()
    expect(person({ headline: 'Dr. of Engineering' }).headline).toBe('Dr. of Engineering')
    expect(person({ headline: 'Drummer' }).headline).toBe('Drummer')
  })

  it('says of whoever wants to hear nothing from us that they do', () => {
    for (const doNotContact of ['Yes', 'TRUE', 'x', '2025-03-04', 'asked in May'])
      expect(person({ doNotContact }).noContact).toBe(true)
    for (const doNotContact of ['', 'No', 'false', '0', 'n/a', 'nein'])
      expect(person({ doNotContact }).noContact).toBe(false)
    expect(person({ standing: 'Do not contact' })).toMatchObject({ noContact: true, standing: 'not_told' })
    expect(person({ standing: 'Rejected' }).noContact).toBe(false)
  })

  it('goes without a phone number or a day that is none, and says so', () => {
    const read = readRow(cellsOf({ ...ANA, phone: '123', lastContacted: 'long ago' }), as())
    expect(read).toMatchObject({ ok: true, value: { leftOut: ['phone', 'lastContacted'] } })
  })

  it('comes back from our own export, where an apostrophe keeps a number from being a formula', () => {
    expect(person({ phone: "'+351912345678" }).contacts[1]).toEqual({ kind: 'phone', value: '+351912345678' })
  })

  it('takes the title for the role where none is named, but not as something that was said', () => {
    expect(person({ headline: 'SRE' })).toMatchObject({ role: 'SRE', saysRole: false })
    expect(person({ headline: 'SRE', role: 'Lead SRE' })).toMatchObject({ role: 'Lead SRE', saysRole: true })
    expect(person({ headline: 'SRE' }, { role: 'Any role' })).toMatchObject({ role: 'Any role', saysRole: false })
    expect(person({})).toMatchObject({ role: 'No role yet' })
    expect(person({ role: 'No role yet' })).toMatchObject({ role: 'No role yet', saysRole: false })
  })
})

describe('where things stand with the person of a row', () => {
  it('is what the row says', () => {
    expect(person({ standing: 'Rejected', standingDay: '01/09/2026' })).toMatchObject({
      standing: 'told_no',
      standingDay: '2026-09-01',
      saysStanding: true,
      guessedDay: false,
      kind: 'past_applicant',
    })
    expect(person({ standing: 'Hired' })).toMatchObject({ standing: 'hired', standingDay: undefined })
  })

  it('counts a no without its day, or with one that is still to come, from today', () => {
    const today = { standing: 'told_no', standingDay: '2026-10-14', guessedDay: true }
    expect(person({ standing: 'Rejected' })).toMatchObject(today)
    expect(person({ standing: 'Rejected', standingDay: '15/10/2026' })).toMatchObject(today)
    expect(person({ standing: 'Rejected', standingDay: '14/10/2026' })).toMatchObject({ ...today, guessedDay: false })
  })

  it('keeps the gate shut where the word is unknown or the cell is empty', () => {
    expect(person({ standing: 'Zork' })).toMatchObject({ standing: 'not_told', saysStanding: true })
    expect(person({})).toMatchObject({ standing: 'not_told', saysStanding: false })
    expect(person({ standing: 'New' }, { basis: 'applied_here' })).toMatchObject({ standing: 'not_told' })
    expect(person({ standing: 'Lead' }, { basis: 'applied_here' })).toMatchObject({ standing: 'not_told' })
    expect(person({ standing: 'Lead' })).toMatchObject({ standing: 'withdrew' })
  })

  it('is what the file was imported as, where it has no such column', () => {
    const { standing: _, standingDay: __, ...mapping } = as().mapping
    expect(person({}, { mapping })).toMatchObject({ standing: 'withdrew', kind: 'passive', saysStanding: false })
    expect(person({}, { mapping, basis: 'applied_here' })).toMatchObject({
      standing: 'not_told',
      kind: 'past_applicant',
    })
    expect(person({}, { mapping, basis: 'referral' })).toMatchObject({ kind: 'referral' })
    expect(person({}, { mapping, standing: 'declined_offer' })).toMatchObject({ standing: 'declined_offer' })
  })

  it('is not told yet where another column is of applicants alone', () => {
    const { standing: _, standingDay: __, ...mapping } = as().mapping
    for (const field of ['stage', 'applied', 'standingDay'])
      expect(person({}, { mapping: { ...mapping, [field]: [7] } })).toMatchObject({
        standing: 'not_told',
        kind: 'past_applicant',
        saysStanding: false,
      })
    expect(person({}, { mapping: { ...mapping, stage: [7] }, standing: 'withdrew' }).standing).toBe('withdrew')
  })

  it('keeps a promise for a day to come and forgets one of the past', () => {
    expect(person({ nextTouch: '14/10/2026' }).nextTouch).toBe('2026-10-14')
    expect(person({ nextTouch: '13/10/2026' }).nextTouch).toBeUndefined()
  })

  it('never has a last contact in the future', () => {
    expect(person({ lastContacted: '15/10/2026' }).lastTouchAt).toBeUndefined()
    expect(new Date(person({ lastContacted: '13/10/2026' }).lastTouchAt ?? 0).toISOString()).toBe(
      '2026-10-13T11:00:00.000Z',
    )
  })
})
