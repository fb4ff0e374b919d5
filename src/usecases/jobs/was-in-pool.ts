import type { Candidate } from '../../domain/candidate/candidate.ts'
import { every } from '../../domain/pool/query/tree.ts'
import { type Day, dayIn } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { readerOf } from '../find/read-query.ts'
import { SearchTooSlowError } from '../ports/services.ts'

const MOST_POOLS = 200
/** People of one name within the pools. */
const MOST_NAMESAKES = 50

/**
 * Whether somebody was in one of our pools, a list or a query, before that day: who was added by the application itself was not. Where the
 * search takes too long it counts as no. Must not be called inside a unit of work.
 */
export async function wasInPool(ctx: Ctx, person: Candidate, before: Day): Promise<boolean> {
  if (dayIn(person.createdAt, ctx.actor.zone) >= before) return false
  const pools = await ctx.uow.run((tx) => tx.pools.list(MOST_POOLS))
  if (pools.length === 0) return false
  const where = every([
    { kind: 'filter', field: 'pool', any: pools.map(({ name }) => name) },
    { kind: 'words', text: person.fullName, phrase: false },
  ])
  try {
    const query = { version: 1, where: where ?? null, sort: null } as const
    const found = await ctx.services.search.find(query, readerOf(ctx), { size: MOST_NAMESAKES })
    return found.ids.includes(person.id)
  } catch (error) {
    if (error instanceof SearchTooSlowError) return false
    throw error
  }
}
