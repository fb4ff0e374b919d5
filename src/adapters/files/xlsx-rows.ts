/** The rows of a workbook's first sheet that has any. The reader unpacks all of it at once, which is why it may not be big. */
import { statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type TableRow, UnreadableFileError } from '../../usecases/ports/tables.ts'
import { BREATH } from './csv-rows.ts'
import { readingThread } from './reading-thread.ts'
import type { FromXlsxThread } from './xlsx-thread.ts'

const MB = 1024 * 1024
export const MOST_XLSX_BYTES = 20 * MB
/** A full workbook takes some seconds. */
const PATIENCE_MS = 60_000
const THREAD = new URL('./xlsx-thread.ts', import.meta.url)
/** What a list of people wants is some thirty times its size; a small file that wants much is no list of people. */
const mostMbFor = (bytes: number): number => 192 + Math.ceil((36 * bytes) / MB)

const MESSAGES = {
  unreadable: 'This workbook cannot be read. Open it, save it as .xlsx or CSV once more, and try again.',
  encrypted: 'This workbook is protected by a password. Save a copy without one, and import that.',
  too_big: 'A workbook may have 20 MB. Save it as CSV, which may have 200 MB, and import that.',
  unfolds: 'This workbook unfolds into far more than a list of people. Save it as CSV, and import that.',
} as const

export type SheetRead = { readonly name: string; readonly others: readonly string[] }

/** Read in a thread of its own, of which at most a few hundred rows are here at a time. It ends with the last row, or when nobody reads on. */
export async function* xlsxRows(path: string, hear: (sheet: SheetRead) => void): AsyncGenerator<TableRow> {
  const bytes = statSync(path).size
  if (bytes > MOST_XLSX_BYTES) throw new UnreadableFileError(MESSAGES.too_big, 'too_big')
  const thread = readingThread<FromXlsxThread>(THREAD, { name: 'workbook', path, mostMb: mostMbFor(bytes) })
  const message = async () => {
    const said = await thread.next(PATIENCE_MS)
    if (said === 'outgrown') throw new UnreadableFileError(MESSAGES.unfolds, 'unfolds')
    if (typeof said === 'string') throw new UnreadableFileError(MESSAGES.unreadable, 'unreadable')
    if (said.kind === 'refused') throw new UnreadableFileError(MESSAGES[said.problem], said.problem)
    return said
  }
  try {
    for (let next = await message(); next.kind !== 'end'; ) {
      if (next.kind === 'sheet') {
        hear(next)
        next = await message()
        continue
      }
      const following = message()
      // Whoever reads may give up before it is awaited.
      following.catch(() => undefined)
      thread.post('next')
      for (const [at, row] of next.rows.entries()) {
        if (at % BREATH === 0) await nextTurn()
        yield row
      }
      next = await following
    }
  } finally {
    await thread.close()
  }
}
