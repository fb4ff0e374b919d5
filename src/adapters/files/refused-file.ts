/** The rows that were refused, as they stood in the file, with the reason behind them: to be mended and imported again. */
import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs'
import { CSV_END, CSV_MARK, csvLine } from '../../domain/shared/csv.ts'
import { refusalReason, transfer } from '../../domain/shared/words/transfer.ts'
import type { KeepRefused } from '../../usecases/transfer/import-batch.ts'
import type { RefusedRow } from '../../usecases/transfer/sort-rows.ts'

export type RefusedFile = {
  readonly keep: KeepRefused
  /** Of the rows refused before a kill, which are in another file then. */
  readonly isPartial: boolean
  /** Writes those again, before anything else is kept. */
  restore(rows: readonly RefusedRow[]): void
  close(): void
}

/** Whatever they are called: a link to a file, or its name in other letters where those are the same, is that file. */
export function isSameFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map((name) => statSync(name, { bigint: true, throwIfNoEntry: false }))
  return one !== undefined && two !== undefined && one.dev === two.dev && one.ino === two.ino
}

/**
 * Without a path nothing is kept. `from` counts the bytes of rows that were refused before the import was cut off; the heading, which is always
 * the same, stands in front of them.
 */
export function openRefusedFile(path: string | undefined, names: readonly string[], from: number): RefusedFile {
  if (path === undefined)
    return { keep: async (_rows, at) => at, isPartial: false, restore: () => undefined, close: () => undefined }
  const heading = Buffer.from(`${CSV_MARK}${csvLine([transfer.row, ...names, transfer.reason])}${CSV_END}`)
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  const isPartial = fstatSync(file).size < heading.length + from
  if (from === 0 || isPartial) {
    ftruncateSync(file, 0)
    writeSync(file, heading, 0, heading.length, 0)
  }
  let origin = heading.length - (isPartial ? from : 0)
  return {
    isPartial: isPartial && from > 0,
    keep: async (rows, at) => {
      // What a batch wrote that was not committed goes.
      ftruncateSync(file, origin + at)
      const lines = linesOf(rows, names.length)
      writeSync(file, lines, 0, lines.length, origin + at)
      if (lines.length > 0) fsyncSync(file)
      return at + lines.length
    },
    restore: (rows) => {
      const lines = linesOf(rows, names.length)
      // Perhaps a little longer or shorter than they were.
      writeSync(file, lines, 0, lines.length, origin + from)
      origin += lines.length
    },
    close: () => closeSync(file),
  }
}

const linesOf = (rows: readonly RefusedRow[], width: number) =>
  Buffer.from(rows.map((row) => lineOf(row, width)).join(''))

const lineOf = ({ row, cells, reasons }: RefusedRow, width: number): string => {
  const padded = Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '')
  return `${csvLine([row, ...padded, reasons.map(refusalReason).join(' ')])}${CSV_END}`
}
