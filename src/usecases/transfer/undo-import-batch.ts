/** Some of those whom a file added are taken away again, in one transaction. */
import { z } from 'zod'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { type KnownToHave, somethingHappened } from '../capture/undo-add.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { LoggedEvent } from '../ports/events.ts'
import type { Tx } from '../ports/unit-of-work.ts'

const BATCH = 20

export type TakenBack = { readonly removed: number; readonly kept: number; readonly last: CandidateId | undefined }
/** Writes how far it is, in the same transaction; `false` where somebody else goes on with it, and then nobody was removed here. */
export type CountTakenBack = (tx: Tx, taken: TakenBack) => Promise<boolean>

class NotOursError extends Error {
  override readonly name = 'NotOursError'
}

/** Of one person in one file. */
const MOST_ROWS = 50

/** What later rows of the same file did with them; `undefined` where somebody else did anything. */
function ownRows(events: readonly LoggedEvent[], importId: string, createdAt: number): KnownToHave | undefined {
  if (events.length === MOST_ROWS) return undefined
  if (!events.every(({ type, data }) => type === 'candidate.merged' && data.importId === importId)) return undefined
  const changes = events.filter(({ data }) => Array.isArray(data.fields) && data.fields.length > 0)
  return { until: Math.max(createdAt, ...events.map(({ at }) => at)), version: 1 + changes.length }
}

/** Goes on behind `after`; without a `last` nobody is left. `undefined`: it is somebody else's. */
export const undoImportBatch = defineUseCase({
  name: 'undo-import-batch',
  permission: 'candidate.add',
  input: z.object({
    importId: idInput('file_import'),
    after: idInput('candidate').optional(),
    count: z.custom<CountTakenBack>((count) => typeof count === 'function'),
  }),
  run: async (ctx, { importId, after, count }): Promise<Result<TakenBack | undefined, never>> => {
    try {
      const taken = await ctx.uow.run(async (tx) => {
        const ids = await tx.fileImports.addedBy(importId, after, BATCH)
        let removed = 0
        for (const id of ids) {
          const person = await tx.candidates.lock(id)
          if (person === undefined) continue
          const own = ownRows(await tx.events.read(`candidate:${id}`, MOST_ROWS), importId, person.createdAt)
          if (own === undefined || (await somethingHappened(tx, person, own))) continue
          if ((await tx.candidates.remove(id)) === 'in_use') continue
          await tx.posts.redraw(id, ctx.now)
          removed += 1
        }
        const done = { removed, kept: ids.length - removed, last: ids.at(-1) }
        if (done.last !== undefined && !(await count(tx, done))) throw new NotOursError()
        return done
      })
      return ok(taken)
    } catch (error) {
      if (error instanceof NotOursError) return ok(undefined)
      throw error
    }
  },
})
