import { z } from 'zod'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { PoolGone } from './edit-pool.ts'

/** *Accept*: the pool stays as it is, and the log says that somebody knew what it asks for. */
export const acceptPoolLoad = defineUseCase({
  name: 'accept-pool-load',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool') }),
  run: (ctx, { poolId }): Promise<Result<{ readonly poolId: PoolId; readonly name: string }, PoolGone>> =>
    ctx.uow.once<{ readonly poolId: PoolId; readonly name: string }, PoolGone>(
      ctx.idempotencyKey,
      'accept-pool-load',
      async (tx) => {
        const pool = await tx.pools.get(poolId)
        if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
        const { cadenceDays, name } = pool
        await tx.events.append({ stream: `pool:${poolId}`, type: 'pool.load_accepted', data: { cadenceDays } })
        return ok({ poolId, name })
      },
    ),
})
