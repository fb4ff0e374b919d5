import { z } from 'zod'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { enterCare } from '../pools/enter-care.ts'
import {
  isUsableName,
  keptQuery,
  type NotListed,
  POOL_FIELDS,
  type PoolNameRefusal,
  type PoolQueryRefusal,
  peopleToList,
  readPoolQuery,
} from '../pools/pool-input.ts'
import type { NewPool } from '../ports/pools.ts'

/** A query always means whoever matches; a list is whoever was put on it. */
const POOL_KINDS = ['query', 'list'] as const

export type SavePoolRefusal = PoolNameRefusal | PoolQueryRefusal | NotListed | { readonly kind: 'unknown_owner' }
export type SavedPool = { readonly poolId: PoolId }

export const savePool = defineUseCase({
  name: 'save-pool',
  permission: 'pool.change',
  input: z.object({ ...POOL_FIELDS, kind: z.enum(POOL_KINDS) }),
  run: async (ctx, input): Promise<Result<SavedPool, SavePoolRefusal>> => {
    if (!isUsableName(ctx, input.name)) return refuse({ kind: 'name_not_usable' })
    const isQuery = input.kind === 'query'
    const read = await readPoolQuery(ctx, { ...input, isQuery })
    if (!read.ok) return read
    const query = read.value
    const members = !isQuery && query.where !== null ? await peopleToList(ctx, query) : ok([])
    if (!members.ok) return members

    return ctx.uow.once<SavedPool, SavePoolRefusal>(ctx.idempotencyKey, 'save-pool', async (tx) => {
      const { name, ownerId, cadenceDays, personaNote, channel } = input
      const owner = await tx.members.get(ownerId)
      if (owner === undefined) return refuse({ kind: 'unknown_owner' })
      const id = ctx.newId<'pool'>()
      const pool: NewPool = {
        id,
        name,
        query: isQuery ? keptQuery(query, owner) : undefined,
        ownerId,
        cadenceDays,
        personaNote,
        channel,
        createdAt: ctx.now,
        archivedAt: undefined,
      }
      if ((await tx.pools.insert(pool)) === 'taken') return refuse({ kind: 'name_taken' })
      const joined = await tx.pools.addMembers(id, members.value, ctx.actor.memberId, ctx.now, 'saved')
      await enterCare(ctx, tx, pool, joined)
      await tx.events.append({
        stream: `pool:${id}`,
        type: 'pool.created',
        data: { kind: input.kind, cadenceDays, ownerId, members: members.value.length },
      })
      return ok({ poolId: id })
    })
  },
})
