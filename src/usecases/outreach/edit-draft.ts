import { z } from 'zod'
import { carryClaims } from '../../domain/outreach/claims.ts'
import { type DraftRefusal, LONGEST, revise } from '../../domain/outreach/draft.ts'
import type { RevisionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { betterAfterwards, type Material } from '../model/improve-draft.ts'
import type { RevisionRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { lineInput, textInput } from '../text-input.ts'
import { DraftInput } from './draft-input.ts'
import { textByTemplate } from './text-by-template.ts'

export type EditRefusal =
  | DraftRefusal
  | { readonly kind: 'no_such_draft' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'no_job' }
  /** The role that it tells of is closed. */
  | { readonly kind: 'job_closed' }
  | { readonly kind: 'no_such_person' }
export type Revised = { readonly revisionId: RevisionId }

/** **Edit**: the person's own words become the next text. Claims whose words are still there move with them; the others are gone. */
export const editDraft = defineUseCase({
  name: 'edit-draft',
  permission: 'draft.write',
  input: DraftInput.extend({ subject: lineInput(LONGEST.subject), body: textInput(LONGEST.body) }),
  run: (ctx, { draftId, revisionId, subject, body }) =>
    replaceText(ctx, 'edit-draft', { draftId, revisionId }, async (_tx, { before, id }) =>
      ok({
        ...before,
        id,
        number: before.number + 1,
        subject,
        body,
        claims: carryClaims(before.body, before.claims, body),
        author: 'person',
        authorId: ctx.actor.memberId,
        template: undefined,
        createdAt: ctx.now,
      }),
    ),
})

/** **Draft again**: the template's text from what is known now, where a cited fact has changed since. */
export const redraft = defineUseCase({
  name: 'redraft',
  permission: 'draft.write',
  input: DraftInput.extend({
    /** *Keep the door open* was chosen for a letter that waits; else it asks where the one before did. */
    asksToStay: z.literal(true).optional(),
  }),
  run: async (ctx, { asksToStay, ...input }) => {
    let fresh: Material | undefined
    const redrafted = await replaceText(ctx, 'redraft', input, async (tx, { before, candidate, draft }) => {
      const job = draft.jobId === undefined ? undefined : await tx.jobs.get(draft.jobId)
      if (draft.purpose === 'new_role' && job === undefined) return refuse({ kind: 'no_job' })
      if (job?.closedAt !== undefined) return refuse({ kind: 'job_closed' })
      const { revision, material } = await textByTemplate(ctx, tx, {
        candidate,
        purpose: draft.purpose,
        job,
        draftId: draft.id,
        number: before.number + 1,
        sender: ctx.actor,
        asksToStay: asksToStay ?? before.asksToStay,
      })
      fresh = material
      return ok(revision)
    })
    if (redrafted.ok) betterAfterwards(ctx, fresh)
    return redrafted
  },
})

type Before = {
  readonly before: RevisionRow
  readonly id: RevisionId
  readonly draft: NonNullable<Awaited<ReturnType<Tx['drafts']['lock']>>>
  readonly candidate: NonNullable<Awaited<ReturnType<Tx['candidates']['lock']>>>
}

/** One transaction: the text that was shown must still be the current one, else a colleague's edit would be undone unseen. */
async function replaceText(
  ctx: Ctx,
  name: string,
  { draftId, revisionId }: { readonly draftId: Before['draft']['id']; readonly revisionId: RevisionId },
  make: (tx: Tx, before: Before) => Promise<Result<RevisionRow, EditRefusal>>,
): Promise<Result<Revised, EditRefusal>> {
  const revised = await ctx.uow.once<Revised, EditRefusal>(ctx.idempotencyKey, name, async (tx) => {
    const seen = await tx.drafts.get(draftId)
    if (seen === undefined) return refuse({ kind: 'no_such_draft' })
    if (seen.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
    const candidate = await tx.candidates.lock(seen.candidateId)
    if (candidate === undefined) return refuse({ kind: 'no_such_person' })
    const draft = await tx.drafts.lock(draftId)
    const before = await tx.drafts.revision(revisionId)
    if (draft === undefined || before?.draftId !== draftId) return refuse({ kind: 'no_such_draft' })
    const id = ctx.newId<'draft_revision'>()
    const allowed = revise(draft, revisionId, id)
    if (!allowed.ok) return allowed
    const next = await make(tx, { before, id, draft, candidate })
    if (!next.ok) return next
    await tx.drafts.revise(draftId, next.value)
    const data = { revisionId: next.value.id, number: next.value.number, author: next.value.author }
    await tx.events.append({ stream: `draft:${draftId}`, type: 'draft.revised', data })
    await tx.posts.redraw(draftId, ctx.now)
    return ok({ revisionId: next.value.id })
  })
  ctx.services.wake.posts()
  return revised
}
