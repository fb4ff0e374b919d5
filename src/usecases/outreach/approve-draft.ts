import { approve, type DraftRefusal } from '../../domain/outreach/draft.ts'
import { type Due, dueAt } from '../../domain/outreach/due.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import type { SendId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { DraftInput } from './draft-input.ts'
import { askGate } from './load-gate-facts.ts'
import { planSend } from './plan-send.ts'

export type ApproveRefusal =
  | DraftRefusal
  | { readonly kind: 'no_such_draft' }
  /** Somebody else's words: nobody approves as somebody else. */
  | { readonly kind: 'not_yours' }
  /** No outgoing mail is set up: the text is for copying. */
  | { readonly kind: 'no_mail' }
  | { readonly kind: 'not_yet'; readonly because: readonly Refusal[] }

export type Approved = { readonly sendId: SendId; readonly dueAt: Instant; readonly moved: Due['moved'] | null }

/**
 * Says yes to exactly the text that was shown. The person is locked, then the draft: two presses at once make one send, and nothing that
 * the gate read can change before this commits. The message leaves after the hold, in the candidate's working hours.
 */
export const approveDraft = defineUseCase({
  name: 'approve-draft',
  permission: 'draft.approve',
  input: DraftInput,
  run: async (ctx, { draftId, revisionId }): Promise<Result<Approved, ApproveRefusal>> => {
    const approved = await ctx.uow.once<Approved, ApproveRefusal>(ctx.idempotencyKey, 'approve-draft', async (tx) => {
      const seen = await tx.drafts.get(draftId)
      const revision = await tx.drafts.revision(revisionId)
      if (seen === undefined || revision?.draftId !== draftId) return refuse({ kind: 'no_such_draft' })
      if (seen.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      const members = [seen.ownerId, ctx.actor.memberId]
      const answer = await askGate(ctx, tx, { candidateId: seen.candidateId, purpose: seen.purpose, revision, members })
      const draft = await tx.drafts.lock(draftId)
      if (draft === undefined) return refuse({ kind: 'no_such_draft' })
      const decided = approve(draft, revisionId, { by: ctx.actor.memberId, at: ctx.now })
      if (!decided.ok) return decided
      if (answer.verdict.kind === 'not_yet') return refuse(answer.verdict)
      if (!ctx.services.defaults.canMail) return refuse({ kind: 'no_mail' })
      if (answer.contact === undefined) throw new Error('The gate said OK to send without an address')
      const { quietHours, holdSeconds } = answer.settings
      const due = dueAt({ approvedAt: ctx.now, holdSeconds, quietHours, zone: answer.zone, now: ctx.now })
      await tx.drafts.decide(draftId, { state: 'approved', by: ctx.actor.memberId, at: ctx.now })
      const plan = await planSend(ctx, tx, {
        draft,
        contactId: answer.contact.id,
        approvedBy: ctx.actor.memberId,
        dueAt: due.at,
      })
      if (plan.kind === 'alive') {
        return refuse({ kind: 'already_decided', by: draft.decidedBy, at: draft.decidedAt, what: 'approved' })
      }
      await tx.events.append({
        stream: `draft:${draftId}`,
        type: 'draft.approved',
        data: { revisionId, sendId: plan.send.id },
      })
      await tx.posts.redraw(draftId, ctx.now)
      return ok({ sendId: plan.send.id, dueAt: due.at, moved: due.moved ?? null })
    })
    // A card that could be pressed in vain shows something old: it is drawn anew with the current text, verdict or decision.
    if (!approved.ok) await ctx.uow.run((tx) => tx.posts.redraw(draftId, ctx.now))
    ctx.services.wake.posts()
    if (approved.ok) ctx.services.wake.sends()
    return approved
  },
})
