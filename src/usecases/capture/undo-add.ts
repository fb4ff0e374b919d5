import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { asId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { LoggedEvent } from '../ports/events.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type UndoRefusal =
  | { readonly kind: 'gone' }
  | { readonly kind: 'not_yours' }
  /** A draft, a note, a change, a pool: taking the person away would take that away too. */
  | { readonly kind: 'too_late' }

/** **Undo** after *Add*: the person was never here. A flag that was accepted by it waits again. */
export const undoAdd = defineUseCase({
  name: 'undo-add',
  permission: 'candidate.add',
  input: z.object({ candidateId: idInput('candidate') }),
  run: async (ctx, { candidateId }): Promise<Result<{ readonly undone: true }, UndoRefusal>> => {
    type Undone = { readonly undone: true }
    const undone = await ctx.uow.once<Undone, UndoRefusal>(ctx.idempotencyKey, 'undo-add', async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'gone' })
      const [last, ...earlier] = await tx.events.read(`candidate:${candidateId}`, 2)
      if (last === undefined || last.type !== 'candidate.added' || earlier.length > 0)
        return refuse({ kind: 'too_late' })
      if (last.actor !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      if (await somethingHappened(tx, person, { poolId: last.data.poolId })) return refuse({ kind: 'too_late' })
      if ((await tx.candidates.remove(person.id)) === 'in_use') return refuse({ kind: 'too_late' })
      await reopenFlag(ctx, tx, last)
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.add_undone', data: {} })
      await tx.posts.redraw(person.id, ctx.now)
      return ok({ undone: true })
    })
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})

export type KnownToHave = {
  /** The pool into which they were put as they were added. */
  readonly poolId?: unknown
  /** Until when what was done belongs to that, and which version it made. */
  readonly until?: number
  readonly version?: number
}

/** Whether anything was done with somebody since they were added, besides what is known of that. */
export async function somethingHappened(
  tx: Tx,
  person: Candidate,
  { poolId, until = person.createdAt, version = 1 }: KnownToHave,
): Promise<boolean> {
  const since = (at: number) => at > until
  const facts = await tx.candidates.facts(person.id)
  const permissions = await tx.consent.permissions(person.id)
  const [newest] = await tx.candidates.timeline(person.id, 1)
  const pools = await tx.pools.poolsOf(person.id)
  return (
    person.version > version ||
    facts.some((fact) => since(fact.changedAt)) ||
    permissions.some((one) => since(one.grantedAt) || one.withdrawnAt !== undefined) ||
    (newest !== undefined && since(newest.at)) ||
    pools.some((pool) => pool.id !== poolId)
  )
}

async function reopenFlag(ctx: Ctx, tx: Tx, added: LoggedEvent): Promise<void> {
  const id = asId<'near_miss'>(String(added.data.nearMissId))
  if (id === undefined || (await tx.nearMisses.lock(id)) === undefined) return
  await tx.nearMisses.reopen(id)
  await tx.events.append({ stream: `near_miss:${id}`, type: 'near_miss.reopened', data: {} })
  await tx.posts.redraw(id, ctx.now)
}
