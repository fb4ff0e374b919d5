import { describe, expect, it } from 'vitest'
import { fieldOfHeading, mapColumns } from '../../../src/domain/transfer/columns.ts'
import { dayOrderOf, readDay } from '../../../src/domain/transfer/days.ts'

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

  it('is corrected by hand', () => {
    const { mapping } = read(
      [
        ['Who', 'Name', 'Mail'],
        ['Ana', 'Acme', 'ana@example.com'],
      ],
      { fullName: 'who', company: 'NAME' },
    )
    expect(mapping).toMatchObject({ fullName: [0], company: [1], email: [2] })
  })

  it('is refused where nobody is named, nobody can be told apart, or nothing is there', () => {
    expect(mapColumns([['Mail'], ['ana@example.com']])).toMatchObject({ refusal: { kind: 'no_names' } })
    expect(
      mapColumns([
        ['Name', 'Skills'],
        ['Ana', 'Go'],
      ]),
    ).toMatchObject({ refusal: { kind: 'no_contacts' } })
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
    ['soon', 'day_first', undefined],
    ['4 Foo 2026', 'day_first', undefined],
  ] as const)('%s (%s) is %s', (text, order, day) => {
    expect(readDay(text, order)).toBe(day)
  })

  it('betray their order by a number that no month has', () => {
    expect(dayOrderOf(['03/04/2026', '13/04/2026'])).toBe('day_first')
    expect(dayOrderOf(['03/04/2026', '04/13/2026'])).toBe('month_first')
    expect(dayOrderOf(['12/12/2026', ''])).toBeUndefined()
  })
})
