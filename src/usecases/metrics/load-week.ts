import type { PoolNumbers, WeekNumbers } from '../../domain/metrics/numbers.ts'
import { type Span, weeksEarlier } from '../../domain/metrics/weeks.ts'
import type { PoolId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

export type WeekAndLast = {
  readonly span: Span
  readonly now: WeekNumbers
  readonly before: WeekNumbers
  readonly pools: readonly PoolNumbers[]
  readonly cadenceDays: number
}

/** A week with the one before it. Throws a `SearchTooSlowError` where counting takes too long. */
export async function loadWeek(ctx: SystemCtx, span: Span): Promise<WeekAndLast> {
  const { zone } = ctx.workspace
  const { metrics } = ctx.services
  const { cadenceDays } = await ctx.uow.run((tx) => loadWorkspaceSettings(tx, ctx.services.places))
  const now = await metrics.week({ span, zone, cadenceDays })
  const before = await metrics.week({ span: weeksEarlier(span, 1, zone), zone, cadenceDays })
  return { span, now, before, pools: await loadPools(ctx, span), cadenceDays }
}

/** The pools; who is in a saved search is asked of the search. */
export async function loadPools(ctx: SystemCtx, span: Span, poolId?: PoolId): Promise<readonly PoolNumbers[]> {
  const { zone } = ctx.workspace
  const { search, metrics } = ctx.services
  const pools = await metrics.lists({ span, zone, cadenceDays: 1 }, poolId)
  const searches = pools.filter((pool) => pool.week === undefined).map((pool) => pool.poolId)
  if (searches.length === 0) return pools
  const figures = await search.poolFigures(searches, { now: ctx.now, zone, memberId: undefined })
  return pools.map((pool) => {
    const found = figures.get(pool.poolId)
    return pool.week !== undefined || found === undefined ? pool : { ...pool, size: found.size, inTouch: found.fresh }
  })
}
