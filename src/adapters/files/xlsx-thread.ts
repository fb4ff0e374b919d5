// The thread of a workbook: all of it is unpacked at once, and whoever presses a button meanwhile is answered by the main one.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import readWorkbook from 'read-excel-file/node'
import { HEAD_ROWS, peopleSheet } from '../../domain/transfer/people-sheet.ts'
import { checkZip } from './check-zip.ts'

/** What a list of people is unpacked: six times as much, and some more where the same words come again and again. */
const MB = 1024 * 1024
const mostUnpacked = (bytes: number): number => Math.min(250 * MB, Math.max(60 * MB, 20 * bytes))
const ROWS_A_MESSAGE = 500

export type FromXlsxThread =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
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
  const chosen = peopleSheet(sheets.map(({ data: all }) => all.slice(0, HEAD_ROWS).map((row) => row.map(textOf))))
  const data = sheets[chosen ?? 0]?.data ?? []
  const rows = data.map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== ''))
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

const textOf = (cell: unknown): string => {
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 10) : ''
}

await read(workerData as string).catch(() => say({ kind: 'refused', problem: 'unreadable' }))
