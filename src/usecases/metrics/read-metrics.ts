import { z } from 'zod'
import type { PoolNumbers, YearNumbers } from '../../domain/metrics/numbers.ts'
import { thisWeek } from '../../domain/metrics/weeks.ts'
import type { Goals } from '../../domain/settings/workspace-settings.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold, nearest } from '../../domain/shared/text.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { MOST_POOLS, readerOf } from '../find/read-query.ts'
import { type PoolFigures, SearchTooSlowError } from '../ports/services.ts'
import type { Member } from '../ports/workspace.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { loadPools, loadWeek, type WeekAndLast } from './load-week.ts'

export type MetricsRefusal = { readonly kind: 'too_slow' }
export type MetricsModel = WeekAndLast & {
  readonly zone: Zone
  readonly goals: Goals | undefined
  readonly helpers: readonly Pick<Member, 'id' | 'slackUserId'>[]
}

/** `/metrics`: the week as far as it is, beside the whole of the last. */
export const readMetrics = defineUseCase({
  name: 'read-metrics',
  permission: 'pool.read',
  input: z.object({}),
  run: (ctx): Promise<Result<MetricsModel, MetricsRefusal>> =>
    patiently(async () => {
      const { zone } = ctx.workspace
      const week = await loadWeek(ctx, thisWeek(ctx.now, zone))
      const rest = await ctx.uow.run(async (tx) => ({
        goals: (await loadWorkspaceSettings(tx, ctx.services.places)).goals,
        helpers: await tx.members.getMany(week.now.thanks.map(({ memberId }) => memberId)),
      }))
      return ok({ ...week, zone, ...rest })
    }),
})

export type GoalsModel = { readonly goals: Goals | undefined; readonly year: YearNumbers }

/** `/metrics goals` */
export const readGoals = defineUseCase({
  name: 'read-goals',
  permission: 'pool.read',
  input: z.object({}),
  run: (ctx): Promise<Result<GoalsModel, MetricsRefusal>> =>
    patiently(async () => {
      const { zone } = ctx.workspace
      const { goals, cadenceDays } = await ctx.uow.run((tx) => loadWorkspaceSettings(tx, ctx.services.places))
      const { year } = await ctx.services.metrics.week({ span: thisWeek(ctx.now, zone), zone, cadenceDays })
      return ok({ goals, year })
    }),
})

export type PoolMetrics = {
  readonly pool: PoolNumbers
  readonly cadenceDays: number
  /** As its page has them; none in the channel of the pool, which hears of a week. */
  readonly figures?: PoolFigures | undefined
}
export type PoolMetricsRefusal = MetricsRefusal | { readonly kind: 'no_pool'; readonly nearest: string | undefined }

/** `/metrics pool <name>` */
export const readPoolMetrics = defineUseCase({
  name: 'read-pool-metrics',
  permission: 'pool.read',
  input: z.object({ name: z.string().max(300) }),
  run: (ctx: Ctx, { name }): Promise<Result<PoolMetrics, PoolMetricsRefusal>> =>
    patiently(async () => {
      const pools = await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))
      const wanted = fold(name)
      const pool = pools.find((one) => fold(one.name) === wanted)
      const gone = () =>
        refuse({
          kind: 'no_pool',
          nearest: nearest(
            name,
            pools.map((one) => one.name),
          ),
        } as const)
      if (pool === undefined) return gone()
      const [numbers] = await loadPools(ctx, thisWeek(ctx.now, ctx.workspace.zone), pool.id)
      const figures = (await ctx.services.search.poolFigures([pool.id], readerOf(ctx))).get(pool.id)
      return numbers === undefined ? gone() : ok({ pool: numbers, cadenceDays: pool.cadenceDays, figures })
    }),
})

async function patiently<Value, Refusal>(
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | MetricsRefusal>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SearchTooSlowError) return refuse({ kind: 'too_slow' })
    throw error
  }
}
