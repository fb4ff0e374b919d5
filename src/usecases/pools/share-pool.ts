/** *Share*: a colleague becomes the relationship owner of part of a pool, so that their own mornings bring those people up. */
import { z } from 'zod'
import { MOST_SHARED } from '../../domain/pool/pool-limits.ts'
import { asId, type CandidateId, type PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { may } from '../../domain/shared/roles.ts'
import { DAY } from '../../domain/shared/time.ts'
import { reassign as words } from '../../domain/shared/words/reassign.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NewOwner } from '../people/reassign-person.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'
import type { PoolGone } from './edit-pool.ts'
import { theirPeople } from './pool-capacity.ts'

const UNDO_DAYS = 30

export type SharePoolRefusal =
  | PoolGone
  | { readonly kind: 'no_such_member' | 'may_not_look_after' | 'is_the_owner' | 'nobody_to_share' | 'too_slow' }
export type PoolShared = { readonly poolId: PoolId; readonly given: number; readonly undoId: KeptFormId }

export const sharePool = defineUseCase({
  name: 'share-pool',
  permission: 'pool.change',
  input: z.object({
    poolId: idInput('pool'),
    to: z.custom<NewOwner | undefined>(),
    people: z.coerce
      .number({ error: 'Please give a whole number of people.' })
      .int({ error: 'Please give a whole number of people.' })
      .min(1, { error: 'At least one person.' })
      .max(MOST_SHARED, { error: `At most ${MOST_SHARED} at a time.` }),
  }),
  run: async (ctx, { poolId, to, people }): Promise<Result<PoolShared, SharePoolRefusal>> => {
    const pool = await ctx.uow.run((tx) => tx.pools.get(poolId))
    if (pool === undefined || pool.archivedAt !== undefined) return refuse({ kind: 'pool_gone' })
    if (to === undefined) return refuse({ kind: 'no_such_member' })
    if (!may(to.roles, 'candidate.change')) return refuse({ kind: 'may_not_look_after' })
    if (to.memberId === pool.ownerId) return refuse({ kind: 'is_the_owner' })
    const found = await longestQuiet(ctx, pool, people + 1)
    if (!found.ok) return found
    const shared = await ctx.uow.once<PoolShared, SharePoolRefusal>(ctx.idempotencyKey, 'share-pool', async (tx) => {
      const member = await tx.members.get(to.memberId)
      if (member === undefined) return refuse({ kind: 'no_such_member' })
      // Nobody looks after themselves.
      const self = member.email === undefined ? [] : await tx.candidates.allWithAddress(member.email)
      // Of our own staff whoever shares gives away only whom they may see.
      const seen = (await tx.candidates.getMany(found.value)).map(({ id }) => id)
      const chosen = seen.filter((id) => !self.includes(id)).slice(0, people)
      // Whom somebody took over meanwhile is theirs, and stays so.
      const given = await tx.candidates.giveOwner(chosen, member.id, [pool.ownerId, null])
      if (given.length === 0) return refuse({ kind: 'nobody_to_share' })
      const ids = given.map(({ candidateId }) => candidateId)
      await tell(ctx, tx, ids, member)
      const undoId = ctx.newId<'kept_form'>()
      const kept = {
        poolShare: poolId,
        at: ctx.now,
        to: member.id,
        before: given.map(({ candidateId, before }) => [candidateId, before ?? null]),
      }
      await tx.forms.keep(undoId, ctx.actor.memberId, kept, ctx.now, UNDO_DAYS)
      const data = { to: member.id, people: ids }
      await tx.events.append({ stream: `pool:${poolId}`, type: 'pool.shared', data })
      return ok({ poolId, given: given.length, undoId })
    })
    if (shared.ok) ctx.services.wake.posts()
    return shared
  },
})

/** Of those whom the pool's owner is to write to. */
async function longestQuiet(
  ctx: Ctx,
  pool: Pool,
  size: number,
): Promise<Result<readonly CandidateId[], SharePoolRefusal>> {
  try {
    const reader = { now: ctx.now, zone: ctx.workspace.zone, memberId: pool.ownerId }
    const { ids } = await ctx.services.search.find(theirPeople(pool), reader, { size })
    return ids.length === 0 ? refuse({ kind: 'nobody_to_share' }) : ok(ids)
  } catch (error) {
    if (error instanceof SearchTooSlowError) return refuse({ kind: 'too_slow' })
    throw error
  }
}

async function tell(ctx: Ctx, tx: Tx, ids: readonly CandidateId[], owner: Member | undefined): Promise<void> {
  const line = { kind: 'change', at: ctx.now, memberId: ctx.actor.memberId, text: words.history(owner?.name) } as const
  await tx.candidates.recordForAll(ids, line)
  for (const id of ids) {
    const data = { to: owner?.id ?? null }
    await tx.events.append({ stream: `candidate:${id}`, type: 'candidate.reassigned', data })
    await tx.posts.redraw(id, ctx.now)
  }
}

const Kept = z.object({
  poolShare: idInput('pool'),
  at: z.number(),
  to: idInput('member'),
  before: z.array(z.tuple([idInput('candidate'), z.string().nullable()])),
})
export type UndoShareRefusal = { readonly kind: 'too_late' }

/** **Undo**, by who shared and within 30 days: back to whoever looked after them before, but for those who went on to somebody else since. */
export const undoSharePool = defineUseCase({
  name: 'undo-share-pool',
  permission: 'pool.change',
  input: z.object({ undoId: idInput('kept_form') }),
  run: async (ctx, { undoId }): Promise<Result<PoolShared, UndoShareRefusal>> => {
    const undone = await ctx.uow.once<PoolShared, UndoShareRefusal>(
      ctx.idempotencyKey,
      'undo-share-pool',
      async (tx) => {
        const kept = Kept.safeParse(await tx.forms.get(undoId, ctx.actor.memberId))
        if (!kept.success || ctx.now - kept.data.at > UNDO_DAYS * DAY) return refuse({ kind: 'too_late' })
        const { poolShare, to, before } = kept.data
        let back = 0
        for (const owner of new Set(before.map(([, id]) => id))) {
          const theirs = before.flatMap(([id, was]) => (was === owner ? [id] : []))
          const memberId = owner === null ? undefined : asId<'member'>(owner)
          const returned = await tx.candidates.giveOwner(theirs, memberId ?? null, [to])
          const ids = returned.map(({ candidateId }) => candidateId)
          const member = memberId === undefined ? undefined : await tx.members.get(memberId)
          await tell(ctx, tx, ids, member)
          back += ids.length
        }
        await tx.forms.forget(undoId)
        await tx.events.append({ stream: `pool:${poolShare}`, type: 'pool.share_undone', data: { people: back } })
        return ok({ poolId: poolShare, given: back, undoId })
      },
    )
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})
