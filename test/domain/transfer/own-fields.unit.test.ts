import { describe, expect, it } from 'vitest'
import type { CustomKind } from '../../../src/domain/candidate/custom-field.ts'
import { type OwnField, readOwnCell, saysYes } from '../../../src/domain/transfer/own-fields.ts'

const field = (kind: CustomKind, choices: readonly string[] = []): OwnField => ({
  id: 'f',
  name: 'Field',
  kind,
  choices,
})
const read = (of: OwnField, cell: string, order: 'day_first' | 'month_first' = 'day_first') => {
  const told = readOwnCell(of, cell, order)
  return told.ok ? told.value : told.refusal
}

describe('a cell of a field of the workspace', () => {
  it.each(['y', 'yes', 'TRUE', '1', 'x', 'Ja', 'oui', 'Sí', 'sim', ' Yes '])('%s is a yes', (cell) => {
    expect(read(field('yes_no'), cell)).toBe('yes')
  })
  it.each(['n', 'no', 'False', '0', 'nein', 'NON', 'não', 'nee'])('%s is a no', (cell) => {
    expect(read(field('yes_no'), cell)).toBe('no')
  })
  it.each(['yesterday', 'maybe', 'not yet', '10', 'xx', 'nothing'])('%s is neither', (cell) => {
    expect(read(field('yes_no'), cell)).toEqual({ kind: 'not_offered' })
  })

  it('says nothing where it is empty', () => {
    for (const kind of ['text', 'number', 'date', 'choice', 'yes_no'] as const)
      expect(read(field(kind, ['One']), '  ')).toBeUndefined()
  })

  it('is a day in the order of its file', () => {
    expect(read(field('date'), '03/04/2026', 'day_first')).toBe('2026-04-03')
    expect(read(field('date'), '03/04/2026', 'month_first')).toBe('2026-03-04')
    expect(read(field('date'), 'soon')).toEqual({ kind: 'no_such_day' })
  })

  it('is a choice however its letters are written, and in the workspace’s own spelling', () => {
    const visa = field('choice', ['Blue Card', 'Überbrückung'])
    expect(read(visa, 'blue card')).toBe('Blue Card')
    expect(read(visa, 'uberbruckung')).toBe('Überbrückung')
    expect(read(visa, 'Green Card')).toEqual({ kind: 'not_offered' })
  })

  it('is a number or a text as in the form', () => {
    expect(read(field('number'), '1,5')).toBe('1.5')
    expect(read(field('number'), 'many')).toEqual({ kind: 'not_a_number' })
    expect(read(field('text'), ' plain  words ')).toBe('plain words')
  })
})

describe('a column of those who want no letters', () => {
  it.each(['yes', 'x', '2025-01-31', 'asked us in spring', 'none of it please'])('holds for %s', (cell) => {
    expect(saysYes(cell)).toBe(true)
  })
  it.each(['', '  ', 'no', 'FALSE', '0', 'Nein', 'não'])('does not for %s', (cell) => {
    expect(saysYes(cell)).toBe(false)
  })
})
