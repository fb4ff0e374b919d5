/** Taking back a decision about a flag: **Dismiss**, and a merge with somebody whom the recruiter chose. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { asId, type FactId, type InteractionId, type NearMissId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { CandidateChange } from '../ports/candidates.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** What a merge of a flag writes over; contacts, permissions and pools a flag has none of. */
const WRITTEN = [
  'fullName', 'consideredRole', 'jobId', 'standing', 'standingDay', 'reason', 'stageReached', 'bringBack', 'advice', 'skills',
  'location', 'remoteOk', 'zone', 'seniority', 'tier', 'ownerId', 'nextTouch',
] as const satisfies readonly (keyof CandidateChange)[] // biome-ignore format: a list

const ids = <Kind extends string>() => z.array(z.string()).transform((all) => all.flatMap((id) => asId<Kind>(id) ?? []))
const Kept = z.object({
  version: z.number(),
  before: z.record(z.string(), z.unknown()),
  entries: ids<'interaction'>(),
  facts: ids<'fact'>(),
})

/** Kept sealed under the flag's own id, for a day, as what people typed is. */
const placeOf = (id: NearMissId): KeptFormId => id as string as KeptFormId

/** What the person was before; called in the transaction of the merge, after everything else was written. */
export async function keepUndo(
  { actor, now }: Ctx,
  tx: Tx,
  flag: NearMissId,
  merged: {
    readonly person: Candidate
    readonly entries: readonly InteractionId[]
    readonly facts: readonly FactId[]
  },
): Promise<void> {
  const { person, entries, facts } = merged
  const before = Object.fromEntries(WRITTEN.map((field) => [field, person[field] ?? null]))
  await tx.forms.forget(placeOf(flag))
  await tx.forms.keep(placeOf(flag), actor.memberId, { version: person.version + 1, before, entries, facts }, now)
}

export type UndoFlagRefusal =
  | { readonly kind: 'undone_already' }
  | { readonly kind: 'not_yours' }
  /** The person was changed since, or a day has passed. */
  | { readonly kind: 'too_late' }

type Undone = { readonly nearMissId: NearMissId }
const Input = z.object({ nearMissId: idInput('near_miss') })

/** **Undo** of a merge: the person is what they were, and the flag waits again. Whoever flagged it sees so. */
export const undoMerge = defineUseCase({
  name: 'undo-merge',
  permission: 'candidate.change',
  input: Input,
  run: (ctx, { nearMissId }) =>
    takingBack(ctx, 'undo-merge', async (tx) => {
      const flag = await tx.nearMisses.lock(nearMissId)
      if (flag?.state !== 'merged' || flag.candidateId === undefined) return refuse({ kind: 'undone_already' })
      if (flag.decidedBy !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      const kept = Kept.safeParse(await tx.forms.get(placeOf(nearMissId), ctx.actor.memberId))
      const person = await tx.candidates.lock(flag.candidateId)
      if (!kept.success || person?.id !== flag.candidateId || person.version !== kept.data.version)
        return refuse({ kind: 'too_late' })
      const { before, entries, facts } = kept.data
      await tx.candidates.change(person.id, changeOf(before))
      await tx.candidates.unsay(person.id, { entries, facts }, ctx.now)
      await tx.forms.forget(placeOf(nearMissId))
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.merge_undone', data: { nearMissId } })
      await tx.posts.redraw(person.id, ctx.now)
      return reopened(ctx, tx, nearMissId)
    }),
})

/** JSON has no `undefined`. */
const changeOf = (before: Readonly<Record<string, unknown>>): CandidateChange =>
  Object.fromEntries(WRITTEN.map((field) => [field, before[field] ?? undefined]))

/** **Undo** of *Dismiss*, for every recruiter: the flag waits again. */
export const undoDismiss = defineUseCase({
  name: 'undo-dismiss',
  permission: 'near_miss.decide',
  input: Input,
  run: (ctx, { nearMissId }) =>
    takingBack(ctx, 'undo-dismiss', async (tx) => {
      const flag = await tx.nearMisses.lock(nearMissId)
      return flag?.state === 'dismissed' ? reopened(ctx, tx, nearMissId) : refuse({ kind: 'undone_already' })
    }),
})

async function takingBack(
  ctx: Ctx,
  name: string,
  work: (tx: Tx) => Promise<Result<Undone, UndoFlagRefusal>>,
): Promise<Result<Undone, UndoFlagRefusal>> {
  const undone = await ctx.uow.once(ctx.idempotencyKey, name, work)
  if (undone.ok) ctx.services.wake.posts()
  return undone
}

async function reopened(ctx: Ctx, tx: Tx, id: NearMissId): Promise<Result<Undone, never>> {
  await tx.nearMisses.reopen(id)
  await tx.events.append({ stream: `near_miss:${id}`, type: 'near_miss.reopened', data: {} })
  await tx.posts.redraw(id, ctx.now)
  return ok({ nearMissId: id })
}
