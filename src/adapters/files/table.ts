/** A file of people, whatever it is written in, as rows of text. */
import { MOST_TITLE_ROWS, titleRows } from '../../domain/transfer/title-rows.ts'
import type { Table } from '../../usecases/ports/tables.ts'
import { UnreadableFileError } from '../../usecases/ports/tables.ts'
import { csvForm, csvRows } from './csv-rows.ts'
import { surveyFile } from './survey.ts'
import { xlsxRows } from './xlsx-rows.ts'

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
  if (kind.kind === 'xlsx') return { id, bytes, form: 'Excel workbook', rows: () => belowTitles(xlsxRows(path)) }
  if (bytes > MOST_CSV_BYTES)
    throw new UnreadableFileError('A CSV may have 200 MB. Please divide it into several files.', 'too_big')
  const form = await csvForm(path, kind.encoding)
  const { encoding, delimiter } = form
  const parted = delimiter === '\t' ? 'tabs' : `“${delimiter}”`
  return {
    id,
    bytes,
    form: `CSV in ${encoding}, columns parted by ${parted}`,
    rows: () => belowTitles(csvRows(path, form)),
  }
}

/** From the heading on; of the rows above it nobody is told. */
async function* belowTitles(rows: AsyncGenerator<readonly string[]>): AsyncGenerator<readonly string[]> {
  const first: (readonly string[])[] = []
  try {
    for await (const row of rows) {
      if (first.length <= MOST_TITLE_ROWS) {
        first.push(row)
        if (first.length > MOST_TITLE_ROWS) yield* first.slice(titleRows(first))
      } else yield row
    }
    if (first.length <= MOST_TITLE_ROWS) yield* first.slice(titleRows(first))
  } finally {
    await rows.return(undefined)
  }
}
