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
    expect(read.ok ? '' : read.refusal.map(refusalReason).join()).toMatch(/17 cells where the heading has 16/)
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
    const { standing: _, ...mapping } = as().mapping
    expect(person({}, { mapping })).toMatchObject({ standing: 'withdrew', kind: 'passive', saysStanding: false })
    expect(person({}, { mapping, basis: 'applied_here' })).toMatchObject({
      standing: 'not_told',
      kind: 'past_applicant',
    })
    expect(person({}, { mapping, basis: 'referral' })).toMatchObject({ kind: 'referral' })
    expect(person({}, { mapping, standing: 'declined_offer' })).toMatchObject({ standing: 'declined_offer' })
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
