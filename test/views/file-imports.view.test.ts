import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import type { FileImportId, MemberId } from '../../src/domain/shared/ids.ts'
import { instant } from '../../src/domain/shared/time.ts'
import {
  COLUMNS_A_PAGE,
  IMPORT_PROBLEMS,
  IMPORT_STATES,
  type ImportState,
} from '../../src/domain/transfer/file-import.ts'
import type { CustomFieldId } from '../../src/usecases/ports/custom-fields.ts'
import type { FileImport } from '../../src/usecases/ports/file-imports.ts'
import { FILE_OFFERS } from '../../src/usecases/transfer/offer-file.ts'
import { renderFileOffer } from '../../src/views/file-offer/blocks.ts'
import { renderImportCard } from '../../src/views/import-card/blocks.ts'
import { renderColumnsModal, renderImportModal } from '../../src/views/import-modal/blocks.ts'
import { columnErrors, columnsEntry, fileGiven } from '../../src/views/import-modal/submit.ts'

const HOSTILE = '<!channel> *b* `x` &<https://evil.example|bank>'
const anImport = (change: Partial<FileImport> = {}): FileImport => ({
  id: '01900000-0000-7000-8000-000000000000' as FileImportId,
  memberId: '01900000-0000-7000-8000-000000000001' as MemberId,
  slackFileId: 'F0',
  file: `${HOSTILE}.csv`,
  basis: 'consent',
  standing: undefined,
  role: undefined,
  state: 'counted',
  problem: undefined,
  chosen: {},
  tableId: undefined,
  runStartedAt: undefined,
  counted: { rows: 12_345, added: 12_000, merged: 300, refused: 45 },
  done: { rows: 4_000, added: 3_900, merged: 60, refused: 40 },
  refusedFile: undefined,
  attempts: 0,
  createdAt: instant(0),
  ...change,
})
const said = (found: FileImport) => JSON.stringify(renderImportCard(found).blocks)
const buttonsOf = (state: ImportState, change: Partial<FileImport> = {}) =>
  [...said(anImport({ state, ...change })).matchAll(/"action_id":"import_(\w+)"/g)].map(([, act]) => act)

describe('the message about an import', () => {
  it.each(IMPORT_STATES)('is one that Slack takes, and escapes the name of the file: %s', (state) => {
    const { blocks } = renderImportCard(anImport({ state }))
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    expect(JSON.stringify(blocks)).not.toContain('<!channel>')
  })

  it('offers what may be done as it stands', () => {
    expect(buttonsOf('fetching')).toEqual(['cancel'])
    expect(buttonsOf('to_map')).toEqual(['columns', 'cancel'])
    expect(buttonsOf('counting')).toEqual(['cancel'])
    expect(buttonsOf('counted')).toEqual(['start', 'columns', 'cancel'])
    expect(buttonsOf('importing')).toEqual(['cancel'])
    expect(buttonsOf('done')).toEqual(['undo'])
    expect(buttonsOf('cancelled')).toEqual(['undo'])
    expect(buttonsOf('undoing')).toEqual([])
    expect(buttonsOf('undone')).toEqual([])
  })

  it('offers nothing that would do nothing', () => {
    const nobody = { rows: 3, added: 0, merged: 0, refused: 3 }
    expect(buttonsOf('counted', { counted: nobody })).toEqual(['columns', 'cancel'])
    expect(buttonsOf('done', { done: nobody })).toEqual([])
    expect(buttonsOf('failed', { done: undefined })).toEqual([])
  })

  it('counts, and says what is left of it', () => {
    expect(said(anImport())).toContain('12,345 rows: *12,000 new*, 300 known already, 45 refused.')
    expect(said(anImport({ state: 'importing' }))).toContain('4,000 of 12,345 rows. 3,900 new, 60 merged, 40 refused.')
    expect(said(anImport({ state: 'done' }))).toContain('could not be brought here')
    expect(said(anImport({ state: 'done', refusedFile: 'F1' }))).toContain('are in the thread')
    expect(said(anImport({ counted: { rows: 9, added: 9, merged: 0, refused: 0, near: true } }))).toContain(
      'about *9 new*',
    )
    const counted = { rows: 9, added: 9, merged: 0, refused: 0, leftOut: { phone: 2, jobFunction: 1 } }
    for (const state of ['counted', 'done'] as const)
      expect(said(anImport({ state, counted }))).toContain(
        'Left out, as it was not understood, too much or too long: Phone 2, Function 1. Their rows are taken without it.',
      )
    expect(said(anImport())).not.toContain('Left out')
    const done = { rows: 3, added: 3, merged: 0, refused: 0, removed: 2, kept: 1 }
    expect(said(anImport({ state: 'undone', done }))).toContain('2 people removed. 1 person stayed')
  })

  it.each(IMPORT_PROBLEMS)('says what to do: %s', (problem) => {
    const words = said(anImport({ state: 'failed', problem, done: undefined }))
    expect(words).toMatch(/could not be imported\. [A-Z].{7,}\./)
  })
})

describe('the forms of an import', () => {
  const names = Array.from({ length: 30 }, (_, at) => `${HOSTILE} ${at}`.repeat(9))
  const head = {
    form: 'CSV',
    names,
    guessed: names.map(() => ''),
    examples: names.map(() => [HOSTILE, HOSTILE, HOSTILE]),
  }

  const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const own = Array.from({ length: 20 }, (_, at) => ({
    id: uuid(at) as CustomFieldId,
    name: `${HOSTILE}${at}`.slice(0, 40),
    kind: 'text' as const,
    choices: [],
  }))

  it.each([0, 1, 2])('ask about twelve columns a page, page %i', (page) => {
    const view = renderColumnsModal({ found: anImport(), head, own }, page)
    expect(() => checkView({ ...view })).not.toThrow()
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(page === 2 ? 30 - 2 * COLUMNS_A_PAGE : 12)
    expect(view.submit?.text).toBe(page === 2 ? 'Count people' : 'Next columns')
  })

  it('show what was chosen before what was guessed', () => {
    const view = renderColumnsModal(
      {
        found: anImport({ chosen: { 0: 'note', 1: 'none' } }),
        head: { ...head, guessed: ['email', 'phone', 'skills', `own:${uuid(3)}`, `own:${uuid(99)}`] },
        own,
      },
      0,
    )
    const initial = [...JSON.stringify(view).matchAll(/"initial_option":\{.*?"value":"([\w:-]+)"/g)].map(
      ([, value]) => value,
    )
    // A field that was archived meanwhile is not read.
    expect(initial.slice(0, 6)).toEqual(['note', 'none', 'skills', `own:${uuid(3)}`, 'none', 'none'])
  })

  it.each([{ only: false }, { only: false, fileId: 'F1', name: HOSTILE }, { only: true, fileId: 'F1', name: HOSTILE }])(
    'ask for a file and a ground: %j',
    (meta) => {
      const view = renderImportModal(meta)
      expect(() => checkView({ ...view })).not.toThrow()
      expect(JSON.stringify(view.blocks)).not.toContain('<!channel>')
    },
  )

  it('are read as they were filled in', () => {
    const chosen = (value: string) => ({ selected_option: { value } })
    const answers = {
      import_column_12: { import_column_12: chosen('email') },
      import_column_13: { import_column_13: chosen('') },
    }
    expect(columnsEntry(answers, 1)).toEqual([[12, 'email']])
    expect(columnsEntry(answers, 0)).toEqual([])
    expect(fileGiven({ a: { a: { files: [{ id: 'F1', name: 'x.csv' }] } } }, 'a')).toEqual({ id: 'F1', name: 'x.csv' })
    expect(fileGiven({}, 'a')).toBeUndefined()
    expect(Object.keys(columnErrors({ kind: 'twice', field: 'email', column: 13 }, 1))).toEqual(['import_column_13'])
    expect(Object.keys(columnErrors({ kind: 'twice', field: 'email', column: 2 }, 1))).toEqual(['import_column_12'])
    expect(columnErrors({ kind: 'no_names' }, 0).import_column_0).toContain('No column holds names')
  })
})

it('what is offered below a file is one that Slack takes', () => {
  for (const offer of FILE_OFFERS) expect(() => checkMessageBlocks(renderFileOffer(offer, 'F1').blocks)).not.toThrow()
})
