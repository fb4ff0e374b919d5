/** A file of people, whatever it is written in, as rows of text. */
import { csvRows, delimiterOf } from './csv-rows.ts'
import { surveyFile } from './survey.ts'
import { UnreadableFileError } from './unreadable.ts'
import { xlsxRows } from './xlsx-rows.ts'

export const MOST_CSV_BYTES = 200 * 1024 * 1024

export type Table = {
  /** SHA-256 of the file, in hex. */
  readonly id: string
  readonly bytes: number
  /** `CSV in utf-8, columns parted by ";"`, for a person. */
  readonly form: string
  rows(): AsyncIterable<readonly string[]>
}

/** Throws an `UnreadableFileError` where it is no table, and the system's own error where there is no file. */
export async function openTable(path: string): Promise<Table> {
  const { id, bytes, kind } = await surveyFile(path)
  if (bytes === 0) throw new UnreadableFileError('The file is empty.')
  if (kind.kind === 'other') throw new UnreadableFileError('This is neither a CSV nor an .xlsx workbook.')
  if (kind.kind === 'xlsx') {
    const rows = await xlsxRows(path)
    return { id, bytes, form: 'Excel workbook', rows: () => inTurn(rows) }
  }
  if (bytes > MOST_CSV_BYTES)
    throw new UnreadableFileError('A CSV may have 200 MB. Please divide it into several files.')
  const { encoding } = kind
  const delimiter = await delimiterOf(path, encoding)
  const parted = delimiter === '\t' ? 'tabs' : `“${delimiter}”`
  return {
    id,
    bytes,
    form: `CSV in ${encoding}, columns parted by ${parted}`,
    rows: () => csvRows(path, encoding, delimiter),
  }
}

async function* inTurn(rows: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  yield* rows
}
