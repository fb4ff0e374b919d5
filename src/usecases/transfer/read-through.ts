/** Reads a table to its end, batch by batch: the one engine of every import, dry or for good. */
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Columns, ColumnsProblem } from '../../domain/transfer/columns.ts'
import type { LeftOut } from '../../domain/transfer/imported.ts'
import type { Ctx } from '../context.ts'
import type { EdgeRefusal } from '../define-use-case.ts'
import type { ImportRun } from '../ports/imports.ts'
import type { TableRow } from '../ports/tables.ts'
import { importBatch, type KeepRefused } from './import-batch.ts'
import { judgeRows, type SaidOfFile } from './judge-rows.ts'
import type { Imagined } from './sort-rows.ts'

export type Reading = {
  readonly rows: AsyncIterable<TableRow>
  readonly said: SaidOfFile
  /** Where it stands: it goes on behind what was read before. */
  readonly run: ImportRun
  /** Anew for each batch: time goes by, and whoever is no recruiter any more imports nobody further. */
  readonly ctx: () => Promise<Ctx | undefined>
  readonly imagined?: Imagined | undefined
  readonly importId?: string | undefined
  readonly batch?: number | undefined
  /** Hears what the columns hold before the first row counts. */
  readonly begin: (columns: Columns) => KeepRefused | Promise<KeepRefused>
  /** After each batch that was committed; `false` ends it there. */
  readonly between: (run: ImportRun) => Promise<boolean>
}
export type ReadSoFar = {
  readonly run: ImportRun
  readonly columns: Columns
  /** Values that were no good and that a person can do without, by field. */
  readonly leftOut: ReadonlyMap<LeftOut, number>
  readonly stopped: boolean
}
export type ReadingRefusal = { readonly kind: 'columns'; readonly problem: ColumnsProblem } | EdgeRefusal

export async function readThrough(reading: Reading): Promise<Result<ReadSoFar, ReadingRefusal>> {
  const { rows, said, begin, between, imagined, importId } = reading
  const judged = await judgeRows(rows, said, reading.run.rows, reading.batch)
  if (!judged.ok) return refuse({ kind: 'columns', problem: judged.refusal })
  const { columns, batches, leftOut } = judged.value
  const keepRefused = await begin(columns)
  let writing: Promise<Result<ImportRun, EdgeRefusal>> = Promise.resolve(ok(reading.run))
  let told = reading.run.rows
  for await (const batch of batches) {
    // While a batch is written the next one is read and judged.
    const before = await writing
    if (!before.ok) return before
    if (before.value.rows > told) {
      told = before.value.rows
      if (!(await between(before.value))) return ok({ run: before.value, columns, leftOut, stopped: true })
    }
    const ctx = await reading.ctx()
    if (ctx === undefined) return refuse({ kind: 'not_allowed', permission: importBatch.permission })
    const sent = Promise.withResolvers<void>()
    writing = importBatch(ctx, {
      ...batch,
      run: before.value,
      keepRefused: (refused, from) => {
        sent.resolve()
        return keepRefused(refused, from)
      },
      dryRun: imagined,
      importId,
    })
    // Reading on before the database has its work would keep it waiting for us.
    await Promise.race([sent.promise, writing.catch(() => undefined)])
  }
  const last = await writing
  return last.ok ? ok({ run: last.value, columns, leftOut, stopped: false }) : last
}
