import type { Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { type Approved, type ApproveRefusal, afterApproval, approveRevision } from './approve-revision.ts'
import { DraftInput } from './draft-input.ts'

/** **Approve & send**: the message leaves after the hold, in the candidate's working hours. */
export const approveDraft = defineUseCase({
  name: 'approve-draft',
  permission: 'draft.approve',
  input: DraftInput,
  run: async (ctx, { draftId, revisionId }): Promise<Result<Approved, ApproveRefusal>> => {
    const approved = await ctx.uow.once<Approved, ApproveRefusal>(ctx.idempotencyKey, 'approve-draft', (tx) =>
      approveRevision(ctx, tx, { draftId, revisionId, as: 'owner' }),
    )
    await afterApproval(ctx, draftId, approved)
    return approved
  },
})
