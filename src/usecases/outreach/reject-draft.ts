import { type DraftRefusal, LONGEST, reject } from '../../domain/outreach/draft.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { optionalLine } from '../text-input.ts'
import { DraftInput } from './draft-input.ts'

export type RejectRefusal = DraftRefusal | { readonly kind: 'no_such_draft' } | { readonly kind: 'not_yours' }

/** **Reject**, or *Discard the draft*: it leaves the queue; nothing was or will be sent. */
export const rejectDraft = defineUseCase({
  name: 'reject-draft',
  permission: 'draft.approve',
  input: DraftInput.extend({ reason: optionalLine(LONGEST.reason) }),
  run: async (ctx, { draftId, revisionId, reason }): Promise<Result<null, RejectRefusal>> => {
    const rejected = await ctx.uow.once<null, RejectRefusal>(ctx.idempotencyKey, 'reject-draft', async (tx) => {
      const draft = await tx.drafts.lock(draftId)
      if (draft === undefined) return refuse({ kind: 'no_such_draft' })
      if (draft.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      const decided = reject(draft, revisionId, { by: ctx.actor.memberId, at: ctx.now, reason })
      if (!decided.ok) return decided
      const decision = { state: 'rejected', by: ctx.actor.memberId, at: ctx.now } as const
      await tx.drafts.decide(draftId, reason === undefined ? decision : { ...decision, rejectReason: reason })
      await tx.events.append({ stream: `draft:${draftId}`, type: 'draft.rejected', data: { revisionId } })
      await tx.posts.redraw(draftId, ctx.now)
      return ok(null)
    })
    ctx.services.wake.posts()
    return rejected
  },
})
