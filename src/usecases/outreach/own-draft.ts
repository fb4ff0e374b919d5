import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { DraftRefusal } from '../../domain/outreach/draft.ts'
import type { DraftId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import type { DraftRow, RevisionRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type OwnDraft = { readonly draft: DraftRow; readonly revision: RevisionRow; readonly person: Candidate }
export type OwnDraftRefusal = { readonly kind: 'no_such_draft' } | { readonly kind: 'not_yours' }

/** The draft as it stands, with its current text and whom it is for; refused to everybody but its owner. Locks nothing: it is for showing. */
export async function readOwnDraft(ctx: Ctx, tx: Tx, id: DraftId): Promise<Result<OwnDraft, OwnDraftRefusal>> {
  const draft = await tx.drafts.get(id)
  const revision = draft === undefined ? undefined : await tx.drafts.revision(draft.revisionId)
  const person = draft === undefined ? undefined : await tx.candidates.get(draft.candidateId)
  if (draft === undefined || revision === undefined || person === undefined) return refuse({ kind: 'no_such_draft' })
  if (draft.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
  return ok({ draft, revision, person })
}

/** As `readOwnDraft`, where only a draft that waits for a decision will do. */
export async function readWaitingDraft(
  ctx: Ctx,
  tx: Tx,
  id: DraftId,
): Promise<Result<OwnDraft, OwnDraftRefusal | DraftRefusal>> {
  const own = await readOwnDraft(ctx, tx, id)
  if (!own.ok) return own
  const { state, decidedBy, decidedAt } = own.value.draft
  return state === 'waiting' ? own : refuse({ kind: 'already_decided', by: decidedBy, at: decidedAt, what: state })
}
