/** *Import people*: which file and on which ground; then what its columns hold, some to a page. */
import type { KnownBlock, ModalView } from '@slack/types'
import { STANDINGS } from '../../domain/candidate/candidate.ts'
import { MAX_ROLE } from '../../domain/candidate/validate.ts'
import { truncate } from '../../domain/shared/text.ts'
import { permissionBases, standings } from '../../domain/shared/words/candidates.ts'
import {
  columnsForm as columnWords,
  importFields,
  importForm as words,
} from '../../domain/shared/words/file-imports.ts'
import { columnsOnPage, pagesOf } from '../../domain/transfer/file-import.ts'
import type { ImportForm } from '../../usecases/transfer/file-imports.ts'
import { chosen, field, option, optionsOf, plain, typed } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { COLUMNS_MODAL, type ColumnsMeta, columnBlock, IMPORT_BLOCKS, IMPORT_MODAL, type ImportMeta } from './schema.ts'

export function renderImportModal(meta: ImportMeta): ModalView {
  const name = meta.name === undefined ? undefined : safe(meta.name, 255)
  const file: KnownBlock[] =
    meta.only && name !== undefined
      ? [section(words.from(name))]
      : [
          ...(name === undefined ? [] : [small(words.or(name))]),
          field(
            { id: IMPORT_BLOCKS.file, label: words.file, hint: words.fileHint, required: name === undefined },
            { type: 'file_input', filetypes: ['csv', 'xlsx'], max_files: 1 },
          ),
        ]
  const standingOptions = STANDINGS.map((code) => option(code, standings[code]))
  return {
    type: 'modal',
    callback_id: IMPORT_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(words.title),
    submit: plain(words.next),
    close: plain(words.close),
    blocks: [
      section(words.intro),
      ...file,
      field(
        { id: IMPORT_BLOCKS.basis, label: words.basis, hint: words.basisHint, required: true },
        chosen(optionsOf(permissionBases), undefined),
      ),
      field({ id: IMPORT_BLOCKS.standing, label: words.standing }, chosen(standingOptions, undefined)),
      field({ id: IMPORT_BLOCKS.role, label: words.role }, typed({ max: MAX_ROLE })),
    ],
  }
}

const FIELD_OPTIONS = [option('none', columnWords.notRead), ...optionsOf(importFields)]

export function renderColumnsModal({ found, head, own }: ImportForm, page: number): ModalView {
  const pages = pagesOf(head.names.length)
  const meta: ColumnsMeta = { importId: found.id, page }
  const columns = columnsOnPage(head.names.length, page)
  const options = [...FIELD_OPTIONS, ...own.map(({ id, name }) => option(`own:${id}`, name))]
  return {
    type: 'modal',
    callback_id: COLUMNS_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(columnWords.title),
    submit: plain(page + 1 < pages ? columnWords.next : columnWords.count),
    close: plain(columnWords.close),
    blocks: [
      section(columnWords.intro(safe(found.file, 255), safe(head.form, 400), head.names.length)),
      ...(pages === 1 ? [] : [small(columnWords.page(page + 1, pages))]),
      ...columns.map((column) => {
        const guess = head.guessed[column] ?? ''
        const examples = head.examples[column] ?? []
        const hint = examples.length === 0 ? columnWords.empty : columnWords.examples(examples)
        const id = columnBlock(column)
        const label = truncate(head.names[column] ?? '', 150)
        // An own field may have been archived meanwhile.
        const meant = found.chosen[column] ?? guess
        const value = options.some((one) => one.value === meant) ? meant : 'none'
        return field({ id, label, hint, required: true }, chosen(options, value))
      }),
    ],
  }
}
