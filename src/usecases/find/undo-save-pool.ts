import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { HOUR } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { PoolUsed } from '../pools/archive-pool.ts'
import { usedBy } from '../pools/used-by.ts'

export type UndoSavePoolRefusal =
  | { readonly kind: 'pool_gone' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'too_late' }
  | PoolUsed

/** **Undo** after a pool was saved, by who saved it and while nobody can have come to rely on it: the pool goes, its people stay. */
export const undoSavePool = defineUseCase({
  name: 'undo-save-pool',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool') }),
  run: (ctx, { poolId }): Promise<Result<{ readonly name: string }, UndoSavePoolRefusal>> =>
    ctx.uow.once<{ readonly name: string }, UndoSavePoolRefusal>(ctx.idempotencyKey, 'undo-save-pool', async (tx) => {
      const pool = await tx.pools.get(poolId)
      if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
      const [created] = (await tx.events.read(`pool:${poolId}`, 10)).filter(({ type }) => type === 'pool.created')
      if (created?.actor !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      if (ctx.now - pool.createdAt > 24 * HOUR) return refuse({ kind: 'too_late' })
      const user = await usedBy(ctx, tx, pool)
      if (user !== undefined) return refuse({ kind: 'pool_used', by: user.name })
      if (!(await tx.pools.archive(poolId, ctx.now))) return refuse({ kind: 'pool_gone' })
      await tx.events.append({ stream: `pool:${poolId}`, type: 'pool.archived', data: { undone: true } })
      return ok({ name: pool.name })
    }),
})
