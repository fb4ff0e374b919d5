// The thread of a workbook: all of it is unpacked at once, and whoever presses a button meanwhile is answered by the main one.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { decodeXML } from 'entities'
import readWorkbook from 'read-excel-file/node'
import { HEAD_ROWS, peopleSheet } from '../../domain/transfer/people-sheet.ts'
import type { TableRow } from '../../usecases/ports/tables.ts'
import { checkZip, unpackEntries } from './check-zip.ts'

/** What a list of people is unpacked: six times as much, and some more where the same words come again and again. */
const MB = 1024 * 1024
const mostUnpacked = (bytes: number): number => Math.min(250 * MB, Math.max(60 * MB, 20 * bytes))
const ROWS_A_MESSAGE = 500

export type FromXlsxThread =
  /** First of all: the sheet that is read, and others that look like people. */
  | { readonly kind: 'sheet'; readonly name: string; readonly others: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly problem: 'unreadable' | 'encrypted' | 'unfolds' }

const say = (message: FromXlsxThread): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message)
}

async function read(path: string): Promise<void> {
  const bytes = readFileSync(path)
  const problem = checkZip(bytes, mostUnpacked(bytes.length))
  if (problem !== undefined) {
    const problems = { bomb: 'unfolds', encrypted: 'encrypted', broken: 'unreadable' } as const
    return say({ kind: 'refused', problem: problems[problem] })
  }
  const sheets = await readWorkbook(path)
  const hidden = hiddenSheets(bytes)
  const { read: chosen, others } = peopleSheet(
    sheets.map(({ sheet, data: all }) => ({
      rows: all.slice(0, HEAD_ROWS).map((row) => row.map(textOf)),
      isHidden: hidden.has(sheet),
    })),
  )
  const { sheet: name = '', data = [] } = sheets[chosen ?? 0] ?? {}
  say({ kind: 'sheet', name, others: others.flatMap((at) => sheets[at]?.sheet ?? []) })
  const rows = data
    .map((row, above): TableRow => ({ row: above + 1, cells: row.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  let at = 0
  // The next ones go out when the last ones were used, so that they lie on this side only.
  const next = () => {
    if (at >= rows.length) return say({ kind: 'end' })
    say({ kind: 'rows', rows: rows.slice(at, at + ROWS_A_MESSAGE) })
    at += ROWS_A_MESSAGE
  }
  parentPort?.on('message', next)
  next()
}

/** The reader does not tell. https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.spreadsheet.sheet */
function hiddenSheets(bytes: Buffer): ReadonlySet<string> {
  const parts = unpackEntries(bytes, /^xl\/workbook\.xml$/, { each: LARGEST_INDEX, parts: 1 })
  const sheets = parts.flatMap((part) => part.toString('utf8').match(/<(?:\w+:)?sheet\b[^>]*>/g) ?? [])
  const hidden = sheets.filter((sheet) => /\bstate="(?:hidden|veryHidden)"/.test(sheet))
  return new Set(hidden.flatMap((sheet) => decodeXML(/\bname="([^"]*)"/.exec(sheet)?.[1] ?? '')))
}
/** The names of a thousand sheets have room in it. */
const LARGEST_INDEX = 1024 * 1024

const textOf = (cell: unknown): string => {
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 10) : ''
}

await read(workerData as string).catch(() => say({ kind: 'refused', problem: 'unreadable' }))
