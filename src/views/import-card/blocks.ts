/** How an import stands: one message, drawn anew as it goes on. */
import type { Button, KnownBlock } from '@slack/types'
import { never } from '../../domain/shared/result.ts'
import { importFields, importProblem, importCard as words } from '../../domain/shared/words/file-imports.ts'
import { type ImportCounts, mayDo, NO_COUNTS } from '../../domain/transfer/file-import.ts'
import { LEFT_OUT } from '../../domain/transfer/imported.ts'
import type { FileImport } from '../../usecases/ports/file-imports.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { IMPORT_CANCEL, IMPORT_COLUMNS, IMPORT_START, IMPORT_UNDO } from './ids.ts'

export function renderImportCard(found: FileImport): { readonly blocks: KnownBlock[]; readonly text: string } {
  const file = safe(found.file, 255)
  const [first, ...notes] = linesOf(found, file)
  const buttons = buttonsOf(found)
  return {
    blocks: [
      section(first ?? ''),
      ...(notes.length === 0 ? [] : [small(...notes)]),
      ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, block_id: 'import', elements: buttons }]),
    ],
    text: words.fallback(file),
  }
}

function linesOf(found: FileImport, file: string): readonly string[] {
  const { state, counted, done = NO_COUNTS } = found
  switch (state) {
    case 'fetching':
      return [words.fetching(file)]
    case 'to_map':
      return [words.toMap(file)]
    case 'counting':
      return [words.counting(file, counted)]
    case 'counted':
      return [
        words.counts(file, counted ?? NO_COUNTS),
        ...(counted?.near === true ? [words.near] : []),
        ...aboutLeftOut(counted),
      ]
    case 'importing':
      return [words.importing(file, done, counted?.rows ?? done.rows)]
    case 'done':
      return [
        words.done(file, done),
        ...(done.added > 0 ? [words.unworked] : []),
        ...aboutLeftOut(counted),
        ...aboutRefused(found, done),
      ]
    case 'cancelled':
      return [done.rows === 0 ? words.cancelled(file) : words.cancelledAfter(file, done)]
    case 'failed': {
      const why = words.failed(file, found.problem === undefined ? '' : importProblem(found.problem))
      return done.rows === 0 ? [why] : [why, words.failedAfter(done)]
    }
    case 'undoing':
      return [words.undoing(file, done.removed ?? 0)]
    case 'undone':
      return [words.undone(file, done.removed ?? 0, done.kept ?? 0)]
    default:
      return never(state)
  }
}

function aboutLeftOut(counted: ImportCounts | undefined): readonly string[] {
  const { leftOut = {} } = counted ?? {}
  const each = LEFT_OUT.flatMap((field) =>
    leftOut[field] === undefined ? [] : [`${importFields[field]} ${leftOut[field]}`],
  )
  return each.length === 0 ? [] : [words.leftOut(each.join(', '))]
}

function aboutRefused({ refusedFile }: FileImport, { refused, partial }: ImportCounts): readonly string[] {
  if (refused === 0) return []
  if (refusedFile === undefined) return [words.refusedLost]
  return [partial === true ? words.refusedPartial : words.refusedFile]
}

function buttonsOf({ id, state, counted, done }: FileImport): Button[] {
  const may = (act: Parameters<typeof mayDo>[0]) => mayDo(act, state, done?.added ?? 0)
  const worth = (counted?.added ?? 0) + (counted?.merged ?? 0) > 0
  const importLabel =
    counted === undefined || counted.near === true ? words.importAll : words.import(counted.added + counted.merged)
  return [
    ...(may('import') && worth ? [{ ...button(IMPORT_START, importLabel, id), style: 'primary' as const }] : []),
    ...(may('map') ? [button(IMPORT_COLUMNS, state === 'to_map' ? words.columns : words.change, id)] : []),
    ...(may('cancel') ? [button(IMPORT_CANCEL, words.cancel, id)] : []),
    ...(may('undo') ? [{ ...button(IMPORT_UNDO, words.undo, id), confirm: confirmUndo }] : []),
  ]
}

const button = (action: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label),
  value,
})
const confirmUndo: NonNullable<Button['confirm']> = {
  title: plain(words.undoTitle),
  text: plain(words.undoText),
  confirm: plain(words.undoYes),
  deny: plain(words.undoNo),
}
