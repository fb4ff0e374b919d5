import type { OwnerRef, QueryNode } from '../../domain/pool/query/ast.ts'
import type { Ctx } from '../context.ts'
import { MOST_POOLS } from '../find/read-query.ts'
import type { Found } from '../ports/nudges.ts'
import type { Pool } from '../ports/pools.ts'
import { type Reader, SearchTooSlowError } from '../ports/services.ts'

/** Each is asked for each recruiter each morning. */
const MOST_SEARCHES = 10
/** Many times what one morning shows, the longest quiet first. */
const MOST_FOUND = 100

/**
 * Who is in saved searches today, as far as the member is to look after them: whom they own, and in searches of theirs whom nobody owns.
 * A search that takes too long is left out: the rest of the morning does not wait for it. Must not be called inside a unit of work.
 */
export async function peopleFound(ctx: Ctx): Promise<readonly Found[]> {
  const pools = await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))
  const searches = pools
    .filter(({ query }) => query !== undefined)
    .toSorted((one, other) => Number(isTheirs(ctx, other)) - Number(isTheirs(ctx, one)))
    .slice(0, MOST_SEARCHES)
  const found: Found[] = []
  for (const pool of searches) found.push(...(await membersOf(ctx, pool)))
  return found
}

const isTheirs = ({ actor }: Ctx, { ownerId }: Pool): boolean => ownerId === actor.memberId

const overdueOf = (ctx: Ctx, { cadenceDays }: Pool, nodes: readonly QueryNode[], reader: Reader) => {
  const when = { kind: 'ago', is: 'over', count: cadenceDays, unit: 'day' } as const
  const where = { kind: 'and', nodes: [...nodes, { kind: 'filter', field: 'stale', when }] } as const
  return ctx.services.search.find({ version: 1, where, sort: 'stale' }, reader, { size: MOST_FOUND })
}

async function membersOf(ctx: Ctx, pool: Pool): Promise<readonly Found[]> {
  const owners: readonly OwnerRef[] = isTheirs(ctx, pool) ? [{ kind: 'me' }, { kind: 'nobody' }] : [{ kind: 'me' }]
  const nodes = [
    { kind: 'filter', field: 'pool', any: [pool.name] },
    { kind: 'filter', field: 'owner', any: owners },
  ] as const
  const reader = { now: ctx.now, zone: ctx.workspace.zone, memberId: ctx.actor.memberId }
  try {
    const found = await ctx.services.search.find({ version: 1, where: { kind: 'and', nodes }, sort: 'stale' }, reader, {
      size: MOST_FOUND,
    })
    // The longest quiet of a big pool may all be people who are not due: then those who are, are asked for by themselves.
    const stale = found.next === undefined ? [] : (await overdueOf(ctx, pool, nodes, reader)).ids
    const ids = new Set([...stale, ...found.ids])
    return [...ids].map((candidateId) => ({ candidateId, cadenceDays: pool.cadenceDays }))
  } catch (error) {
    if (error instanceof SearchTooSlowError) return []
    throw error
  }
}
