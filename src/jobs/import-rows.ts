/** The rows of a file become people, from behind the last batch that anybody committed. */
import { type ImportProblem, NO_COUNTS } from '../domain/transfer/file-import.ts'
import type { Ctx } from '../usecases/context.ts'
import type { FileImport } from '../usecases/ports/file-imports.ts'
import type { ImportRun } from '../usecases/ports/imports.ts'
import type { RefusedRows } from '../usecases/ports/tables.ts'
import { finishImport, newRun } from '../usecases/transfer/import-batch.ts'
import { refusedAgain } from '../usecases/transfer/refused-again.ts'
import { advance, type Held, moveOn, type Stepped } from './held-import.ts'
import { countsOf, readRows, runOf, saidOf, tableOf } from './read-table.ts'
import { deliverRefused } from './refused-rows.ts'

export async function importRows(held: Held, found: FileImport): Promise<Stepped> {
  const { desk } = held.parts
  const ctx = await held.person()
  if (ctx === undefined) return { problem: 'not_allowed' }
  const run = await whereItStands(held, ctx, found)
  if ('problem' in run) return run
  let rows: RefusedRows | undefined
  let isPartial = false
  let analyzeAt = 500
  try {
    const read = await readRows(held, found, run, {
      importId: found.id,
      begin: async (columns) => {
        rows = desk.refused(found.id, columns, run.refusedBytes)
        isPartial = rows.isPartial && !(await restore(held, ctx, found, run, rows))
        return rows.keep
      },
      // Whatever stood in its way before, it gets on.
      change: (now) => ({ done: countsOf(now), attempts: 0 }),
      between: async (now) => {
        if (now.rows - run.rows < analyzeAt) return
        await held.parts.analyze()
        analyzeAt *= 10
      },
    })
    if (typeof read === 'string' || 'problem' in read) return read
    const finished = await finishImport(ctx, { run: read.run })
    if (!finished.ok) return { problem: 'not_allowed' }
    const done = { ...countsOf(read.run), ...(isPartial ? { partial: true } : {}) }
    const delivered = await deliverRefused(held, found, done)
    if (delivered === 'later') return { problem: 'unreachable' }
    return await moveOn(held, found, {
      state: 'done',
      done,
      refusedFile: delivered.id,
      head: undefined,
      nextAt: undefined,
    })
  } finally {
    rows?.close()
  }
}

/** Whether all are there again that were refused before, on a machine whose files are not ours. */
async function restore(held: Held, ctx: Ctx, found: FileImport, run: ImportRun, rows: RefusedRows): Promise<boolean> {
  const table = await tableOf(held, found)
  if ('problem' in table) return false
  let restored = 0
  const again = await refusedAgain(ctx, table.rows(), await saidOf(held, found), run.rows, (some) => {
    restored += some.length
    rows.restore(some)
  })
  return again.ok && restored >= run.refused
}

/** Behind the last batch that was committed, by whichever process. */
async function whereItStands(
  held: Held,
  ctx: Ctx,
  found: FileImport,
): Promise<ImportRun | { readonly problem: ImportProblem }> {
  const fresh = newRun(ctx, runOf(found))
  if (found.runStartedAt === undefined) {
    if (await advance(held, found, { runStartedAt: fresh.startedAt, done: NO_COUNTS })) return fresh
    return { problem: 'overtaken' }
  }
  const onRecord = await ctx.uow.read((tx) => tx.imports.run(fresh.id))
  if (onRecord === undefined || onRecord.startedAt < found.runStartedAt)
    return { ...fresh, startedAt: found.runStartedAt }
  return onRecord.startedAt === found.runStartedAt ? onRecord : { problem: 'overtaken' }
}
