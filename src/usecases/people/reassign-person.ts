import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { asId, type CandidateId, type MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { may, type Role } from '../../domain/shared/roles.ts'
import { reassign as words } from '../../domain/shared/words/reassign.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { entry, type NoSuchPerson } from './change-person.ts'

/** Who is to look after them, with the roles that they have at this moment: whoever calls has looked them up just now. */
export type NewOwner = { readonly memberId: MemberId; readonly roles: ReadonlySet<Role> }
export type ReassignRefusal =
  | { readonly kind: 'no_such_member' | 'may_not_look_after' | 'looks_after_already' | 'is_them' }
  | { readonly kind: 'changed_since' }
export type Reassigned = {
  readonly candidateId: CandidateId
  /** `null`: nobody. */
  readonly owner: MemberId | null
  readonly before: MemberId | null
}

/** **Reassign**: somebody else looks after them from now on, and hears of them in the morning. */
export const reassignPerson = defineUseCase({
  name: 'reassign-person',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), owner: z.custom<NewOwner | undefined>() }),
  run: (ctx, { candidateId, owner }) =>
    hand(ctx, 'reassign-person', candidateId, async (tx, person) => {
      if (owner !== undefined && person.ownerId === owner.memberId) return refuse({ kind: 'looks_after_already' })
      return mayOwn(tx, person, owner)
    }),
})

/** Whether they may look after that very person. */
export async function mayOwn(
  tx: Tx,
  person: Pick<Candidate, 'id'>,
  owner: NewOwner | undefined,
): Promise<Result<MemberId, Exclude<ReassignRefusal, { kind: 'changed_since' }>>> {
  const member = owner && (await tx.members.get(owner.memberId))
  if (owner === undefined || member === undefined) return refuse({ kind: 'no_such_member' })
  if (!may(owner.roles, 'candidate.change')) return refuse({ kind: 'may_not_look_after' })
  const own = member.email?.toLowerCase()
  const contacts = own === undefined ? [] : await tx.candidates.contacts(person.id)
  if (contacts.some(({ value }) => value.toLowerCase() === own)) return refuse({ kind: 'is_them' })
  return ok(member.id)
}

/** *Undo*: whoever looked after them before, or nobody; refused where somebody else was chosen meanwhile. */
export const restoreOwner = defineUseCase({
  name: 'restore-owner',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), owner: z.string(), before: z.string() }),
  run: (ctx, { candidateId, owner, before }) =>
    hand(ctx, 'restore-owner', candidateId, async (tx, person) => {
      if (person.ownerId === undefined || person.ownerId !== owner) return refuse({ kind: 'changed_since' })
      if (before === '') return ok(undefined)
      const id = asId<'member'>(before)
      const member = id === undefined ? undefined : await tx.members.get(id)
      return member === undefined ? refuse({ kind: 'no_such_member' }) : ok(member.id)
    }),
})

async function hand(
  ctx: Ctx,
  name: string,
  id: CandidateId,
  decide: (tx: Tx, person: Candidate) => Promise<Result<MemberId | undefined, ReassignRefusal>>,
): Promise<Result<Reassigned, ReassignRefusal | NoSuchPerson>> {
  const handed = await ctx.uow.once<Reassigned, ReassignRefusal | NoSuchPerson>(
    ctx.idempotencyKey,
    name,
    async (tx) => {
      const person = await tx.candidates.lock(id)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const decided = await decide(tx, person)
      if (!decided.ok) return decided
      const owner = decided.value
      const member = owner === undefined ? undefined : await tx.members.get(owner)
      await tx.candidates.change(person.id, { ownerId: owner })
      await tx.candidates.record(person.id, entry(ctx, 'change', words.history(member?.name)))
      await tx.events.append({
        stream: `candidate:${person.id}`,
        type: 'candidate.reassigned',
        data: { from: person.ownerId ?? null, to: owner ?? null },
      })
      await tx.posts.redraw(person.id, ctx.now)
      return ok({ candidateId: person.id, owner: owner ?? null, before: person.ownerId ?? null })
    },
  )
  if (handed.ok) ctx.services.wake.posts()
  return handed
}
