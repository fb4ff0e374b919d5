import { z } from 'zod'
import { type DraftRefusal, revise } from '../../domain/outreach/draft.ts'
import { LONGEST_NOTE, type NoteProblem, noteProblem } from '../../domain/outreach/letter-brief.ts'
import { asId, type RevisionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NoAnswer } from '../model/ask-model.ts'
import { askForLetter, type Letter, type Material, takePlace } from '../model/improve-draft.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { textInput } from '../text-input.ts'
import { DraftInput } from './draft-input.ts'
import { composeLetter } from './text-by-template.ts'

export type RegenerateRefusal =
  | DraftRefusal
  | { readonly kind: 'no_such_draft' | 'not_yours' | 'no_such_person' | 'no_job' | 'job_closed' }
  /** What must not leave the house stands in the note. */
  | { readonly kind: 'note'; readonly problem: NoteProblem }
  /** The text stays as it was. */
  | { readonly kind: 'no_words'; readonly why: NoAnswer }

export type Regenerated = { readonly revisionId: RevisionId; readonly cut: number }

type Input = {
  readonly draftId: Material['draftId']
  readonly revisionId: RevisionId
  readonly note: string
}
const KeptNote = z.object({ note: z.string() })
const RegenerateInput = DraftInput.extend({ note: textInput(LONGEST_NOTE) })

/** One for a draft; the latest counts. */
const keptAs = (draftId: Input['draftId']): KeptFormId => asId<'kept_form'>(draftId) as KeptFormId

/**
 * Whether the note may go to a model at all. Then it is kept until it has done its work: the form is answered long before the model has, and
 * whatever happens meanwhile, nothing that was typed is lost.
 */
export const keepNote = defineUseCase({
  name: 'keep-note',
  permission: 'draft.write',
  input: RegenerateInput,
  run: async (ctx, input): Promise<Result<null, RegenerateRefusal>> => {
    if (ctx.services.model === undefined) return refuse({ kind: 'no_words', why: 'no_model' })
    return ctx.uow.run(async (tx) => {
      // Two deliveries of one form keep the note one after the other.
      await tx.drafts.lock(input.draftId)
      const material = await materialFor(ctx, tx, input)
      if (!material.ok) return material
      await tx.forms.forget(keptAs(input.draftId))
      await tx.forms.keep(keptAs(input.draftId), ctx.actor.memberId, { note: input.note }, ctx.now)
      return ok(null)
    })
  },
})

/** A note of theirs that has not done its work yet, for when the form is opened again. */
export const loadNote = defineUseCase({
  name: 'load-note',
  permission: 'draft.write',
  input: DraftInput.pick({ draftId: true }),
  run: async (ctx, { draftId }): Promise<Result<{ readonly note: string | undefined }, never>> => {
    const kept = await ctx.uow.read((tx) => tx.forms.get(keptAs(draftId), ctx.actor.memberId))
    return ok({ note: KeptNote.safeParse(kept).data?.note })
  },
})

/** **Regenerate with a note…**: the model phrases the letter anew, from what is known now. A new text; nothing is sent. */
export const regenerateDraft = defineUseCase({
  name: 'regenerate-draft',
  permission: 'draft.write',
  input: RegenerateInput,
  run: async (ctx, input): Promise<Result<Regenerated, RegenerateRefusal>> => {
    const material = await ctx.uow.run((tx) => materialFor(ctx, tx, input))
    if (!material.ok) return material
    const asked = await askForLetter(ctx, material.value, input.note)
    if (asked.kind !== 'answered') return refuse({ kind: 'no_words', why: asked.kind })
    const { value: letter, prompt } = asked
    const regenerated = await ctx.uow.once<Regenerated, RegenerateRefusal>(
      ctx.idempotencyKey,
      'regenerate-draft',
      (tx) => keep(ctx, tx, material.value, letter, prompt),
    )
    ctx.services.wake.posts()
    return regenerated
  },
})

async function keep(
  ctx: Ctx,
  tx: Tx,
  material: Material,
  letter: Letter,
  prompt: string,
): Promise<Result<Regenerated, RegenerateRefusal>> {
  const id = await takePlace(ctx, tx, material, letter, prompt)
  if (id !== undefined) {
    await tx.posts.redraw(material.draftId, ctx.now)
    await tx.forms.forget(keptAs(material.draftId))
    return ok({ revisionId: id, cut: letter.cut.length })
  }
  const draft = await tx.drafts.lock(material.draftId)
  const still = draft === undefined ? undefined : revise(draft, material.revisionId, material.revisionId)
  if (still === undefined) return refuse({ kind: 'no_such_draft' })
  return still.ok ? refuse({ kind: 'no_words', why: 'unsupported' }) : still
}

async function materialFor(
  ctx: Ctx,
  tx: Tx,
  { draftId, revisionId, note }: Input,
): Promise<Result<Material, RegenerateRefusal>> {
  const draft = await tx.drafts.get(draftId)
  if (draft === undefined) return refuse({ kind: 'no_such_draft' })
  if (draft.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
  const revision = await tx.drafts.revision(revisionId)
  if (revision?.draftId !== draftId) return refuse({ kind: 'no_such_draft' })
  const allowed = revise(draft, revisionId, revisionId)
  if (!allowed.ok) return allowed
  const candidate = await tx.candidates.get(draft.candidateId)
  if (candidate === undefined) return refuse({ kind: 'no_such_person' })
  const job = draft.jobId === undefined ? undefined : await tx.jobs.get(draft.jobId)
  if (draft.purpose === 'new_role' && job === undefined) return refuse({ kind: 'no_job' })
  if (job?.closedAt !== undefined) return refuse({ kind: 'job_closed' })
  const { purpose } = draft
  const { asksToStay } = revision
  const composed = await composeLetter(ctx, tx, { candidate, purpose, job, sender: ctx.actor, asksToStay })
  const problem = noteProblem(note, composed.people)
  if (problem !== undefined) return refuse({ kind: 'note', problem })
  return ok({ draftId, candidateId: candidate.id, revisionId, number: revision.number, ...composed })
}
