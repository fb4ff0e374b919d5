import { parseQuery } from '../../domain/pool/query/parse.ts'
import { poolsIn } from '../../domain/pool/query/tree.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { MOST_POOLS } from '../find/read-query.ts'
import type { Pool } from '../ports/pools.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** A living pool whose query names this one: it would find nobody there once this one is gone or called otherwise. */
export async function usedBy(ctx: Pick<Ctx, 'now' | 'workspace'>, tx: Tx, pool: Pool): Promise<Pool | undefined> {
  const key = fold(pool.name)
  return (await tx.pools.list(MOST_POOLS)).find(({ id, query }) => {
    if (id === pool.id || query === undefined) return false
    const read = parseQuery(query, { now: ctx.now, zone: ctx.workspace.zone, me: 'nobody' })
    return read.ok && poolsIn(read.value.query.where).some((name) => fold(name) === key)
  })
}
