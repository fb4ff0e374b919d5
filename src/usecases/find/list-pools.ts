import { z } from 'zod'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import { MOST_POOLS, readerOf } from './read-query.ts'

export type PoolFigures = { readonly size: number; readonly stale: number; readonly fresh: number }
export type PoolLine = {
  readonly pool: Pool
  readonly owner: string | undefined
  /** `undefined` where counting took too long. */
  readonly figures: PoolFigures | undefined
}

const MOST_SHOWN = 20

/** `/pool` without a text: the pools by name, with how many people are in each and how many of them are overdue. */
export const listPools = defineUseCase({
  name: 'list-pools',
  permission: 'pool.read',
  input: z.object({}),
  run: async (ctx): Promise<Result<{ readonly pools: readonly PoolLine[]; readonly more: number }, never>> => {
    const pools = await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))
    const lines = await withFigures(ctx, pools.slice(0, MOST_SHOWN))
    return ok({ pools: lines, more: Math.max(0, pools.length - MOST_SHOWN) })
  },
})

/** One pool, for the confirmation after it was saved and for **Open**. */
export const readPool = defineUseCase({
  name: 'read-pool',
  permission: 'pool.read',
  input: z.object({ poolId: idInput('pool') }),
  run: async (ctx, { poolId }): Promise<Result<PoolLine, { readonly kind: 'pool_gone' }>> => {
    const pool = await ctx.uow.run((tx) => tx.pools.get(poolId))
    if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
    const [line] = await withFigures(ctx, [pool])
    return line === undefined ? refuse({ kind: 'pool_gone' }) : ok(line)
  },
})

async function withFigures(ctx: Ctx, pools: readonly Pool[]): Promise<readonly PoolLine[]> {
  const owners = await ctx.uow.run((tx) => tx.members.getMany([...new Set(pools.map((pool) => pool.ownerId))]))
  const figures = await figuresOf(
    ctx,
    pools.map((pool) => pool.id),
  )
  return pools.map((pool) => ({
    pool,
    owner: owners.find((owner) => owner.id === pool.ownerId)?.name,
    figures: figures.get(pool.id),
  }))
}

/** For each pool how many are in it and how many are overdue; none of them where counting took too long, since a page without numbers is better than none. */
export async function figuresOf(ctx: Ctx, ids: readonly PoolId[]): Promise<ReadonlyMap<PoolId, PoolFigures>> {
  try {
    return await ctx.services.search.poolFigures(ids, readerOf(ctx))
  } catch (error) {
    if (error instanceof SearchTooSlowError) return new Map()
    throw error
  }
}
