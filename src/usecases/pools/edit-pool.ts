import { z } from 'zod'
import type { PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import { DAY } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Pool, PoolChange } from '../ports/pools.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import {
  isUsableName,
  keptQuery,
  POOL_FIELDS,
  type PoolNameRefusal,
  type PoolQueryRefusal,
  readPoolQuery,
} from './pool-input.ts'
import { usedBy } from './used-by.ts'

export type PoolGone = { readonly kind: 'pool_gone' }
export type ChangedSince = { readonly kind: 'changed_since' }
/** Another pool is made of it, by its name. */
export type NameUsed = { readonly kind: 'name_used'; readonly by: string }
export type ChangeRefusal = PoolGone | ChangedSince | NameUsed | { readonly kind: 'name_taken' }
export type EditPoolRefusal = PoolNameRefusal | PoolQueryRefusal | ChangeRefusal | { readonly kind: 'unknown_owner' }
/** `undoId` where anything is other than before. */
export type EditedPool = { readonly poolId: PoolId; readonly undoId: KeptFormId | null }

/** How long a change of a pool can be taken back. */
const UNDO_DAYS = 1

/** **Edit**: everything but whether it is a query or a list. Who saw an older state of it is told so. */
export const editPool = defineUseCase({
  name: 'edit-pool',
  permission: 'pool.change',
  input: z.object({ ...POOL_FIELDS, poolId: idInput('pool'), version: z.number().int() }),
  run: async (ctx, { poolId, version, ...input }): Promise<Result<EditedPool, EditPoolRefusal>> => {
    if (!isUsableName(ctx, input.name)) return refuse({ kind: 'name_not_usable' })
    const before = await ctx.uow.run((tx) => tx.pools.get(poolId))
    if (before === undefined || before.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
    const isQuery = before.query !== undefined
    const read = await readPoolQuery(ctx, { name: input.name, query: isQuery ? input.query : '', isQuery }, before)
    if (!read.ok) return read
    const { name, ownerId, cadenceDays, personaNote, channel } = input
    return changePool<EditPoolRefusal>(ctx, 'edit-pool', { poolId, version }, async (tx) => {
      const owner = await tx.members.get(ownerId)
      if (owner === undefined) return refuse({ kind: 'unknown_owner' })
      const query = isQuery ? keptQuery(read.value, owner) : undefined
      return ok({ name, query, ownerId, cadenceDays, personaNote, channel })
    })
  },
})

/** *Slow down*: another cadence, everything else as it is. */
export const slowDownPool = defineUseCase({
  name: 'slow-down-pool',
  permission: 'pool.change',
  input: z.object({ poolId: idInput('pool'), cadenceDays: POOL_FIELDS.cadenceDays }),
  run: (ctx, { poolId, cadenceDays }): Promise<Result<EditedPool, ChangeRefusal>> =>
    changePool(ctx, 'slow-down-pool', { poolId, version: undefined }, (_, pool) =>
      Promise.resolve(ok({ ...changeOf(pool), cadenceDays })),
    ),
})

const changeOf = ({ name, query, ownerId, cadenceDays, personaNote, channel }: Pool): PoolChange => ({
  name,
  query,
  ownerId,
  cadenceDays,
  personaNote,
  channel,
})
const FIELDS = ['name', 'query', 'ownerId', 'cadenceDays', 'personaNote', 'channel'] as const

function changePool<Refusal = never>(
  ctx: Ctx,
  useCase: string,
  { poolId, version }: { readonly poolId: PoolId; readonly version: number | undefined },
  wanted: (tx: Tx, pool: Pool) => Promise<Result<PoolChange, Refusal>>,
): Promise<Result<EditedPool, Refusal | ChangeRefusal>> {
  return ctx.uow.once<EditedPool, Refusal | ChangeRefusal>(ctx.idempotencyKey, useCase, async (tx) => {
    const pool = await tx.pools.lock(poolId)
    if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
    if (version !== undefined && pool.version !== version) return refuse({ kind: 'changed_since' })
    const change = await wanted(tx, pool)
    if (!change.ok) return change
    const fields = FIELDS.filter((field) => pool[field] !== change.value[field])
    if (fields.length === 0) return ok({ poolId, undoId: null })
    const user = fold(change.value.name) === fold(pool.name) ? undefined : await usedBy(ctx, tx, pool)
    if (user !== undefined) return refuse({ kind: 'name_used', by: user.name })
    if ((await tx.pools.change(poolId, change.value)) === 'taken') return refuse({ kind: 'name_taken' })
    const undoId = ctx.newId<'kept_form'>()
    const kept = { pool: poolId, at: ctx.now, version: pool.version + 1, before: changeOf(pool) }
    await tx.forms.keep(undoId, ctx.actor.memberId, kept, ctx.now, UNDO_DAYS)
    const { ownerId, cadenceDays } = change.value
    await tx.events.append({ stream: `pool:${poolId}`, type: 'pool.changed', data: { fields, ownerId, cadenceDays } })
    return ok({ poolId, undoId })
  })
}

const Kept = z.object({
  pool: idInput('pool'),
  at: z.number(),
  version: z.number(),
  before: z.object({
    name: z.string(),
    query: z.string().optional(),
    ownerId: idInput('member'),
    cadenceDays: z.number(),
    personaNote: z.string().optional(),
    channel: z.string().optional(),
  }),
})

export type UndoEditRefusal = PoolGone | ChangedSince | { readonly kind: 'too_late' } | { readonly kind: 'name_taken' }

/** **Undo** of a change, by who made it and as long as nobody changed the pool after it. */
export const undoEditPool = defineUseCase({
  name: 'undo-edit-pool',
  permission: 'pool.change',
  input: z.object({ undoId: idInput('kept_form') }),
  run: (ctx, { undoId }): Promise<Result<{ readonly poolId: PoolId }, UndoEditRefusal>> =>
    ctx.uow.once<{ readonly poolId: PoolId }, UndoEditRefusal>(ctx.idempotencyKey, 'undo-edit-pool', async (tx) => {
      const kept = Kept.safeParse(await tx.forms.get(undoId, ctx.actor.memberId))
      if (!kept.success || ctx.now - kept.data.at > UNDO_DAYS * DAY) return refuse({ kind: 'too_late' })
      const { pool: id, version, before } = kept.data
      const pool = await tx.pools.lock(id)
      if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
      if (pool.version !== version) return refuse({ kind: 'changed_since' })
      const { query, personaNote, channel, ...rest } = before
      if ((await tx.pools.change(id, { ...rest, query, personaNote, channel })) === 'taken')
        return refuse({ kind: 'name_taken' })
      await tx.forms.forget(undoId)
      await tx.events.append({ stream: `pool:${id}`, type: 'pool.change_undone', data: {} })
      return ok({ poolId: id })
    }),
})
