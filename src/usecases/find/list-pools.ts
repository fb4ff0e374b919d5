import { z } from 'zod'
import { POOLS_A_PAGE } from '../../domain/pool/pool-limits.ts'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Pool } from '../ports/pools.ts'
import { type PoolFigures, SearchTooSlowError } from '../ports/services.ts'
import { MOST_POOLS, readerOf } from './read-query.ts'

export type PoolLine = {
  readonly pool: Pool
  readonly owner: string | undefined
  /** `undefined` where counting took too long. */
  readonly figures: PoolFigures | undefined
}

export type PoolsPage = {
  readonly pools: readonly PoolLine[]
  /** Of all living pools; a workspace has hundreds at most. */
  readonly total: number
  /** How many come before this page. */
  readonly before: number
  readonly hasArchived: boolean
}

/** `/pool` without a text: the pools by name, a page at a time, with how many people are in each, how fresh they are and how many are overdue. */
export const listPools = defineUseCase({
  name: 'list-pools',
  permission: 'pool.read',
  input: z.object({ from: z.coerce.number().int().min(0).catch(0).default(0) }),
  run: async (ctx, { from }): Promise<Result<PoolsPage, never>> => {
    const { pools, archived } = await ctx.uow.run(async (tx) => ({
      pools: await tx.pools.list(MOST_POOLS),
      archived: await tx.pools.archived(1),
    }))
    // A page whose pools are gone begins at the last that is there.
    const before = from < pools.length ? from : Math.max(0, pools.length - POOLS_A_PAGE)
    const lines = await withFigures(ctx, pools.slice(before, before + POOLS_A_PAGE))
    return ok({ pools: lines, total: pools.length, before, hasArchived: archived.length > 0 })
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
