import type { PoolNumbers, WeekNumbers } from '../../domain/metrics/numbers.ts'
import { type Span, weeksEarlier } from '../../domain/metrics/weeks.ts'
import type { CandidateId, PoolId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { MOST_POOLS } from '../find/read-query.ts'
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

/** One by one, so many people of a saved search are counted; of bigger ones only how many they are. */
const MOST_FOUND = 2_000
const PAGE = 500

/** The pools; who is in a saved search is asked of the search. */
export async function loadPools(ctx: SystemCtx, span: Span, pool?: PoolId): Promise<readonly PoolNumbers[]> {
  const { zone } = ctx.workspace
  const { search, metrics } = ctx.services
  const question = { span, zone, cadenceDays: 1 }
  const which = pool === undefined ? {} : { pool }
  const searches = (await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))).filter(
    ({ id, query }) => query !== undefined && (pool === undefined || id === pool),
  )
  if (searches.length === 0) return metrics.pools(question, which)
  const found = new Map<PoolId, readonly CandidateId[] | undefined>()
  for (const { id, name } of searches) found.set(id, await peopleOf(ctx, name))
  const pools = await metrics.pools(question, { ...which, found })
  const tooBig = searches.map(({ id }) => id).filter((id) => found.get(id) === undefined)
  if (tooBig.length === 0) return pools
  const figures = await search.poolFigures(tooBig, { now: ctx.now, zone, memberId: undefined })
  return pools.map((one) => {
    const big = figures.get(one.poolId)
    return big === undefined ? one : { ...one, size: big.size, inTouch: big.fresh, fresh: undefined }
  })
}

/** Everybody whom a saved search finds, a page at a time; `undefined` where they are too many. */
async function peopleOf(ctx: SystemCtx, name: string): Promise<readonly CandidateId[] | undefined> {
  const query = { version: 1, where: { kind: 'filter', field: 'pool', any: [name] }, sort: 'added' } as const
  const reader = { now: ctx.now, zone: ctx.workspace.zone, memberId: undefined }
  const people: CandidateId[] = []
  let at: string | undefined
  do {
    const page = await ctx.services.search.find(query, reader, { size: PAGE, at })
    people.push(...page.ids)
    at = page.next
    if (people.length > MOST_FOUND) return undefined
  } while (at !== undefined)
  return people
}
