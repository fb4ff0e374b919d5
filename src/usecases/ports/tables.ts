import type { Result } from '../../domain/shared/result.ts'
import type { KeepRefused } from '../transfer/import-batch.ts'
import type { RefusedRow } from '../transfer/sort-rows.ts'

/** A row that says something, and its number as a spreadsheet shows it: titles and empty rows above it count. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] }

/** A file of people as rows of text. */
export type Table = {
  /** SHA-256 of the file, in hex. */
  readonly id: string
  readonly bytes: number
  /** `CSV in utf-8, columns parted by ";"`, for a person; of a workbook it names the sheet once a row was read. */
  form(): string
  rows(): AsyncIterable<TableRow>
}

/** Why a file that was shared in Slack cannot be had. */
export type FileTrouble = 'gone' | 'not_shared' | 'elsewhere' | 'too_big' | 'no_scope' | 'unreachable'
export type SharedFile = { readonly id: string; readonly name: string; readonly bytes: number; readonly url: string }

/** Files that people shared in Slack. */
export type SharedFiles = {
  /** What Slack says of it. */
  look(id: string): Promise<Result<SharedFile, FileTrouble>>
  /** Streams it to `path`, at most `most` bytes; what is broken off leaves nothing there. */
  bring(file: SharedFile, path: string, most: number): Promise<Result<null, FileTrouble>>
}

/** What is wrong with a file, as a code, so that Slack can word it for whoever shared it. */
export type Unreadable = 'too_big' | 'unfolds' | 'empty' | 'encrypted' | 'old_excel' | 'not_a_table' | 'unreadable'

/** The file is not what it should be; the message says what to do. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError'
  readonly problem: Unreadable

  constructor(message: string, problem: Unreadable) {
    super(message)
    this.problem = problem
  }
}
export type TableProblem = FileTrouble | Unreadable

/** Rows that were refused, kept beside the table. */
export type RefusedRows = {
  readonly keep: KeepRefused
  /** Those refused before lie elsewhere, with a process that is gone. */
  readonly isPartial: boolean
  /** Writes them again, before anything else is kept. */
  restore(rows: readonly RefusedRow[]): void
  close(): void
}

/** Where the files of imports lie while they are read, each in a folder of its own that only we can read. */
export type TableDesk = {
  /** The file of this import, brought here unless it is here already. */
  open(importId: string, files: SharedFiles, slackFileId: string): Promise<Result<Table, TableProblem>>
  refused(importId: string, names: readonly string[], from: number): RefusedRows
  /** The file of refused rows, whole; `undefined` where it is not here. */
  refusedFile(importId: string): Promise<Uint8Array | undefined>
  discard(importId: string): Promise<void>
  /** The imports whose files lie here. */
  kept(): Promise<readonly string[]>
}
