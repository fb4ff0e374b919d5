import type { PoolNumbers, WeekNumbers } from '../../domain/metrics/numbers.ts'
import { type Span, weeksEarlier } from '../../domain/metrics/weeks.ts'
import type { CandidateId, PoolId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { MOST_POOLS } from '../find/read-query.ts'
import { peopleIn } from '../pools/people-in.ts'
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
export async function loadPools(ctx: SystemCtx, span: Span, pool?: PoolId): Promise<readonly PoolNumbers[]> {
  const counted = await countPools(ctx, span, pool)
  const owners = await ctx.uow.run(async (tx) => {
    const pools = await tx.pools.list(MOST_POOLS)
    const members = await tx.members.getMany([...new Set(pools.map(({ ownerId }) => ownerId))])
    const names = new Map(members.map(({ id, name }) => [id, name]))
    return new Map(pools.map(({ id, ownerId }) => [id, names.get(ownerId)]))
  })
  return counted.map((one) => ({ ...one, owner: owners.get(one.poolId) }))
}

async function countPools(ctx: SystemCtx, span: Span, pool?: PoolId): Promise<readonly PoolNumbers[]> {
  const { zone } = ctx.workspace
  const { search, metrics } = ctx.services
  const question = { span, zone, cadenceDays: 1 }
  const which = pool === undefined ? {} : { pool }
  const searches = (await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))).filter(
    ({ id, query }) => query !== undefined && (pool === undefined || id === pool),
  )
  if (searches.length === 0) return metrics.pools(question, which)
  const found = new Map<PoolId, readonly CandidateId[] | undefined>()
  for (const { id, name } of searches) found.set(id, await peopleIn(ctx, name))
  const pools = await metrics.pools(question, { ...which, found })
  const tooBig = searches.map(({ id }) => id).filter((id) => found.get(id) === undefined)
  if (tooBig.length === 0) return pools
  const figures = await search.poolFigures(tooBig, { now: ctx.now, zone, memberId: undefined, sees: 'all' })
  return pools.map((one) => {
    const big = figures.get(one.poolId)
    return big === undefined ? one : { ...one, size: big.size, inTouch: big.inTouch, fresh: big.fresh }
  })
}
