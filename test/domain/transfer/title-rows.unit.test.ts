import { describe, expect, it } from 'vitest'
import { titleRows } from '../../../src/domain/transfer/title-rows.ts'

const HEADING = ['Name', 'Email', 'Role']
const PERSON = ['Ana Example', 'ana@example.com', 'SRE']

describe('lines above the heading of a table', () => {
  it.each([
    ['none', [HEADING, PERSON], 0],
    ['a title', [['Silver medallists 2026', '', ''], HEADING, PERSON], 1],
    [
      'a title and who exported it',
      [['Silver medallists 2026', '', ''], ['', '', ''], ['Exported by', 'HR', ''], HEADING, PERSON],
      3,
    ],
    ['only blank lines', [['', '  ', ''], HEADING, PERSON], 1],
  ])('are counted: %s', (_, rows, count) => expect(titleRows(rows)).toBe(count))

  it('are none where no line is a heading', () => {
    expect(
      titleRows([
        ['Ana Example', 'Lisbon', '2026'],
        ['Ben Example', 'Porto', '2025'],
      ]),
    ).toBe(0)
    expect(titleRows([])).toBe(0)
  })

  it('takes two known names of columns for a heading, not one', () => {
    expect(titleRows([['People', '', ''], ['Name', 'Whatever', 'Else'], PERSON])).toBe(0)
    expect(titleRows([['People', '', ''], ['Name', 'Email', 'Else'], PERSON])).toBe(1)
  })

  it('are people where they say as much as the heading, or have an address', () => {
    // A second heading further down makes nobody above it a title.
    expect(titleRows([PERSON, HEADING, PERSON])).toBe(0)
    expect(titleRows([['ana@example.com', '', ''], HEADING, PERSON])).toBe(0)
    expect(titleRows([['Silver', 'medallists', ''], ['Name', 'Email', ''], PERSON])).toBe(0)
  })
})
