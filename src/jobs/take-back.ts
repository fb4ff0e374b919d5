/** Whom a file added goes again, some at a time. */
import type { CandidateId } from '../domain/shared/ids.ts'
import { plus } from '../domain/shared/time.ts'
import { NO_COUNTS } from '../domain/transfer/file-import.ts'
import type { FileImport } from '../usecases/ports/file-imports.ts'
import { undoImportBatch } from '../usecases/transfer/undo-import-batch.ts'
import { advanceIn, type Held, moveOn, type Stepped } from './held-import.ts'
import { TOLD_EACH } from './read-table.ts'

export async function takeBack(held: Held, found: FileImport): Promise<Stepped> {
  const done = found.done ?? NO_COUNTS
  let removed = done.removed ?? 0
  let kept = 0
  let toldAt = held.system().now
  for (let after: CandidateId | undefined; ; ) {
    const ctx = await held.person()
    if (ctx === undefined) return { problem: 'not_allowed' }
    const draw = ctx.now >= plus(toldAt, TOLD_EACH)
    if (draw) toldAt = ctx.now
    const some = await undoImportBatch(ctx, {
      importId: found.id,
      after,
      count: (tx, taken) => {
        const counts = { ...done, removed: removed + taken.removed, kept: kept + taken.kept }
        return held.lost.aborted ? Promise.resolve(false) : advanceIn(tx, held, found, { done: counts }, draw)
      },
    })
    if (!some.ok) return { problem: 'not_allowed' }
    if (some.value === undefined) return 'stopped'
    removed += some.value.removed
    kept += some.value.kept
    after = some.value.last
    if (draw) ctx.services.wake.posts()
    const counts = { ...done, removed, kept }
    if (after === undefined) return moveOn(held, found, { state: 'undone', done: counts, head: undefined })
    if (held.signs.draining) return 'stopped'
  }
}
