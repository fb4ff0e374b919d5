import { z } from 'zod'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Pool } from '../ports/pools.ts'
import type { PoolGone } from './edit-pool.ts'
import { usedBy } from './used-by.ts'

/** Another pool is made of it: without it that one would find nobody there. */
export type PoolUsed = { readonly kind: 'pool_used'; readonly by: string }
export type ArchivePoolRefusal = PoolGone | PoolUsed
type Named = { readonly poolId: PoolId; readonly name: string }

/** **Archive**: nobody is due because of it any more and its name is free; who was in it, and its history, stay for *Restore*. */
export const archivePool = defineUseCase({
  name: 'archive-pool',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool') }),
  run: (ctx, { poolId }): Promise<Result<Named, ArchivePoolRefusal>> =>
    ctx.uow.once<Named, ArchivePoolRefusal>(ctx.idempotencyKey, 'archive-pool', async (tx) => {
      const pool = await tx.pools.lock(poolId)
      const user = pool && (await usedBy(ctx, tx, pool))
      if (user !== undefined) return refuse({ kind: 'pool_used', by: user.name })
      if (pool === undefined || !(await tx.pools.archive(poolId, ctx.now))) return refuse({ kind: 'pool_gone' })
      await tx.events.append({ stream: `pool:${poolId}`, type: 'pool.archived', data: {} })
      return ok({ poolId, name: pool.name })
    }),
})

export type RestorePoolRefusal = { readonly kind: 'pool_living' } | { readonly kind: 'name_taken_since' } | PoolGone

/** **Restore**: as it was, with everybody who was in it. */
export const restorePool = defineUseCase({
  name: 'restore-pool',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool') }),
  run: (ctx, { poolId }): Promise<Result<Named, RestorePoolRefusal>> =>
    ctx.uow.once<Named, RestorePoolRefusal>(ctx.idempotencyKey, 'restore-pool', async (tx) => {
      const pool = await tx.pools.get(poolId)
      if (pool === undefined) return refuse({ kind: 'pool_gone' })
      const restored = await tx.pools.restore(poolId)
      if (restored === 'living') return refuse({ kind: 'pool_living' })
      if (restored === 'taken') return refuse({ kind: 'name_taken_since' })
      await tx.events.append({ stream: `pool:${poolId}`, type: 'pool.restored', data: {} })
      return ok({ poolId, name: pool.name })
    }),
})

/** So many can be looked through; who wants an older one asks for it by name. */
const MOST_SHOWN = 20

export type ArchivedPools = { readonly pools: readonly Pool[]; readonly more: boolean }

/** The pools that were put away, the latest first. */
export const listArchivedPools = defineUseCase({
  name: 'list-archived-pools',
  permission: 'pool.read',
  input: z.object({}),
  run: (ctx): Promise<Result<ArchivedPools, never>> =>
    ctx.uow.run(async (tx) => {
      const pools = await tx.pools.archived(MOST_SHOWN + 1)
      return ok({ pools: pools.slice(0, MOST_SHOWN), more: pools.length > MOST_SHOWN })
    }),
})
