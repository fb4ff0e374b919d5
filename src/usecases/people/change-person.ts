import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import type { Interaction } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type NoSuchPerson = { readonly kind: 'no_such_person' }
export type Changed = { readonly candidateId: CandidateId }

/**
 * One change to one person, in one transaction and once per press. The person is locked first, because what changes here is what the gate
 * reads; afterwards every card that shows them is drawn anew, since its verdict may have changed.
 */
export async function changePerson<Refusal>(
  ctx: Ctx,
  name: string,
  id: CandidateId,
  change: (tx: Tx, person: Candidate) => Promise<Result<null, Refusal>>,
): Promise<Result<Changed, Refusal | NoSuchPerson>> {
  const changed = await ctx.uow.once<Changed, Refusal | NoSuchPerson>(ctx.idempotencyKey, name, async (tx) => {
    const person = await tx.candidates.lock(id)
    if (person === undefined) return refuse({ kind: 'no_such_person' })
    const done = await change(tx, person)
    if (!done.ok) return done
    await tx.posts.redraw(person.id, ctx.now)
    return ok({ candidateId: person.id })
  })
  if (changed.ok) ctx.services.wake.posts()
  return changed
}

/** A line on the timeline by whoever acts, now. */
export const entry = (ctx: Ctx, kind: Interaction['kind'], text: string, oneToOne = false): Interaction => ({
  id: ctx.newId<'interaction'>(),
  kind,
  at: ctx.now,
  memberId: ctx.actor.memberId,
  text,
  link: undefined,
  sendId: undefined,
  oneToOne,
})
