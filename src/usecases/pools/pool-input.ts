/** What a pool's form takes, and what is wrong with it: the same for a new pool and for one that is changed. */
import { z } from 'zod'
import { CADENCE, PERSONA_MAX, POOL_NAME_MAX } from '../../domain/pool/pool-limits.ts'
import type { PoolQuery, QueryNode } from '../../domain/pool/query/ast.ts'
import { plainQuery } from '../../domain/pool/query/lex.ts'
import { parseQuery } from '../../domain/pool/query/parse.ts'
import { printQuery } from '../../domain/pool/query/print.ts'
import { poolsIn, withMe } from '../../domain/pool/query/tree.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold, tidy } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { MOST_POOLS, type NotUnderstood, readerOf, readQuery } from '../find/read-query.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import type { Member } from '../ports/workspace.ts'
import { lineInput, optionalText } from '../text-input.ts'

export const cadenceInput = z.coerce
  .number({ error: `Please give a whole number of days, ${CADENCE.least} to ${CADENCE.most}.` })
  .int({ error: 'Please give whole days.' })
  .min(CADENCE.least, { error: `At least ${CADENCE.least} days.` })
  .max(CADENCE.most, { error: `At most ${CADENCE.most} days.` })

export const POOL_FIELDS = {
  name: lineInput(POOL_NAME_MAX),
  query: z.string().max(3_000).transform(tidy),
  ownerId: idInput('member'),
  cadenceDays: cadenceInput,
  personaNote: optionalText(PERSONA_MAX),
  channel: z
    .string()
    .transform((id) => id || undefined)
    .pipe(
      z
        .string()
        .regex(/^[CG][A-Z0-9]{2,30}$/, { error: 'Please choose a channel of this workspace.' })
        .optional(),
    )
    .optional(),
}

export type PoolNameRefusal =
  | { readonly kind: 'name_taken' }
  /** A query could not name the pool: `"`, `<`, `>` and `|` would end the name there. */
  | { readonly kind: 'name_not_usable' }
export type PoolQueryRefusal =
  | { readonly kind: 'query_missing' }
  | { readonly kind: 'query_in_circle'; readonly pool: string }
  | NotUnderstood

/** Whether a query finds the pool by it: curly quotes end the name too, and of signs alone nothing is left. */
export function isUsableName({ now, actor: { zone } }: Ctx, name: string): boolean {
  const text = `pool:"${name}"`
  if (/["<>|]/.test(name)) return false
  const read = parseQuery(plainQuery(text), { now, zone, me: undefined })
  const where = read.ok ? read.value.query.where : null
  return (
    where?.kind === 'filter' &&
    where.field === 'pool' &&
    where.any.length === 1 &&
    fold(where.any[0] ?? '') === fold(name)
  )
}

/** As it is kept: `owner:me` is the pool's owner, written by their id. */
export const keptQuery = (query: PoolQuery, owner: Member): string =>
  printQuery({ ...query, where: query.where === null ? null : withMe(query.where, owner.slackUserId) })

/** The query of a pool of that name; `self` is the pool that is changed, whose old query no longer counts. */
export async function readPoolQuery(
  ctx: Ctx,
  { name, query: typed, isQuery }: { readonly name: string; readonly query: string; readonly isQuery: boolean },
  self?: Pool,
): Promise<Result<PoolQuery, PoolQueryRefusal>> {
  const read = await readQuery(ctx, typed)
  if (!read.ok) return read
  const { query } = read.value
  if (!isQuery) return ok(query)
  if (query.where === null) return refuse({ kind: 'query_missing' })
  const pools = (await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))).filter(({ id }) => id !== self?.id)
  const names = self === undefined ? [name] : [name, self.name]
  const circle = circleThrough(ctx, query.where, names, pools, DEEPEST)
  return circle === undefined ? ok(query) : refuse({ kind: 'query_in_circle', pool: circle })
}

/** A list is made of so many people at once; more is a query's work. */
export const MOST_LISTED = 500

export type NotListed = { readonly kind: 'too_slow' } | { readonly kind: 'too_many_for_list'; readonly max: number }

/** Whom the query finds now. */
export async function peopleToList(ctx: Ctx, query: PoolQuery): Promise<Result<readonly CandidateId[], NotListed>> {
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
  deeper: number,
): string | undefined {
  for (const name of poolsIn(node)) {
    if (within.some((outer) => fold(outer) === fold(name)) || deeper === 0) return name
    const inner = pools.find((pool) => fold(pool.name) === fold(name))
    if (inner?.query === undefined) continue
    const read = parseQuery(inner.query, { now: ctx.now, zone: ctx.actor.zone, me: ctx.actor.slackUserId })
    const circle = read.ok
      ? circleThrough(ctx, read.value.query.where, [...within, name], pools, deeper - 1)
      : undefined
    if (circle !== undefined) return circle
  }
  return undefined
}
