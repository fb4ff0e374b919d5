import type { QueryNode } from '../../domain/pool/query/ast.ts'
import { fieldSlug } from '../../domain/pool/query/custom.ts'
import { parseQuery } from '../../domain/pool/query/parse.ts'
import { filtersIn, poolsIn } from '../../domain/pool/query/tree.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { MOST_POOLS } from '../find/read-query.ts'
import type { Pool } from '../ports/pools.ts'
import type { Tx } from '../ports/unit-of-work.ts'

type Now = Pick<Ctx, 'now' | 'workspace'>

/** A living pool whose query names this one: it would find nobody there once this one is gone or called otherwise. */
export async function usedBy(ctx: Now, tx: Tx, pool: Pool): Promise<Pool | undefined> {
  const key = fold(pool.name)
  const [user] = await poolsWhere(
    ctx,
    tx,
    (where, { id }) => id !== pool.id && poolsIn(where).some((name) => fold(name) === key),
  )
  return user
}

/** The living pools whose query asks for a field of the workspace's own: once it is gone they would find nobody, or everybody. */
export const poolsAsking = (ctx: Now, tx: Tx, field: { readonly name: string }): Promise<readonly Pool[]> =>
  poolsWhere(ctx, tx, (where) =>
    filtersIn(where).some((filter) => filter.field === 'custom' && filter.name === fieldSlug(field.name)),
  )

async function poolsWhere(
  ctx: Now,
  tx: Tx,
  holds: (where: QueryNode | null, pool: Pool) => boolean,
): Promise<readonly Pool[]> {
  return (await tx.pools.list(MOST_POOLS)).filter((pool) => {
    if (pool.query === undefined) return false
    const read = parseQuery(pool.query, { now: ctx.now, zone: ctx.workspace.zone, me: 'nobody' })
    return read.ok && holds(read.value.query.where, pool)
  })
}
