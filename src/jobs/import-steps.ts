/** What the workers do with a file that is imported, each step from where an earlier process may have left it. */
import { HOUR } from '../domain/shared/time.ts'
import { mapColumns } from '../domain/transfer/columns.ts'
import { type ColumnField, IMPORT_FIELDS } from '../domain/transfer/fields.ts'
import { examplesOf, type ImportProblem, MOST_COLUMNS, type TableHead } from '../domain/transfer/file-import.ts'
import type { CustomField } from '../usecases/ports/custom-fields.ts'
import type { FileImport } from '../usecases/ports/file-imports.ts'
import { type Table, UnreadableFileError } from '../usecases/ports/tables.ts'
import { ImportOvertakenError, newRun } from '../usecases/transfer/import-batch.ts'
import type { Imaginary } from '../usecases/transfer/sort-rows.ts'
import { type Held, moveOn, type Stepped } from './held-import.ts'
import { importRows } from './import-rows.ts'
import { countsOf, ownFields, readRows, runOf } from './read-table.ts'
import { takeBack } from './take-back.ts'

const HEAD_ROWS = 200
/** Contacts that a dry run remembers, some thirty megabytes. */
const MOST_IMAGINED = 150_000

export async function takeStep(held: Held, found: FileImport): Promise<Stepped> {
  try {
    return await stepOf(held, found)
  } catch (error) {
    if (error instanceof UnreadableFileError) return { problem: error.problem }
    if (error instanceof ImportOvertakenError) return { problem: (await isOurRun(held, found)) ? 'fault' : 'overtaken' }
    throw error
  }
}

/** Whoever held this import before committed one more batch: the next try goes on behind that. */
async function isOurRun(held: Held, { id, tableId }: FileImport): Promise<boolean> {
  const [now, run] = await held
    .system()
    .uow.read((tx) => Promise.all([tx.fileImports.get(id), tx.imports.run(tableId ?? '')]))
  return now?.runStartedAt !== undefined && now.runStartedAt === run?.startedAt
}

async function stepOf(held: Held, found: FileImport): Promise<Stepped> {
  switch (found.state) {
    case 'fetching':
      return fetchHead(held, found)
    case 'counting':
      return count(held, found)
    case 'importing':
      return importRows(held, found)
    case 'undoing':
      return takeBack(held, found)
    case 'to_map':
    case 'counted':
    case 'done':
    case 'cancelled':
    case 'failed':
    case 'undone':
      return 'stopped'
  }
}

async function fetchHead(held: Held, found: FileImport): Promise<Stepped> {
  const opened = await held.parts.desk.open(found.id, held.parts.files(held.workspace), found.slackFileId)
  if (!opened.ok) return { problem: opened.refusal }
  const head = await headOf(opened.value, await ownFields(held))
  if ('problem' in head) return head
  return moveOn(held, found, { state: 'to_map', tableId: opened.value.id, head, nextAt: undefined })
}

async function headOf(
  table: Table,
  own: readonly CustomField[],
): Promise<TableHead | { readonly problem: ImportProblem }> {
  const rows: (readonly string[])[] = []
  for await (const { cells } of table.rows()) {
    rows.push(cells)
    if (rows.length === HEAD_ROWS) break
  }
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return { problem: 'empty' }
  if (width > MOST_COLUMNS) return { problem: 'too_many_columns' }
  const read = mapColumns(rows, {}, {}, own)
  const columns = read.ok ? read.value : undefined
  const names = columns?.names ?? (read.ok || read.refusal.kind === 'empty' ? [] : read.refusal.names)
  const guessed: (ColumnField | '')[] = names.map(() => '')
  const fields: readonly ColumnField[] = [...IMPORT_FIELDS, ...own.map(({ id }): ColumnField => `own:${id}`)]
  for (const field of fields) for (const at of columns?.mapping[field] ?? []) guessed[at] = field
  const isHeaded = columns?.headed ?? names.some((name, at) => rows[0]?.[at]?.trim() === name)
  return { form: table.form(), names, guessed, examples: examplesOf(isHeaded ? rows.slice(1) : rows, names.length) }
}

/** As a `Map`, but it forgets the oldest, so that memory does not grow with the file. */
class Remembered extends Map<string, Imaginary> {
  forgot = false
  override set(key: string, value: Imaginary): this {
    if (this.size >= MOST_IMAGINED) {
      this.forgot = true
      for (const oldest of this.keys()) {
        this.delete(oldest)
        break
      }
    }
    return super.set(key, value)
  }
}

async function count(held: Held, found: FileImport): Promise<Stepped> {
  const ctx = await held.person()
  if (ctx === undefined) return { problem: 'not_allowed' }
  const imagined = new Remembered()
  const nowhere = async (_rows: unknown, from: number) => from
  const read = await readRows(held, found, newRun(ctx, runOf(found)), {
    imagined,
    begin: () => nowhere,
    change: (run) => ({ counted: countsOf(run) }),
  })
  if (typeof read === 'string' || 'problem' in read) return read
  const near = imagined.forgot ? { near: true } : {}
  const without = read.leftOut.size > 0 ? { leftOut: Object.fromEntries(read.leftOut) } : {}
  const counted = { ...countsOf(read.run), ...near, ...without }
  return moveOn(held, found, { state: 'counted', counted, nextAt: undefined })
}

/** Nobody comes back after so long. */
export const FORGOTTEN_AFTER = 24 * HOUR
