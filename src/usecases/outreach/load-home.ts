import { z } from 'zod'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { may } from '../../domain/shared/roles.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import { loadQueue, type Queue } from './load-queue.ts'

/** What "My day" shows: each part only to whom it concerns. */
export type HomeModel = {
  readonly name: string
  readonly now: Instant
  readonly queue: Queue | undefined
  /** Flags that wait for a recruiter, and the channel where. */
  readonly triage: { readonly waiting: number; readonly channel: string } | undefined
  readonly pools: readonly HomePool[] | undefined
  readonly ownFlags: readonly NearMiss[]
  readonly mayAdd: boolean
}
export type HomePool = Pick<Pool, 'id' | 'name' | 'cadenceDays'> & {
  readonly size: number | undefined
  readonly stale: number | undefined
}

const DRAFTS = 5
const POOLS = 10
const FLAGS = 5

export const loadHome = defineUseCase({
  name: 'load-home',
  permission: 'near_miss.flag',
  input: z.object({}),
  run: async (ctx): Promise<Result<HomeModel, never>> => {
    const { roles, memberId, name } = ctx.actor
    const queue = await loadQueue(ctx, { limit: DRAFTS })
    const seesPools = may(roles, 'pool.read')
    const decides = may(roles, 'near_miss.decide')
    const { waiting, pools, ownFlags } = await ctx.uow.run(async (tx) => ({
      waiting: decides ? await tx.nearMisses.countWaiting() : 0,
      pools: seesPools ? await tx.pools.list(POOLS) : undefined,
      ownFlags: await tx.nearMisses.flaggedBy(memberId, FLAGS),
    }))
    return ok({
      name,
      now: ctx.now,
      queue: queue.ok ? queue.value : undefined,
      triage: decides ? { waiting, channel: ctx.services.places.triageChannel } : undefined,
      pools: pools === undefined ? undefined : await withFigures(ctx, pools),
      ownFlags,
      mayAdd: may(roles, 'candidate.add'),
    })
  },
})

/** A page that opens without its numbers is better than none. */
async function withFigures(ctx: Ctx, pools: readonly Pool[]): Promise<readonly HomePool[]> {
  const reader = { now: ctx.now, zone: ctx.actor.zone, memberId: ctx.actor.memberId }
  const ids: readonly PoolId[] = pools.map((pool) => pool.id)
  const none: Awaited<ReturnType<typeof ctx.services.search.poolFigures>> = new Map()
  const figures = await ctx.services.search.poolFigures(ids, reader).catch((error: unknown) => {
    if (error instanceof SearchTooSlowError) return none
    throw error
  })
  return pools.map(({ id, name, cadenceDays }) => ({
    id,
    name,
    cadenceDays,
    size: figures.get(id)?.size,
    stale: figures.get(id)?.stale,
  }))
}
