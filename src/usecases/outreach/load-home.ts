import { z } from 'zod'
import { ok, type Result } from '../../domain/shared/result.ts'
import { may } from '../../domain/shared/roles.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { type ShownOffer, waitingOffers } from '../capture/flag-offers.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { figuresOf } from '../find/list-pools.ts'
import { type GoalsModel, readGoals } from '../metrics/read-metrics.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Pool } from '../ports/pools.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { type HomePeople, homePeople } from './home-people.ts'
import { loadQueue, type Queue } from './load-queue.ts'

/** What "My day" shows: each part only to whom it concerns. */
export type HomeModel = {
  readonly name: string
  readonly now: Instant
  readonly queue: Queue | undefined
  /** Their people: who is due, who answered, who goes quiet. */
  readonly people: HomePeople | undefined
  /** None where nobody set one; `too_slow` where it could not be counted in time. */
  readonly goals: GoalsModel | 'none' | 'too_slow' | undefined
  /** Flags that wait for a recruiter, and the channel where. */
  readonly triage: { readonly waiting: number; readonly channel: string } | undefined
  readonly pools: readonly HomePool[] | undefined
  readonly ownFlags: readonly NearMiss[]
  /** *Flag near-miss*, offered for a reaction and not answered yet. */
  readonly offers: readonly ShownOffer[]
  readonly mayAdd: boolean
  /** **Settings** is there. */
  readonly maySet: boolean
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
    const { waiting, pools, ownFlags, offers, settings, people } = await ctx.uow.run(async (tx) => ({
      waiting: decides ? await tx.nearMisses.countWaiting() : 0,
      pools: seesPools ? await tx.pools.list(POOLS) : undefined,
      ownFlags: await tx.nearMisses.flaggedBy(memberId, FLAGS),
      offers: await waitingOffers(ctx, tx),
      settings: await loadWorkspaceSettings(tx, ctx.services.places),
      people: may(roles, 'candidate.read') ? await homePeople(ctx, tx) : undefined,
    }))
    const { channels } = settings
    return ok({
      name,
      now: ctx.now,
      queue: queue.ok ? queue.value : undefined,
      people,
      goals: seesPools ? await goalsOf(ctx, settings.goals !== undefined) : undefined,
      triage: decides ? { waiting, channel: channels.triage } : undefined,
      pools: pools === undefined ? undefined : await withFigures(ctx, pools),
      ownFlags,
      offers,
      mayAdd: may(roles, 'candidate.add'),
      maySet: may(roles, 'settings.change'),
    })
  },
})

async function goalsOf(ctx: Ctx, isSet: boolean): Promise<HomeModel['goals']> {
  if (!isSet) return 'none'
  const read = await readGoals(ctx, {})
  return read.ok ? read.value : 'too_slow'
}

async function withFigures(ctx: Ctx, pools: readonly Pool[]): Promise<readonly HomePool[]> {
  const figures = await figuresOf(
    ctx,
    pools.map((pool) => pool.id),
  )
  return pools.map(({ id, name, cadenceDays }) => ({
    id,
    name,
    cadenceDays,
    size: figures.get(id)?.size,
    stale: figures.get(id)?.stale,
  }))
}
