import { z } from 'zod'
import type { DraftRefusal } from '../../domain/outreach/draft.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { RevisionRow } from '../ports/drafts.ts'
import { idInput } from './draft-input.ts'

export type DraftText = { readonly fullName: string; readonly revision: RevisionRow }
export type DraftTextRefusal = DraftRefusal | { readonly kind: 'no_such_draft' } | { readonly kind: 'not_yours' }

/** The text that **Edit** begins with: the current one, even where the card that was pressed shows an older. */
export const loadDraftText = defineUseCase({
  name: 'load-draft-text',
  permission: 'draft.write',
  input: z.object({ draftId: idInput('draft') }),
  run: (ctx, { draftId }): Promise<Result<DraftText, DraftTextRefusal>> =>
    ctx.uow.run(async (tx) => {
      const draft = await tx.drafts.get(draftId)
      const revision = draft === undefined ? undefined : await tx.drafts.revision(draft.revisionId)
      const person = draft === undefined ? undefined : await tx.candidates.get(draft.candidateId)
      if (draft === undefined || revision === undefined || person === undefined)
        return refuse({ kind: 'no_such_draft' })
      if (draft.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      const { state, decidedBy, decidedAt } = draft
      if (state !== 'waiting') return refuse({ kind: 'already_decided', by: decidedBy, at: decidedAt, what: state })
      return ok({ fullName: person.fullName, revision })
    }),
})
