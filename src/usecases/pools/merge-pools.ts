/** Two pools become one: the other keeps its name, owner, cadence and note, and has everybody of both. */
import { z } from 'zod'
import { parseQuery } from '../../domain/pool/query/parse.ts'
import { printQuery } from '../../domain/pool/query/print.ts'
import { MAX_QUERY_LENGTH } from '../../domain/pool/query/problem.ts'
import { poolsIn, some } from '../../domain/pool/query/tree.ts'
import type { CandidateId, PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import { DAY } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { MOST_POOLS, readerOf } from '../find/read-query.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { PoolUsed } from './archive-pool.ts'
import type { ChangedSince, PoolGone } from './edit-pool.ts'
import { peopleIn } from './people-in.ts'
import { MOST_LISTED } from './pool-input.ts'
import { usedBy } from './used-by.ts'

/** How long it can be taken back, as a merge of people. */
const UNDO_DAYS = 30

export type MergeChoices = { readonly pool: Pool; readonly into: readonly Pool[] }
/** Slack's menu takes no more. */
const MOST_CHOICES = 100

/** What the pool can go into: a list into a list, a query into either. */
export const readMergeChoices = defineUseCase({
  name: 'read-merge-choices',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool') }),
  run: (ctx, { poolId }): Promise<Result<MergeChoices, PoolGone>> =>
    ctx.uow.run(async (tx) => {
      const pool = await tx.pools.get(poolId)
      if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
      const others = (await tx.pools.list(MOST_POOLS)).filter(({ id }) => id !== poolId)
      const into = others.filter(({ query }) => pool.query !== undefined || query === undefined)
      return ok({ pool, into: into.slice(0, MOST_CHOICES) })
    }),
})

export type MergePoolsRefusal =
  | PoolGone
  | PoolUsed
  | ChangedSince
  | { readonly kind: 'same_pool' | 'list_into_query' | 'query_too_long' | 'too_slow' }
  | { readonly kind: 'made_of_each_other' }
  | { readonly kind: 'too_many_for_list'; readonly max: number }
export type PoolsMerged = {
  readonly intoId: PoolId
  readonly from: string
  readonly into: string
  readonly came: number
  readonly undoId: KeptFormId
}

export const mergePools = defineUseCase({
  name: 'merge-pools',
  permission: 'pool.change',
  input: z.object({ fromId: idInput('pool'), intoId: idInput('pool') }),
  run: async (ctx, { fromId, intoId }): Promise<Result<PoolsMerged, MergePoolsRefusal>> => {
    if (fromId === intoId) return refuse({ kind: 'same_pool' })
    const seen = await ctx.uow.run(async (tx) => ({
      from: await tx.pools.get(fromId),
      into: await tx.pools.get(intoId),
    }))
    // Whom a query finds is asked of the search, which is not inside the transaction.
    const found = await foundFor(ctx, seen.from, seen.into)
    if (!found.ok) return found
    return ctx.uow.once<PoolsMerged, MergePoolsRefusal>(ctx.idempotencyKey, 'merge-pools', async (tx) => {
      const [one, other] = [fromId, intoId].toSorted()
      await tx.pools.lock(one as PoolId)
      await tx.pools.lock(other as PoolId)
      const from = await tx.pools.get(fromId)
      const into = await tx.pools.get(intoId)
      if (!isLiving(from) || !isLiving(into)) return refuse({ kind: 'pool_gone' })
      if (from.version !== seen.from?.version || into.version !== seen.into?.version)
        return refuse({ kind: 'changed_since' })
      const user = await usedBy(ctx, tx, from)
      if (user !== undefined)
        return refuse(user.id === intoId ? { kind: 'made_of_each_other' } : { kind: 'pool_used', by: user.name })
      const united = await unite(ctx, tx, { from, into, found: found.value })
      if (!united.ok) return united
      await tx.pools.archive(fromId, ctx.now, intoId)
      const undoId = ctx.newId<'kept_form'>()
      const { came, query } = united.value
      const kept = {
        poolMerge: true,
        at: ctx.now,
        fromId,
        intoId,
        came,
        version: into.version + (query === undefined ? 0 : 1),
        before: query,
      }
      await tx.forms.keep(undoId, ctx.actor.memberId, kept, ctx.now, UNDO_DAYS)
      await tx.events.append({ stream: `pool:${fromId}`, type: 'pool.merged_into', data: { intoId } })
      await tx.events.append({ stream: `pool:${intoId}`, type: 'pool.merged', data: { fromId, came: came.length } })
      return ok({ intoId, from: from.name, into: into.name, came: came.length, undoId })
    })
  },
})

const isLiving = (pool: Pool | undefined): pool is Pool => pool !== undefined && pool.archivedAt === undefined

/** A query that goes into a list brings whom it finds today for whoever merges: how many came tells of nobody else. */
async function foundFor(
  ctx: Ctx,
  from: Pool | undefined,
  into: Pool | undefined,
): Promise<Result<readonly CandidateId[], MergePoolsRefusal>> {
  if (!isLiving(from) || !isLiving(into)) return refuse({ kind: 'pool_gone' })
  if (from.query === undefined && into.query !== undefined) return refuse({ kind: 'list_into_query' })
  if (from.query === undefined || into.query !== undefined) return ok([])
  try {
    const found = await peopleIn(ctx, from.name, readerOf(ctx))
    const tooMany = found === undefined || found.length > MOST_LISTED
    return tooMany ? refuse({ kind: 'too_many_for_list', max: MOST_LISTED }) : ok(found)
  } catch (error) {
    if (error instanceof SearchTooSlowError) return refuse({ kind: 'too_slow' })
    throw error
  }
}

type Uniting = { readonly from: Pool; readonly into: Pool; readonly found: readonly CandidateId[] }
/** Who came into the list, or the query that was there before. */
type United = { readonly came: readonly CandidateId[]; readonly query: string | undefined }

async function unite(ctx: Ctx, tx: Tx, { from, into, found }: Uniting): Promise<Result<United, MergePoolsRefusal>> {
  if (from.query === undefined) return ok({ came: await tx.pools.uniteMembers(from.id, into.id), query: undefined })
  if (into.query === undefined) {
    const came = await tx.pools.addMembers(into.id, found, ctx.actor.memberId, ctx.now, 'merged')
    return ok({ came, query: undefined })
  }
  const both = eitherOf(ctx, into.query, from.query)
  if (both === undefined) return refuse({ kind: 'query_too_long' })
  if (both.pools.some((name) => fold(name) === fold(into.name))) return refuse({ kind: 'made_of_each_other' })
  await tx.pools.change(into.id, { ...into, query: both.text })
  return ok({ came: [], query: into.query })
}

/** Whoever matches one or the other; `undefined` where that is no query any more. */
function eitherOf(ctx: Ctx, one: string, other: string) {
  const context = { now: ctx.now, zone: ctx.workspace.zone, me: 'nobody' }
  const nodes = [one, other].flatMap((text) => {
    const read = parseQuery(text, context)
    return read.ok && read.value.query.where !== null ? [read.value.query.where] : []
  })
  const where = nodes.length === 2 ? some(nodes) : undefined
  if (where === undefined) return undefined
  const text = printQuery({ version: 1, where, sort: null })
  const isQuery = text.length <= MAX_QUERY_LENGTH && parseQuery(text, context).ok
  return isQuery ? { text, pools: poolsIn(where) } : undefined
}

const Kept = z.object({
  poolMerge: z.literal(true),
  at: z.number(),
  fromId: idInput('pool'),
  intoId: idInput('pool'),
  came: z.array(idInput('candidate')),
  version: z.number(),
  before: z.string().optional(),
})

export type UndoMergePoolsRefusal = PoolGone | ChangedSince | { readonly kind: 'too_late' | 'name_taken_since' }

/** **Undo** of a merge, by who made it and within 30 days: who came with it goes again, and the pool that went lives again with everybody who was in it. */
export const undoMergePools = defineUseCase({
  name: 'undo-merge-pools',
  permission: 'pool.change',
  input: z.object({ undoId: idInput('kept_form') }),
  run: (ctx, { undoId }): Promise<Result<{ readonly from: string; readonly into: string }, UndoMergePoolsRefusal>> =>
    ctx.uow.once<{ readonly from: string; readonly into: string }, UndoMergePoolsRefusal>(
      ctx.idempotencyKey,
      'undo-merge-pools',
      async (tx) => {
        const kept = Kept.safeParse(await tx.forms.get(undoId, ctx.actor.memberId))
        if (!kept.success || ctx.now - kept.data.at > UNDO_DAYS * DAY) return refuse({ kind: 'too_late' })
        const { fromId, intoId, came, version, before } = kept.data
        const into = await tx.pools.lock(intoId)
        const from = await tx.pools.get(fromId)
        if (!isLiving(into) || from === undefined) return refuse({ kind: 'pool_gone' })
        // The query may mean something else by now; a list is what it was, and who came since.
        if (before !== undefined && into.version !== version) return refuse({ kind: 'changed_since' })
        const restored = await tx.pools.restore(fromId)
        if (restored === 'taken') return refuse({ kind: 'name_taken_since' })
        if (before !== undefined) await tx.pools.change(intoId, { ...into, query: before })
        await tx.pools.removeMembers(intoId, came, { by: ctx.actor.memberId, at: ctx.now, how: 'undone' })
        await tx.forms.forget(undoId)
        await tx.events.append({ stream: `pool:${intoId}`, type: 'pool.merge_undone', data: { fromId } })
        await tx.events.append({ stream: `pool:${fromId}`, type: 'pool.restored', data: { intoId } })
        return ok({ from: from.name, into: into.name })
      },
    ),
})
