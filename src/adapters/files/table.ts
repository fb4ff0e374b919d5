/** A file of people, whatever it is written in, as rows of text. */
import { MOST_TITLE_ROWS, titleRows } from '../../domain/transfer/title-rows.ts'
import type { Table, TableRow } from '../../usecases/ports/tables.ts'
import { UnreadableFileError } from '../../usecases/ports/tables.ts'
import { csvForm, csvRows } from './csv-rows.ts'
import { surveyFile } from './survey.ts'
import { type SheetRead, xlsxRows } from './xlsx-rows.ts'

export const MOST_CSV_BYTES = 200 * 1024 * 1024

/** Throws an `UnreadableFileError` where it is no table, and the system's own error where there is no file. */
export async function openTable(path: string): Promise<Table> {
  const { id, bytes, kind } = await surveyFile(path)
  if (bytes === 0) throw new UnreadableFileError('The file is empty.', 'empty')
  if (kind.kind === 'compound') {
    if (kind.encrypted)
      throw new UnreadableFileError(
        'This workbook is protected by a password. Save a copy without one, and import that.',
        'encrypted',
      )
    throw new UnreadableFileError('This is an old Excel file. Save it as .xlsx or CSV, and import that.', 'old_excel')
  }
  if (kind.kind === 'other')
    throw new UnreadableFileError('This is neither a CSV nor an .xlsx workbook.', 'not_a_table')
  if (kind.kind === 'xlsx') {
    let sheet: SheetRead | undefined
    return {
      id,
      bytes,
      form: () => workbookForm(sheet),
      rows: () => belowTitles(xlsxRows(path, (read) => (sheet = read))),
    }
  }
  if (bytes > MOST_CSV_BYTES)
    throw new UnreadableFileError('A CSV may have 200 MB. Please divide it into several files.', 'too_big')
  const form = await csvForm(path, kind.encoding)
  const { encoding, delimiter } = form
  const damage = kind.unreadable === 0 ? '' : `; ${damaged(kind.unreadable)}`
  const parted = delimiter === '\t' ? 'tabs' : `“${delimiter}”`
  return {
    id,
    bytes,
    form: () => `CSV in ${encoding}, columns parted by ${parted}${damage}`,
    rows: () => belowTitles(csvRows(path, form)),
  }
}

function workbookForm(sheet: SheetRead | undefined): string {
  if (sheet === undefined) return 'Excel workbook'
  const others = sheet.others
    .slice(0, 5)
    .map((name) => `“${name}”`)
    .join(', ')
  const unread =
    others === '' ? '' : `; not read: ${others}, which ${sheet.others.length === 1 ? 'looks' : 'look'} like people, too`
  return `Excel workbook, sheet “${sheet.name}”${unread}`
}

const damaged = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'} in it cannot be read`

/** From the heading on; of the rows above it nobody is told. */
async function* belowTitles(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  const first: TableRow[] = []
  const below = () => first.slice(titleRows(first.map(({ cells }) => cells)))
  try {
    for await (const row of rows) {
      if (first.length <= MOST_TITLE_ROWS) {
        first.push(row)
        if (first.length > MOST_TITLE_ROWS) yield* below()
      } else yield row
    }
    if (first.length <= MOST_TITLE_ROWS) yield* below()
  } finally {
    await rows.return(undefined)
  }
}
