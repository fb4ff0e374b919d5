import { z } from 'zod'
import type { DraftRefusal } from '../../domain/outreach/draft.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { RevisionRow } from '../ports/drafts.ts'
import { idInput } from './draft-input.ts'
import { type OwnDraftRefusal, readWaitingDraft } from './own-draft.ts'

export type DraftText = { readonly fullName: string; readonly revision: RevisionRow }
export type DraftTextRefusal = DraftRefusal | OwnDraftRefusal

/** The text that **Edit** begins with: the current one, even where the card that was pressed shows an older. */
export const loadDraftText = defineUseCase({
  name: 'load-draft-text',
  permission: 'draft.write',
  input: z.object({ draftId: idInput('draft') }),
  run: (ctx, { draftId }): Promise<Result<DraftText, DraftTextRefusal>> =>
    ctx.uow.run(async (tx) => {
      const own = await readWaitingDraft(ctx, tx, draftId)
      if (!own.ok) return own
      const { revision, person } = own.value
      return ok({ fullName: person.fullName, revision })
    }),
})
