import { describe, expect, it } from 'vitest'
import {
  columnsProblem,
  type RefusalReason,
  refusalReason,
  transfer,
} from '../../../../src/domain/shared/words/transfer.ts'
import type { OwnField } from '../../../../src/domain/transfer/own-fields.ts'

const own = (kind: OwnField['kind'], choices: readonly string[] = []): OwnField => ({
  id: 'f1',
  name: 'Notice',
  kind,
  choices,
})

describe('why a row was refused', () => {
  const SAID: readonly (readonly [string, RefusalReason, RegExp])[] = [
    ['has no name', { kind: 'field', field: 'name', problem: { kind: 'missing' } }, /^Name: This is empty; everybody needs one\.$/],
    ['has too long a note', { kind: 'field', field: 'note', problem: { kind: 'too_long', length: 2400, max: 2000 } }, /^Note: .*2,?000/],
    ['has no contact', { kind: 'no_contact' }, /No email, phone number or profile link that works/],
    ['has too many years of a skill', { kind: 'skills', problem: 'no_such_years' }, /^Skills: nobody knows a skill for so many years\. Write “Kubernetes 5y 2024, Go”\.$/],
    ['has a year without the skill', { kind: 'skills', problem: 'no_such_year' }, /^Skills: there was no such skill in that year/],
    ['has a year to come', { kind: 'skills', problem: 'year_ahead' }, /^Skills: a year .* is still to come/],
    ['has no such score', { kind: 'rating', of: 'skill', problem: { kind: 'no_such_score' } }, /^Skill fit: it takes 1 to 5/],
    ['has a rating without evidence', { kind: 'rating', of: 'values', problem: { kind: 'evidence_missing' } }, /^Values alignment: say what shows it/],
    ['has thin evidence', { kind: 'rating', of: 'skill', problem: { kind: 'evidence_thin' } }, /in a few words more what was seen or heard/],
    ['has a word for a number', { kind: 'own', field: own('number'), problem: { kind: 'not_a_number' } }, /^Notice: this is not a number\. Example: 12\.5$/],
    ['has a word for a day', { kind: 'own', field: own('date'), problem: { kind: 'no_such_day' } }, /^Notice: this is not a day\. Example: 2026-03-04$/],
    ['has no such choice', { kind: 'own', field: own('choice', ['1 month', '3 months']), problem: { kind: 'not_offered' } }, /^Notice: it takes 1 month, 3 months; or leave it empty\.$/],
    ['says neither yes nor no', { kind: 'own', field: own('yes_no'), problem: { kind: 'not_offered' } }, /it takes yes, no; or leave it empty/],
    ['has too many cells', { kind: 'too_many_cells', cells: 9, columns: 4 }, /has 9 cells where the heading has 4; perhaps a quotation mark is missing/],
    ['is several people’s', { kind: 'several_people' }, /belong to several people who are known already.*merge those first/],
    ['has another’s email', { kind: 'another_name', by: 'email' }, /^The email belongs to somebody of another name, who is on record or further up in this file/],
    ['has another’s phone', { kind: 'another_name', by: 'phone' }, /^The phone number belongs/],
    ['has another’s profile', { kind: 'another_name', by: 'profile' }, /^The profile link belongs/],
    ['is of somebody erased', { kind: 'erased' }, /asked to be erased, so they are not kept again/],
  ] // biome-ignore format: a table
  it.each(SAID)('is said where it %s', (_what, reason, said) => {
    expect(refusalReason(reason)).toMatch(said)
  })
})

describe('a file without the columns that it needs', () => {
  it('is told which one to name, and which there are', () => {
    expect(columnsProblem({ kind: 'empty' })).toBe('There are no rows in it.')
    const names = ['Who', 'Where']
    expect(columnsProblem({ kind: 'no_names', names })).toBe(
      'No column holds names. Its columns: Who, Where. Name the one that does: --map fullName="Column"',
    )
    expect(columnsProblem({ kind: 'no_contacts', names })).toBe(
      'No column holds email addresses, phone numbers or profile links. Its columns: Who, Where. Name one that does: --map email="Column"',
    )
  })

  it('is named where its people come from', () => {
    expect(transfer.entry('people.csv')).toBe('Imported from people.csv')
    expect(transfer.source('people.csv')).toBe('import of people.csv')
  })
})
