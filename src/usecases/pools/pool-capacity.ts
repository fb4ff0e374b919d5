import { type Capacity, capacityOf } from '../../domain/pool/capacity.ts'
import { dayIn } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

export type PoolCapacity = Capacity & {
  /** Counted up to 10,000. */
  readonly more: boolean
}

/**
 * What the pool asks of its owner, beside everything that they carry already. Its people are those whom no colleague owns: a colleague's
 * people are in that colleague's mornings. `undefined` where counting took too long. Must not be called inside a unit of work.
 */
export async function poolCapacity(ctx: Ctx, pool: Pool): Promise<PoolCapacity | undefined> {
  const { search } = ctx.services
  const { zone } = ctx.workspace
  const { holidays, cadenceDays: usual } = await ctx.uow.run((tx) => loadWorkspaceSettings(tx, ctx.services.places))
  const reader = { now: ctx.now, zone, memberId: pool.ownerId }
  try {
    const people = await search.count(theirPeople(pool), reader)
    const others = await search.inCare(pool.ownerId, usual, reader, pool.id)
    const count = 'exact' in people ? people.exact : people.more
    const calendar = { today: dayIn(ctx.now, zone), holidays }
    return {
      ...capacityOf({ people: count, cadenceDays: pool.cadenceDays }, others, calendar),
      more: 'more' in people,
    }
  } catch (error) {
    if (error instanceof SearchTooSlowError) return undefined
    throw error
  }
}

/** Those of a pool whom its owner is to write to; asked with the owner as reader. */
export const theirPeople = ({ name }: Pick<Pool, 'name'>) =>
  ({
    version: 1,
    where: {
      kind: 'and',
      nodes: [
        { kind: 'filter', field: 'pool', any: [name] },
        { kind: 'filter', field: 'owner', any: [{ kind: 'me' }, { kind: 'nobody' }] },
      ],
    },
    sort: 'stale',
  }) as const
