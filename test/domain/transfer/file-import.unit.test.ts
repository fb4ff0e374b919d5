import { describe, expect, it } from 'vitest'
import { mapColumns } from '../../../src/domain/transfer/columns.ts'
import {
  columnsOnPage,
  examplesOf,
  IMPORT_ACTS,
  IMPORT_STATES,
  mayDo,
  pagesOf,
} from '../../../src/domain/transfer/file-import.ts'

describe('a file that is imported', () => {
  it('may be gone on with, cancelled and taken back as it stands, and no other way', () => {
    const table = Object.fromEntries(
      IMPORT_STATES.map((state) => [state, IMPORT_ACTS.filter((act) => mayDo(act, state, 1)).join(' ')]),
    )
    expect(table).toEqual({
      fetching: 'cancel',
      to_map: 'map cancel',
      counting: 'cancel',
      counted: 'map import cancel',
      importing: 'cancel',
      done: 'undo',
      cancelled: 'undo',
      failed: 'undo',
      undoing: '',
      undone: '',
    })
  })

  it('can be taken back only where it added somebody', () => {
    expect([0, 1].map((added) => mayDo('undo', 'done', added))).toEqual([false, true])
    expect(mayDo('cancel', 'counted', 0)).toBe(true)
  })

  it('is told by the first values that say something, cut where they are long', () => {
    const rows = [[' Ana  Souza ', ''], ['', 'x'.repeat(41)], ['Bo', 'y'.repeat(40)], ['Cy'], ['Di']]
    expect(examplesOf(rows, 3)).toEqual([['Ana Souza', 'Bo', 'Cy'], [`${'x'.repeat(39)}…`, 'y'.repeat(40)], []])
  })

  it('asks about twelve columns a page', () => {
    expect([0, 1, 12, 13, 24, 25].map(pagesOf)).toEqual([1, 1, 1, 2, 2, 3])
    expect(columnsOnPage(14, 1)).toEqual([12, 13])
    expect(columnsOnPage(12, 0)).toHaveLength(12)
    expect(columnsOnPage(12, 1)).toEqual([])
  })
})

describe('columns that a person chose', () => {
  const rows = [
    ['Name', 'Mail', 'Other mail', 'Chef'],
    ['Ana Souza', 'ana@example.com', 'a@example.com', 'Bo Berg'],
    ['Cy Lind', 'cy@example.com', 'c@example.com', 'Di Moss'],
  ]
  it('count before their headings and what stands in them', () => {
    const read = mapColumns(rows, {}, { 0: 'note', 3: 'fullName' })
    expect(read.ok && read.value.mapping).toEqual({ note: [0], fullName: [3], email: [1, 2] })
  })
  it('are not read where they chose that', () => {
    const read = mapColumns(rows, {}, { 2: 'none', 3: 'none' })
    expect(read.ok && read.value.mapping).toEqual({ fullName: [0], email: [1] })
    expect(read.ok && read.value.ignored).toEqual(['Other mail', 'Chef'])
  })
  it('are needed all the same', () => {
    expect(mapColumns(rows, {}, { 0: 'none', 3: 'none' })).toMatchObject({ ok: false, refusal: { kind: 'no_names' } })
  })
})
