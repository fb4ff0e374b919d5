import { describe, expect, it } from 'vitest'
import { mapColumns } from '../../../src/domain/transfer/columns.ts'
import { dayOrderOf, readDay } from '../../../src/domain/transfer/days.ts'
import { fieldOfHeading } from '../../../src/domain/transfer/headings.ts'

const read = (rows: readonly (readonly string[])[], byHand = {}) => {
  const found = mapColumns(rows, byHand)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value
}

describe('the head of a table', () => {
  it.each([
    ['E-Mail-Adresse', 'email'],
    ['Correo electrónico', 'email'],
    ['Email (work)', 'email'],
    ['Phone 2', 'phone'],
    ['Other mail', 'email'],
    ['Home phone', 'phone'],
    ['Prénom', 'firstName'],
    ['Nachname', 'lastName'],
    ['FULL_NAME', 'fullName'],
    ['Shoe size', undefined],
  ])('is read in several languages and spellings: %s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field)
  })

  it('says which column holds what, and which are not read', () => {
    const { mapping, ignored, headed } = read([
      ['Name', 'Shoe size', 'E-mail', 'Mobile', 'Notes'],
      ['Ana Souza', '38', 'ana@example.com', '', ''],
    ])
    expect(mapping).toEqual({ fullName: [0], email: [2], phone: [3], note: [4] })
    expect(ignored).toEqual(['Shoe size'])
    expect(headed).toBe(true)
  })

  it('takes a name beside a first name for the family name', () => {
    const { mapping } = read([
      ['Vorname', 'Name', 'Mail'],
      ['Jürgen', 'Müller', 'j@example.com'],
    ])
    expect(mapping).toEqual({ firstName: [0], lastName: [1], email: [2] })
  })

  it('goes by what stands in the columns where the heading says nothing', () => {
    const { mapping, headed, names } = read([
      ['Ana Souza', 'ana@example.com', 'linkedin.com/in/ana', '+351 912 345 678'],
      ['Ben Okafor', 'ben@example.com', 'https://www.linkedin.com/in/ben', '+44 20 7946 0018'],
    ])
    expect(mapping).toEqual({ fullName: [0], email: [1], profileLink: [2], phone: [3] })
    expect(headed).toBe(false)
    expect(names).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4'])
  })

  it('takes nobody else for the candidate: neither a recruiter’s address nor an interviewer’s name', () => {
    const rows = (heading: string, cell: string) => [
      ['Name', 'Email', heading],
      ['Ana Souza', 'ana@example.com', cell],
      ['Ben Ode', 'ben@example.com', cell],
    ]
    const plainly = { fullName: [0], email: [1] }
    expect(read(rows('Recruiter email', 'ines@us.example')).mapping).toEqual(plainly)
    expect(read(rows('Added by', 'ines@us.example')).mapping).toEqual(plainly)
    expect(read(rows('Email (recruiter)', 'ines@us.example')).mapping).toEqual(plainly)
    expect(read(rows('Hiring Manager LinkedIn', 'linkedin.com/in/tom')).mapping).toEqual(plainly)
    expect(read(rows('Agency contact', '+351 912 345 678')).mapping).toEqual(plainly)
    const interviewed = ['2026-03-04', 'Tom Reed', 'Ana Souza', 'ana@example.com']
    for (const headings of [
      ['Date', 'Interviewer', 'Kandidat/in', 'E-Mail'],
      ['Angelegt', 'Recruiter', 'Bewerber', 'Email'],
      ['Date', 'Responsable', 'Candidat(e)', 'Courriel'],
      ['Data', 'Entrevistador', 'Candidato/a', 'Correo'],
    ])
      expect(read([headings, interviewed, interviewed]).mapping).toEqual({ fullName: [2], email: [3] })
  })

  it.each([
    ['Emails', 'email'],
    ['Email Addresses', 'email'],
    ['E-mail 2 - Value', 'email'],
    ['E-mail 2 Address', 'email'],
    ['E-mail 2 - Label', undefined],
    ['Phone Numbers', 'phone'],
    ['Website 1 - Value', 'profileLink'],
    ['Links', 'profileLink'],
    ['Candidate Link', undefined],
    ['Application URL', undefined],
    ['Candidate LinkedIn', 'profileLink'],
    ['Current Stage', 'stage'],
    ['Job Name', 'role'],
    ['Posting Title', 'role'],
    ['Bewerbung auf', 'role'],
    ['Poste actuel', 'headline'],
    ['Organization 1 - Title', 'headline'],
    ['Nombre y apellidos', 'fullName'],
    ['Nachname, Vorname', 'fullName'],
    ['Tussenvoegsel', 'nameParticle'],
    ['Disqualified', 'applied'],
    ['Rejection Reason', 'applied'],
    ['Archived At', 'applied'],
    ['Absagegrund', 'applied'],
    ['Do not contact', 'doNotContact'],
    ['Unsubscribed', 'doNotContact'],
    ['Opt-out', 'doNotContact'],
    ['Nicht kontaktieren', 'doNotContact'],
    ['Désinscrit', 'doNotContact'],
    ['No contactar', 'doNotContact'],
  ])('is known as other systems write it: %s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field)
  })

  it('takes a position for what they do, unless the file says that they applied', () => {
    const position = (...headings: string[]) => {
      const { mapping } = read([
        ['Name', 'Mail', ...headings],
        ['Ana', 'a@example.com'],
      ])
      return (['headline', 'role'] as const).filter((field) => mapping[field]?.includes(2))
    }
    for (const heading of ['Position', 'Poste', 'Puesto', 'Cargo', 'Functie', 'Posizione', 'Stellenbezeichnung'])
      expect(position(heading)).toEqual(['headline'])
    expect(position('Position', 'Connected On')).toEqual(['headline'])
    for (const other of ['Status', 'Stage', 'Applied on', 'Rejected on'])
      expect(position('Position', other)).toEqual(['role'])
    expect(position('Position', 'Status', 'Job')).toEqual(['headline'])
    expect(position('Current position', 'Status')).toEqual(['headline'])
  })

  it('takes a name beside a surname for the first one', () => {
    expect(
      read([
        ['Name', 'Surname', 'Email'],
        ['Ana', 'Souza', 'ana@example.com'],
      ]).mapping,
    ).toEqual({ firstName: [0], lastName: [1], email: [2] })
    expect(
      read([
        ['Full name', 'Surname', 'Email'],
        ['Ana Souza', 'Souza', 'ana@example.com'],
      ]).mapping,
    ).toHaveProperty('fullName')
    expect(
      read(
        [
          ['Name', 'Surname', 'Email'],
          ['Ana', 'Souza', 'ana@example.com'],
        ],
        { fullName: ['Name'] },
      ).mapping,
    ).toHaveProperty('fullName')
  })

  it('sees what a column holds also where its cells hold two of them', () => {
    const { mapping } = read([
      ['Name', 'X', 'Y', 'Z'],
      ['Ana', 'a@example.com; b@example.com', 'linkedin.com/in/a, github.com/a', '+351912345678 / +351912345679'],
    ])
    expect(mapping).toEqual({ fullName: [0], email: [1], profileLink: [2], phone: [3] })
  })

  it('adds a column to those a heading has named, where its own heading speaks of the same', () => {
    const rows = (heading: string, cell: string) => [
      ['Name', 'Email', 'Phone', 'LinkedIn', heading],
      ['Ana', 'a@example.com', '', '', cell],
    ]
    expect(read(rows('His private mail', 'b@example.com')).mapping.email).toEqual([1, 4])
    expect(read(rows('Mobile (her own)', '+351912345678')).mapping.phone).toEqual([2, 4])
    expect(read(rows('Phone of hers', '+351912345678')).mapping.phone).toEqual([2, 4])
    expect(read(rows('Social accounts', 'github.com/a')).mapping.profileLink).toEqual([3, 4])
    expect(read(rows('Who told us', 'b@example.com')).mapping.email).toEqual([1])
    expect(read(rows('Mail of the recruiter', 'b@example.com')).mapping.email).toEqual([1])
    expect(read(rows('Phone of hers', 'b@example.com')).mapping).toMatchObject({ email: [1], phone: [2] })
    expect(read(rows('His private mail', 'b@example.com'), { email: ['Email'] }).mapping.email).toEqual([1])
  })

  it('is read by hand from several columns, or from none', () => {
    const rows = [
      ['Name', 'Email', 'A', 'B', 'Department'],
      ['Ana', 'a@example.com', 'b@example.com', 'c@example.com', 'Sales'],
    ]
    expect(read(rows, { email: ['B', 'A'] }).mapping.email).toEqual([3, 2])
    const { mapping, ignored } = read(rows, { jobFunction: [] })
    expect(mapping).not.toHaveProperty('jobFunction')
    expect(ignored).toContain('Department')
  })

  it('is corrected by hand', () => {
    const { mapping } = read(
      [
        ['Who', 'Name', 'Mail'],
        ['Ana', 'Acme', 'ana@example.com'],
      ],
      { fullName: ['who'], company: ['NAME'] },
    )
    expect(mapping).toMatchObject({ fullName: [0], company: [1], email: [2] })
  })

  it.each([
    ['Phone - 12', 'phone'],
    ['Phone 12', 'phone'],
    ['Phone 2 work', undefined],
    ['E  -  Mail', 'email'],
    ['* Email *', 'email'],
    ['Telefon [privat', 'phone'],
    ['(Email) of somebody', undefined],
    [`Email${' '.repeat(200)}of the mother`, 'email'],
    [`Email (${'x'.repeat(300)}`, 'email'],
  ])('has more behind a heading now and then: %s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field)
  })

  it('lets each address, number, link, note and list of skills count, and of anything else the first', () => {
    const { mapping, ignored } = read([
      [
        'Name',
        'Email',
        'Email 2',
        'Phone',
        'Mobile',
        'LinkedIn',
        'GitHub',
        'Note',
        'Comments',
        'Skills',
        'Tags',
        'Company',
        'Employer',
      ],
      ['Ana', 'a@example.com', '', '', '', '', '', '', '', '', '', 'Acme', 'Globex'],
    ])
    expect(mapping).toEqual({
      fullName: [0],
      email: [1, 2],
      phone: [3, 4],
      profileLink: [5, 6],
      note: [7, 8],
      skills: [9, 10],
      company: [11],
    })
    expect(ignored).toEqual(['Employer'])
  })

  it('is as wide as its heading, and what stands beside that is listed but not read', () => {
    const rows = [
      [' Name ', '  ', 'Shoes', ''],
      ['Ana', 'ana@example.com'],
      ['Ben', 'ben@example.com', '44', '+44 20 7946 0018'],
    ]
    const { names, mapping, headed, width, ignored } = read(rows)
    expect(names).toEqual(['Name', 'Column 2', 'Shoes', 'Column 4'])
    expect(mapping).toEqual({ fullName: [0], email: [1] })
    expect([headed, width, ignored]).toEqual([true, 3, ['Shoes', 'Column 4']])
    expect(read(rows, { phone: ['Column 4'] })).toMatchObject({ mapping: { phone: [3] }, width: 4 })
  })

  it('is a person and no heading where an address or a link stands in it', () => {
    expect(
      read([
        ['Ana Souza', 'name', 'ana@example.com'],
        ['Ben Okafor', 'x', 'ben@example.com'],
        ['Chen Wu', 'x', 'chen@example.com'],
      ]).headed,
    ).toBe(false)
    expect(
      read([
        ['Ana Souza', 'city', 'github.com/ana'],
        ['Ben Okafor', 'x', 'github.com/ben'],
      ]).headed,
    ).toBe(false)
    expect(
      mapColumns([
        ['Ana', 'Ben'],
        ['Chen', 'Dina'],
      ]),
    ).toMatchObject({ refusal: { kind: 'no_names', names: ['Column 1', 'Column 2'] } })
  })

  it('is a heading in our own file of refused rows, also where their columns had no names', () => {
    const { headed, mapping, ignored } = read([
      ['Row', 'Column 1', 'Column 2', 'Reason'],
      ['2', 'Ana Souza', 'ana@example.com', 'They asked to be erased, so they are not kept again.'],
      ['7', 'Ben Okafor', 'ben@example.com', 'They asked to be erased, so they are not kept again.'],
    ])
    expect(headed).toBe(true)
    expect(mapping).toEqual({ fullName: [1], email: [2] })
    expect(ignored).toEqual(['Row', 'Reason'])
  })

  it('takes a column for what four of five of its values look like', () => {
    const column = (...cells: string[]) =>
      read([['Name', 'X', 'Mail'], ...cells.map((cell) => ['Ana', cell, 'a@example.com'])]).mapping
    expect(
      column('+351 912 345 678', '+351 912 345 679', '+351 912 345 670', '+351 912 345 671', 'none'),
    ).toHaveProperty('phone')
    expect(column('+351 912 345 678', '+351 912 345 679', '+351 912 345 670', 'none')).not.toHaveProperty('phone')
    expect(column('+351 912 345 678', '', ' ', '+351 912 345 679')).toHaveProperty('phone')
    expect(column('', ' ')).not.toHaveProperty('phone')
  })

  it.each([
    ['2026-03-04', undefined],
    ['351912345678', undefined],
    ['+351 (912) 345-678', 'phone'],
    ['ring +351 912 345 678', undefined],
    ['+351 912 345 678 mornings', undefined],
    ['linkedin.com/in/ana', 'profileLink'],
    ['https://pt.linkedin.com/in/ana', 'profileLink'],
    ['http://www.linkedin.com/pub/ana', 'profileLink'],
    ['www.xing.com/profile/Ana_Souza', 'profileLink'],
    ['see linkedin.com/in/ana', undefined],
    ['linkedin.com/in/ana and more', undefined],
    ['linkedin.com/company/acme', undefined],
    ['ana@example.com', 'email'],
    ['at example.com', undefined],
    ['@ana', undefined],
  ])('knows what %s is', (cell, field) => {
    // The heading names somebody and another way to reach them already, so that nothing else depends on the column.
    const [heading, other] = cell.startsWith('+') ? ['Mail', 'a@example.com'] : ['Phone', '']
    const { mapping } = read([
      ['Name', heading, 'X', 'Whatever'],
      ['Ana', other, cell, ''],
      ['Ben', other, cell, ''],
    ])
    const found = (Object.keys(mapping) as (keyof typeof mapping)[]).filter((one) => mapping[one]?.includes(2))
    expect(found).toEqual(field === undefined ? [] : [field])
  })

  it('takes names for names where there are several, and never beside a first or a last name', () => {
    const rows = [
      ['Ana Souza', 'ana@example.com', 'Lead Engineer'],
      ['Ben Okafor', 'ben@example.com', 'Head Chef'],
    ]
    expect(read(rows).mapping).toEqual({ fullName: [0], email: [1] })
    expect(mapColumns(rows.slice(0, 1))).toMatchObject({ refusal: { kind: 'no_names' } })
    expect(
      read([
        ['First', 'Mail', 'X'],
        ['Ana', 'a@example.com', 'Ana Souza'],
        ['Ben', 'b@example.com', 'Ben Okafor'],
      ]).mapping,
    ).toEqual({
      firstName: [0],
      email: [1],
    })
    expect(
      read([
        ['Surname', 'Phone', 'X'],
        ['Souza', '+351 912 345 678', 'Ana Souza'],
        ['Okafor', '+351 912 345 679', 'Ben Okafor'],
      ]).mapping,
    ).toEqual({
      lastName: [0],
      phone: [1],
    })
  })

  it('leaves a whole name whole beside a first one', () => {
    const whole = (heading: string, name: string) =>
      read([
        [heading, 'First Name', 'Email'],
        [name, 'Ana', 'ana@example.com'],
      ]).mapping
    expect(whole('Full Name', 'Ana Souza')).toEqual({ fullName: [0], firstName: [1], email: [2] })
    expect(whole('Name', 'Ana Souza')).toEqual({ fullName: [0], firstName: [1], email: [2] })
    expect(whole('Name', 'Anaya')).toEqual({ lastName: [0], firstName: [1], email: [2] })
  })

  it('keeps a whole name beside a first and a last one', () => {
    expect(
      read([
        ['First name', 'Last name', 'Name', 'LinkedIn'],
        ['Ana', 'Souza', 'Ana Souza', ''],
      ]).mapping,
    ).toEqual({
      firstName: [0],
      lastName: [1],
      fullName: [2],
      profileLink: [3],
    })
  })

  it('leaves a column alone that a person gave to something else, and one that does not exist', () => {
    const rows = [
      ['Name', 'Company', 'Employer', 'Mail'],
      ['Ana', 'Acme', 'Globex', 'ana@example.com'],
    ]
    expect(read(rows, { company: ['employer'] }).mapping).toEqual({ fullName: [0], company: [2], email: [3] })
    expect(read(rows, { tier: ['No such column'] }).mapping).not.toHaveProperty('tier')
  })

  it('is refused where nobody is named, nobody can be told apart, or nothing is there', () => {
    expect(mapColumns([['Mail'], ['ana@example.com']])).toMatchObject({ refusal: { kind: 'no_names' } })
    expect(
      mapColumns([
        ['Name', 'Skills'],
        ['Ana', 'Go'],
      ]),
    ).toMatchObject({ refusal: { kind: 'no_contacts' } })
    expect(
      mapColumns([
        ['Name', 'Phone'],
        ['Ana', ''],
      ]).ok,
    ).toBe(true)
    expect(
      mapColumns([
        ['Name', 'LinkedIn'],
        ['Ana', ''],
      ]).ok,
    ).toBe(true)
    expect(mapColumns([])).toMatchObject({ refusal: { kind: 'empty' } })
    expect(mapColumns([['', ' ']])).toMatchObject({ refusal: { kind: 'empty' } })
  })
})

describe('days in a table', () => {
  it.each([
    ['2026-03-04', 'day_first', '2026-03-04'],
    ['2026-03-04T10:00:00Z', 'month_first', '2026-03-04'],
    ['03/04/2026', 'day_first', '2026-04-03'],
    ['03/04/2026', 'month_first', '2026-03-04'],
    ['3.4.26', 'month_first', '2026-04-03'],
    ['4 March 2026', 'day_first', '2026-03-04'],
    ['Mar 4, 2026', 'day_first', '2026-03-04'],
    ['31/02/2026', 'day_first', undefined],
    ['04-Mar-26', 'month_first', '2026-03-04'],
    ['4-Mar-2026', 'day_first', '2026-03-04'],
    ['04-MAR-2026', 'day_first', '2026-03-04'],
    ['4th March 2026', 'day_first', '2026-03-04'],
    ['4. März 2026', 'day_first', '2026-03-04'],
    ['4 mai 2026', 'day_first', '2026-05-04'],
    ['1er févr. 2026', 'day_first', '2026-02-01'],
    ['4 de março de 2026', 'day_first', '2026-03-04'],
    ['4 mrt 2026', 'day_first', '2026-03-04'],
    ['4 gennaio 2026', 'day_first', '2026-01-04'],
    ['4 ene. 2026', 'day_first', '2026-01-04'],
    ['4 jui 2026', 'day_first', undefined],
    ['March 4th, 2026', 'day_first', '2026-03-04'],
    ['4 March 20:30', 'day_first', undefined],
    ['2026.03.04', 'day_first', '2026-03-04'],
    ['20260304', 'day_first', '2026-03-04'],
    ['20261304', 'day_first', undefined],
    ['soon', 'day_first', undefined],
    ['4 Foo 2026', 'day_first', undefined],
    ['  2026/3/4 ', 'day_first', '2026-03-04'],
    ['2026-03-04x', 'day_first', undefined],
    ['on 2026-03-04', 'day_first', undefined],
    ['14.  December  2026', 'day_first', '2026-12-14'],
    ['Sept. 24 2026', 'day_first', '2026-09-24'],
    ['June  30,  2026', 'day_first', '2026-06-30'],
    ['about 4 March 2026', 'day_first', undefined],
    ['4 March 20266', 'day_first', undefined],
    ['03/04/2026 10:00', 'day_first', '2026-04-03'],
    ['03/04/2026, 10:00', 'day_first', '2026-04-03'],
    ['03/04/20266', 'day_first', undefined],
    ['13/14/2026', 'day_first', undefined],
    ['45000', 'day_first', '2023-03-15'],
    ['46000.75', 'month_first', '2025-12-09'],
    ['145000', 'day_first', undefined],
    ['2026', 'day_first', undefined],
  ] as const)('%s (%s) is %s', (text, order, day) => {
    expect(readDay(text, order)).toBe(day)
  })

  it('betray their order by a number that no month has', () => {
    expect(dayOrderOf(['03/04/2026', '13/04/2026'])).toBe('day_first')
    expect(dayOrderOf(['03/04/2026', '04/13/2026'])).toBe('month_first')
    expect(dayOrderOf(['12/12/2026', ''])).toBeUndefined()
    expect(dayOrderOf(['soon', ' 13/04/2026 '])).toBe('day_first')
    expect(dayOrderOf(['in 13/04/2026', '04/12/2026'])).toBeUndefined()
  })
})
