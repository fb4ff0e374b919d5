import { z } from 'zod'
import { CADENCE, PERSONA_MAX, POOL_NAME_MAX } from '../../domain/pool/pool-limits.ts'
import type { PoolQuery, QueryNode } from '../../domain/pool/query/ast.ts'
import { parseQuery } from '../../domain/pool/query/parse.ts'
import { printQuery } from '../../domain/pool/query/print.ts'
import type { CandidateId, PoolId } from '../../domain/shared/ids.ts'
import { never, ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold, tidy } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import { lineInput, optionalText } from '../text-input.ts'
import { MOST_POOLS, type NotUnderstood, readerOf, readQuery } from './read-query.ts'

/** A list is made of so many people at once; more is a query's work. */
const MOST_LISTED = 500

/** A query always means whoever matches; a list is whoever was put on it. */
const POOL_KINDS = ['query', 'list'] as const

export type SavePoolRefusal =
  | { readonly kind: 'name_taken' }
  /** `"`, `<`, `>` and `|` would end the name inside a query. */
  | { readonly kind: 'name_not_usable' }
  | { readonly kind: 'query_missing' }
  | { readonly kind: 'query_in_circle'; readonly pool: string }
  | { readonly kind: 'too_many_for_list'; readonly max: number }
  | { readonly kind: 'too_slow' }
  | { readonly kind: 'unknown_owner' }
  | NotUnderstood

export type SavedPool = { readonly poolId: PoolId }

export const savePool = defineUseCase({
  name: 'save-pool',
  permission: 'pool.change',
  input: z.object({
    name: lineInput(POOL_NAME_MAX),
    kind: z.enum(POOL_KINDS),
    query: z.string().max(3_000).transform(tidy),
    ownerId: idInput('member'),
    cadenceDays: z.coerce
      .number({ error: `Please give a whole number of days, ${CADENCE.least} to ${CADENCE.most}.` })
      .int({ error: 'Please give whole days.' })
      .min(CADENCE.least, { error: `At least ${CADENCE.least} days.` })
      .max(CADENCE.most, { error: `At most ${CADENCE.most} days.` }),
    personaNote: optionalText(PERSONA_MAX),
  }),
  run: async (ctx, input): Promise<Result<SavedPool, SavePoolRefusal>> => {
    if (/["<>|]/.test(input.name)) return refuse({ kind: 'name_not_usable' })
    const read = await readQuery(ctx, input.query)
    if (!read.ok) return read
    const { query } = read.value
    const pools = await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))
    if (input.kind === 'query' && query.where === null) return refuse({ kind: 'query_missing' })
    const circle = circleThrough(ctx, query.where, [input.name], pools)
    if (input.kind === 'query' && circle !== undefined) return refuse({ kind: 'query_in_circle', pool: circle })
    const members = input.kind === 'list' && query.where !== null ? await listed(ctx, query) : ok([])
    if (!members.ok) return members

    return ctx.uow.once<SavedPool, SavePoolRefusal>(ctx.idempotencyKey, 'save-pool', async (tx) => {
      const { name, ownerId, cadenceDays, personaNote } = input
      if ((await tx.members.get(ownerId)) === undefined) return refuse({ kind: 'unknown_owner' })
      const id = ctx.newId<'pool'>()
      const pool: Pool = {
        id,
        name,
        query: input.kind === 'query' ? printQuery(query) : undefined,
        ownerId,
        cadenceDays,
        personaNote,
        createdAt: ctx.now,
        archivedAt: undefined,
      }
      if ((await tx.pools.insert(pool)) === 'taken') return refuse({ kind: 'name_taken' })
      await tx.pools.addMembers(id, members.value, ctx.actor.memberId, ctx.now)
      await tx.events.append({
        stream: `pool:${id}`,
        type: 'pool.created',
        data: { kind: input.kind, cadenceDays, ownerId, members: members.value.length },
      })
      return ok({ poolId: id })
    })
  },
})

type NotListed = Extract<SavePoolRefusal, { kind: 'too_slow' | 'too_many_for_list' }>

/** Whom the query finds now. */
async function listed(ctx: Ctx, query: PoolQuery): Promise<Result<readonly CandidateId[], NotListed>> {
  try {
    const found = await ctx.services.search.find(query, readerOf(ctx), { size: MOST_LISTED + 1 })
    return found.ids.length > MOST_LISTED ? refuse({ kind: 'too_many_for_list', max: MOST_LISTED }) : ok(found.ids)
  } catch (error) {
    if (error instanceof SearchTooSlowError) return refuse({ kind: 'too_slow' })
    throw error
  }
}

/** Pools of pools, this deep at most: the search follows no deeper. */
const DEEPEST = 3

/** The pool by which the query would come back to itself, or lead too deep. */
function circleThrough(
  ctx: Ctx,
  node: QueryNode | null,
  within: readonly string[],
  pools: readonly Pool[],
): string | undefined {
  for (const name of node === null ? [] : poolsIn(node)) {
    if (within.some((outer) => fold(outer) === fold(name)) || within.length > DEEPEST) return name
    const inner = pools.find((pool) => fold(pool.name) === fold(name))
    if (inner?.query === undefined) continue
    const read = parseQuery(inner.query, { now: ctx.now, zone: ctx.actor.zone, me: ctx.actor.slackUserId })
    const circle = read.ok ? circleThrough(ctx, read.value.query.where, [...within, name], pools) : undefined
    if (circle !== undefined) return circle
  }
  return undefined
}

function poolsIn(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(poolsIn)
    case 'not':
      return poolsIn(node.node)
    case 'either':
      return poolsIn(node.filter)
    case 'words':
      return []
    case 'filter':
      return node.field === 'pool' ? node.any : []
    default:
      return never(node)
  }
}
