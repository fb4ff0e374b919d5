/** A pool's own page: who belongs in it, how they stand, what it asks of its owner, and who came and went. */
import { z } from 'zod'
import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold, nearest } from '../../domain/shared/text.ts'
import { instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { figuresOf } from '../find/list-pools.ts'
import { MOST_POOLS } from '../find/read-query.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Pool, PoolTurn, TurnPlace } from '../ports/pools.ts'
import type { PoolFigures } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'
import type { PoolGone } from './edit-pool.ts'
import { type PoolCapacity, poolCapacity } from './pool-capacity.ts'

/** A line of the history with the names in it. */
export type NamedTurn = PoolTurn & { readonly who: string | undefined; readonly byName: string | undefined }
export type PoolPage = {
  readonly pool: Pool
  readonly owner: Pick<Member, 'id' | 'slackUserId' | 'name'> | undefined
  /** `undefined` where counting took too long, as for `capacity`. */
  readonly figures: PoolFigures | undefined
  readonly capacity: PoolCapacity | undefined
  /** The pool that its people went to, of one that was archived by a merge. */
  readonly mergedInto: string | undefined
  readonly turns: readonly NamedTurn[]
  readonly hasMore: boolean
}

const TURNS_ON_PAGE = 5
const TURNS_IN_HISTORY = 20

/** **Open** on a pool; one that was archived has a page as well, with *Restore*. */
export const readPoolPage = defineUseCase({
  name: 'read-pool-page',
  permission: 'pool.read',
  input: z.object({ poolId: idInput('pool') }),
  run: async (ctx, { poolId }): Promise<Result<PoolPage, PoolGone>> => {
    const read = await ctx.uow.run(async (tx) => {
      const pool = await tx.pools.get(poolId)
      if (pool === undefined) return undefined
      const turns = await tx.pools.turns(poolId, TURNS_ON_PAGE + 1)
      const into = pool.mergedInto === undefined ? undefined : await tx.pools.get(pool.mergedInto)
      return {
        pool,
        owner: await tx.members.get(pool.ownerId),
        turns: await named(tx, turns.slice(0, TURNS_ON_PAGE)),
        hasMore: turns.length > TURNS_ON_PAGE,
        mergedInto: into?.name,
      }
    })
    if (read === undefined) return refuse({ kind: 'pool_gone' })
    if (read.pool.archivedAt !== undefined) return ok({ ...read, figures: undefined, capacity: undefined })
    const figures = (await figuresOf(ctx, [poolId])).get(poolId)
    return ok({ ...read, figures, capacity: await poolCapacity(ctx, read.pool) })
  },
})

/** The pool and whose it is, without counting anything: for a form that has to open at once. */
export const openPool = defineUseCase({
  name: 'open-pool',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool') }),
  run: (ctx, { poolId }): Promise<Result<Pick<PoolPage, 'pool' | 'owner'>, PoolGone>> =>
    ctx.uow.run(async (tx) => {
      const pool = await tx.pools.get(poolId)
      if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
      return ok({ pool, owner: await tx.members.get(pool.ownerId) })
    }),
})

export type PoolHistory = {
  readonly pool: Pool
  readonly turns: readonly NamedTurn[]
  /** Where the next part begins; a value for a button. */
  readonly older: string | undefined
  readonly isNewest: boolean
}

/** **History**: who came and who went, by whom and when. */
export const readPoolHistory = defineUseCase({
  name: 'read-pool-history',
  permission: 'pool.read',
  input: z.object({ poolId: idInput('pool'), at: z.string().max(100).optional() }),
  run: (ctx, { poolId, at }): Promise<Result<PoolHistory, PoolGone>> =>
    ctx.uow.run(async (tx) => {
      const pool = await tx.pools.get(poolId)
      if (pool === undefined) return refuse({ kind: 'pool_gone' })
      const place = readPlace(at)
      const turns = await tx.pools.turns(poolId, TURNS_IN_HISTORY + 1, place)
      const shown = turns.slice(0, TURNS_IN_HISTORY)
      const last = shown.at(-1)
      return ok({
        pool,
        turns: await named(tx, shown),
        older: turns.length > TURNS_IN_HISTORY && last !== undefined ? placeText(last) : undefined,
        isNewest: place === undefined,
      })
    }),
})

async function named(tx: Tx, turns: readonly PoolTurn[]): Promise<readonly NamedTurn[]> {
  const unique = <Id extends CandidateId | MemberId>(ids: readonly Id[]) => [...new Set(ids)]
  const people = await tx.candidates.getMany(unique(turns.map(({ candidateId }) => candidateId)))
  const members = await tx.members.getMany(unique(turns.flatMap(({ by }) => by ?? [])))
  return turns.map((turn) => ({
    ...turn,
    who: people.find(({ id }) => id === turn.candidateId)?.fullName,
    byName: members.find(({ id }) => id === turn.by)?.name,
  }))
}

const placeText = ({ at, what, stayId }: PoolTurn): string => `${at}.${what}.${stayId}`
/** What is no place begins with the newest. */
function readPlace(text: string | undefined): TurnPlace | undefined {
  const [, at, what, stayId] = /^(\d{1,14})\.(joined|left)\.([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  if (at === undefined || stayId === undefined) return undefined
  return { at: instant(Number(at)), stayId, what: what === 'joined' ? 'joined' : 'left' }
}

export type NoSuchPool = {
  readonly kind: 'no_pool'
  readonly nearest: string | undefined
  /** It was put away under this name. */
  readonly archived: Pool | undefined
}

/** By its name, however it is spelt. */
export async function poolNamed(ctx: Ctx, name: string): Promise<Result<Pool, NoSuchPool>> {
  const wanted = fold(name)
  return ctx.uow.run(async (tx) => {
    const pools = await tx.pools.list(MOST_POOLS)
    const pool = pools.find((one) => fold(one.name) === wanted)
    if (pool !== undefined) return ok(pool)
    const archived = (await tx.pools.archived(MOST_POOLS)).find((one) => fold(one.name) === wanted)
    const names = pools.map((one) => one.name)
    return refuse({ kind: 'no_pool', nearest: nearest(name, names), archived })
  })
}

/** `/pool edit <name>` */
export const findPool = defineUseCase({
  name: 'find-pool',
  permission: 'pool.read',
  input: z.object({ name: z.string().max(300) }),
  run: (ctx, { name }): Promise<Result<Pool, NoSuchPool>> => poolNamed(ctx, name),
})
