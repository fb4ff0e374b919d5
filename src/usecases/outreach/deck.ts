import { z } from 'zod'
import type { DraftRefusal } from '../../domain/outreach/draft.ts'
import { mostAlike } from '../../domain/outreach/sameness.ts'
import { A_SITTING } from '../../domain/outreach/sitting.ts'
import type { DraftId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { type Approved, type ApproveRefusal, afterApproval, approveRevision } from './approve-revision.ts'
import { DraftInput, idInput } from './draft-input.ts'
import { type DraftCardModel, loadDraftCard } from './load-draft-card.ts'
import { hasCard, showCard } from './show-card.ts'

const MOST_COUNTED = 100

export type Deck = {
  readonly draftIds: readonly DraftId[]
  /** How many wait besides these; bounded. */
  readonly more: number
  /** How many of these are mostly the same, where that is a crowd. */
  readonly alike: ReturnType<typeof mostAlike> | undefined
}

/** **Review 3 drafts**: the oldest fifteen that wait for whoever asks, or those that were written just now. */
export const openDeck = defineUseCase({
  name: 'open-deck',
  permission: 'draft.approve',
  input: z.object({ only: z.array(idInput('draft')).max(A_SITTING).optional() }),
  run: (ctx, { only }): Promise<Result<Deck, never>> =>
    ctx.uow.run(async (tx) => {
      const waiting = await tx.drafts.waitingOf(ctx.actor.memberId, MOST_COUNTED)
      const wanted = only === undefined ? waiting : waiting.filter(({ id }) => only.includes(id))
      const sitting = wanted.slice(0, A_SITTING)
      const revisions = await Promise.all(sitting.map(({ revisionId }) => tx.drafts.revision(revisionId)))
      const texts = revisions.map((revision) => revision?.body ?? '')
      return ok({
        draftIds: sitting.map(({ id }) => id),
        more: waiting.length - sitting.length,
        alike: mostAlike(texts),
      })
    }),
})

export type DeckCardRefusal = DraftRefusal | { readonly kind: 'no_such_draft' } | { readonly kind: 'not_yours' }

/** One draft of the sitting, as it is now. */
export const readDeckCard = defineUseCase({
  name: 'read-deck-card',
  permission: 'draft.approve',
  input: z.object({ draftId: idInput('draft') }),
  run: async (ctx, { draftId }): Promise<Result<DraftCardModel, DeckCardRefusal>> => {
    const model = await loadDraftCard(ctx, draftId)
    if (model === undefined) return refuse({ kind: 'no_such_draft' })
    const { draft } = model
    if (draft.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
    const { state, decidedBy, decidedAt } = draft
    if (state !== 'waiting') return refuse({ kind: 'already_decided', by: decidedBy, at: decidedAt, what: state })
    return ok(model)
  },
})

/** **Approve & next**: this very text. The draft's card says so in the DM, with *Undo send*, even where none was there yet. */
export const approveInDeck = defineUseCase({
  name: 'approve-in-deck',
  permission: 'draft.approve',
  input: DraftInput,
  run: async (ctx, { draftId, revisionId }): Promise<Result<Approved, ApproveRefusal>> => {
    const approved = await ctx.uow.once<Approved, ApproveRefusal>(ctx.idempotencyKey, 'approve-in-deck', async (tx) => {
      const done = await approveRevision(ctx, tx, { draftId, revisionId, as: 'owner' })
      const draft = done.ok ? await tx.drafts.get(draftId) : undefined
      if (draft !== undefined && !(await hasCard(tx, draftId))) await showCard(ctx, tx, draft)
      return done
    })
    await afterApproval(ctx, draftId, approved)
    return approved
  },
})
