import { describe, expect, it } from 'vitest'
import {
  columnsForm,
  exportWords,
  importCard,
  importProblem,
} from '../../../../src/domain/shared/words/file-imports.ts'
import { IMPORT_PROBLEMS, type ImportProblem } from '../../../../src/domain/transfer/file-import.ts'

const counts = { rows: 1240, added: 1000, merged: 200, refused: 40 }

describe('an import of people', () => {
  it('says what was counted, and that nothing is imported yet', () => {
    expect(importCard.counts('people.csv', counts)).toBe(
      '*people.csv* · 1,240 rows: *1,000 new*, 200 known already, 40 refused. Nothing is imported yet.',
    )
    expect(importCard.counted({ rows: 1, added: 1, merged: 0, refused: 0 })).toBe(
      '1 row: *1 new*, 0 known already, 0 refused.',
    )
    expect(importCard.counted({ ...counts, near: true })).toMatch(/^1,240 rows: about \*1,000 new\*/)
    expect(importCard.counted({ ...counts, near: false })).not.toContain('about')
  })

  it('says how far the counting is once there is something to count', () => {
    expect(importCard.counting('people.csv', undefined)).toBe('Counting the people in *people.csv*…')
    expect(importCard.counting('people.csv', { ...counts, rows: 0 })).toBe('Counting the people in *people.csv*…')
    expect(importCard.counting('people.csv', counts)).toBe('Counting the people in *people.csv*: 1,240 rows so far…')
  })

  it('says how far it is and how it ended', () => {
    expect(importCard.importing('people.csv', counts, 5000)).toBe(
      'Importing *people.csv*: 1,240 of 5,000 rows. 1,000 new, 200 merged, 40 refused.',
    )
    const ended = '1,240 rows: *1,000 new*, 200 merged with people known already, 40 refused.'
    expect(importCard.done('people.csv', counts)).toBe(`*people.csv* is imported. ${ended}`)
    expect(importCard.cancelledAfter('people.csv', counts)).toBe(
      `The import of *people.csv* was cancelled. Up to then: ${ended}`,
    )
    expect(importCard.failedAfter(counts)).toBe(`Up to then: ${ended}`)
  })

  it('says who was taken away, who stayed and why, and that others keep what the file told of them', () => {
    expect(importCard.undoing('people.csv', 1)).toBe('Taking away whom *people.csv* added: 1 person so far…')
    expect(importCard.undone('people.csv', 2, 0)).toBe(
      'The import of *people.csv* was taken back: 2 people removed. What the file told of people known before stays with them.',
    )
    expect(importCard.undone('people.csv', 2, 1)).toBe(
      'The import of *people.csv* was taken back: 2 people removed. 1 person stayed, because something was done with them since. What the file told of people known before stays with them.',
    )
  })

  it('calls the file of refused rows after the file they come from', () => {
    expect(importCard.refusedName('people.2026.xlsx')).toBe('refused-people.2026.csv')
    expect(importCard.refusedName('people')).toBe('refused-people.csv')
    expect(importCard.import(1)).toBe('Import 1 person')
  })

  it('shows how many columns there are, and examples of what is in them', () => {
    expect(columnsForm.intro('people.csv', 'CSV', 1)).toBe('*people.csv* · CSV · 1 column. Correct what is wrong.')
    expect(columnsForm.intro('people.csv', 'CSV', 1200)).toContain('· 1,200 columns.')
    expect(columnsForm.examples(['Ana', 'Ben'])).toBe('For instance: Ana · Ben')
  })
})

describe('an import that came to nothing', () => {
  /** What somebody must read to know what to do next. */
  const TOLD: Readonly<Record<ImportProblem, RegExp>> = {
    gone: /not in Slack any more.*Send it again/,
    not_shared: /may not see this file.*direct message.*`\/pool import`/,
    elsewhere: /outside of Slack.*send the file itself/,
    too_big: /too big.*200 MB.*20 MB/,
    unfolds: /unfolds.*Save it as CSV/,
    no_scope: /`files:read`.*admin/,
    unreachable: /did not hand it out.*later with `\/pool import`/,
    empty: /^It is empty\.$/,
    encrypted: /password.*copy without one/,
    old_excel: /old Excel file.*\.xlsx or CSV/,
    not_a_table: /neither a CSV nor an \.xlsx/,
    unreadable: /to its end.*once more/,
    too_many_columns: /more than 200 columns.*Leave out/,
    columns: /columns are not what they were.*anew/,
    changed: /not the one whose columns you saw.*anew/,
    overtaken: /imported elsewhere.*Nobody was added twice/,
    not_allowed: /Only recruiters.*ask an admin/,
    expired: /more than a day.*thrown away.*anew/,
    fault: /our side.*log has the details.*goes on where it ended/,
  }
  it.each(IMPORT_PROBLEMS)('says what to do where it is %s', (problem) => {
    expect(importProblem(problem)).toMatch(TOLD[problem])
  })
})

describe('an export of people', () => {
  it('says how many are in the file, and that there are more than fit', () => {
    expect(exportWords.done(1)).toBe('1 person is in the file that I sent you as a direct message.')
    expect(exportWords.done(2000)).toBe('2,000 people are in the file that I sent you as a direct message.')
    expect(exportWords.most(1)).toMatch(/^The first 1 person is in the file .* narrow the query for the rest\.$/)
  })

  it('calls a résumé after its person, in what every system takes for a file’s name', () => {
    expect(exportWords.resumeName('Zoë  O’Hara/Lima')).toBe('Zoë-O-Hara-Lima-resume.json')
    expect(exportWords.resumeName('x'.repeat(90))).toBe(`${'x'.repeat(60)}-resume.json`)
  })
})
