import { describe, expect, it } from 'vitest'
import { peopleSheet } from '../../../src/domain/transfer/people-sheet.ts'

const COVER = [
  ['Exported by', 'Ines'],
  ['On', '2026-03-04'],
]
const PICKLISTS = [
  ['Status', 'Role', 'Name'],
  ['Hired', 'SRE', 'London'],
]
const PEOPLE = [['Silver medallists'], [''], ['Vorname', 'Nachname', 'E-Mail'], ['Ana', 'Souza', 'ana@example.com']]
const UNHEADED = [['Ana Souza', 'ana@example.com']]

describe('the sheet of a workbook that is read', () => {
  it.each([
    ['the one with people behind a cover sheet', [COVER, PEOPLE], 1],
    ['the one with people behind lists to pick from', [[], PICKLISTS, PEOPLE], 2],
    ['the first of several with people', [COVER, PEOPLE, PEOPLE], 1],
    ['one that is a table, where none is headed', [[['Silver medallists']], UNHEADED], 1],
    ['the first with anything in it, where none is a table', [[['']], [['Ana']], [['Ben']]], 1],
    ['none, where there is nothing', [[], [['', '']]], undefined],
  ])('is %s', (_, sheets, chosen) => {
    expect(peopleSheet(sheets.map((rows) => ({ rows, isHidden: false }))).read).toBe(chosen)
  })

  const sheet = (rows: readonly (readonly string[])[], isHidden = false) => ({ rows, isHidden })

  it('is never one that was put away, unless nothing else is there', () => {
    expect(peopleSheet([sheet(PEOPLE, true), sheet(COVER)]).read).toBe(1)
    expect(peopleSheet([sheet(PEOPLE, true), sheet([['']])]).read).toBe(0)
  })

  it('is not the only one with people where others are named, and those that were put away are not', () => {
    const sheets = [sheet(COVER), sheet(PEOPLE), sheet(PEOPLE, true), sheet(PICKLISTS), sheet(PEOPLE)]
    expect(peopleSheet(sheets)).toEqual({ read: 1, others: [4] })
    expect(peopleSheet([sheet(COVER), sheet(PEOPLE)]).others).toEqual([])
  })
})
