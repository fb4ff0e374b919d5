/** The rows of a workbook's first sheet that has any. The reader unpacks all of it at once, which is why it may not be big. */
import { statSync } from 'node:fs'
import readWorkbook from 'read-excel-file/node'
import { UnreadableFileError } from './unreadable.ts'

export const MOST_XLSX_BYTES = 20 * 1024 * 1024

export async function xlsxRows(path: string): Promise<readonly (readonly string[])[]> {
  if (statSync(path).size > MOST_XLSX_BYTES)
    throw new UnreadableFileError('A workbook may have 20 MB. Save it as CSV, which may have 200 MB, and import that.')
  try {
    const sheets = await readWorkbook(path)
    const rows = sheets.map(({ data }) => data).find((data) => data.length > 0) ?? []
    return rows.map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== ''))
  } catch {
    throw new UnreadableFileError(
      'This workbook cannot be read. Open it, save it as .xlsx or CSV once more, and try again.',
    )
  }
}

const textOf = (cell: unknown): string => {
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : ''
}
