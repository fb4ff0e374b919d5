import { approve, type DraftRefusal } from '../../domain/outreach/draft.ts'
import { type Due, dueAt } from '../../domain/outreach/due.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import type { DraftId, MemberId, RevisionId, SendId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { askGate } from './load-gate-facts.ts'
import { planSend } from './plan-send.ts'

export type ApproveRefusal =
  | DraftRefusal
  | { readonly kind: 'no_such_draft' }
  /** Somebody else's draft: nobody approves as somebody else. */
  | { readonly kind: 'not_yours' }
  /** Words that a colleague wrote in their own name, and that only they may send. */
  | { readonly kind: 'their_words'; readonly by: MemberId }
  /** No outgoing mail is set up: the text is for copying. */
  | { readonly kind: 'no_mail' }
  | { readonly kind: 'not_yet'; readonly because: readonly Refusal[] }

export type Approved = { readonly sendId: SendId; readonly dueAt: Instant; readonly moved: Due['moved'] | null }

type Approval = {
  readonly draftId: DraftId
  /** The very text that was shown. */
  readonly revisionId: RevisionId
  /** *Schedule…*: not before this moment; windows are judged as of it, and once more when it leaves. */
  readonly notBefore?: Instant | undefined
  /** `voice`: a colleague whom the owner asked to write in their own name; the caller has made sure of that. */
  readonly as: 'owner' | 'voice'
}

/**
 * Says yes to exactly the text that was shown. The person is locked, then the draft: two presses at once make one send, and nothing that
 * the gate read can change before this commits. Whoever approves is whom the letter comes from.
 */
export async function approveRevision(
  ctx: Ctx,
  tx: Tx,
  { draftId, revisionId, notBefore, as }: Approval,
): Promise<Result<Approved, ApproveRefusal>> {
  const me = ctx.actor.memberId
  const seen = await tx.drafts.get(draftId)
  const revision = await tx.drafts.revision(revisionId)
  if (seen === undefined || revision?.draftId !== draftId) return refuse({ kind: 'no_such_draft' })
  if (as === 'owner' && seen.ownerId !== me) return refuse({ kind: 'not_yours' })
  if (revision.authorId !== undefined && revision.authorId !== me)
    return refuse({ kind: 'their_words', by: revision.authorId })
  const members = [seen.ownerId, me]
  const { candidateId, purpose, jobId } = seen
  const answer = await askGate(ctx, tx, { candidateId, purpose, jobId, revision, members, notBefore })
  const draft = await tx.drafts.lock(draftId)
  if (draft === undefined) return refuse({ kind: 'no_such_draft' })
  const decided = approve(draft, revisionId, { by: me, at: ctx.now })
  if (!decided.ok) return decided
  if (answer.verdict.kind === 'not_yet') return refuse(answer.verdict)
  if (!ctx.services.defaults.canMail) return refuse({ kind: 'no_mail' })
  if (answer.contact === undefined) throw new Error('The gate said OK to send without an address')
  const { quietHours, holdSeconds } = answer.settings
  const due = dueAt({ approvedAt: ctx.now, holdSeconds, quietHours, zone: answer.zone, now: ctx.now, notBefore })
  await tx.drafts.decide(draftId, { state: 'approved', by: me, at: ctx.now })
  const plan = await planSend(ctx, tx, { draft, contactId: answer.contact.id, approvedBy: me, dueAt: due.at })
  if (plan.kind === 'alive')
    return refuse({ kind: 'already_decided', by: draft.decidedBy, at: draft.decidedAt, what: 'approved' })
  await tx.events.append({
    stream: `draft:${draftId}`,
    type: 'draft.approved',
    data: { revisionId, sendId: plan.send.id, dueAt: due.at },
  })
  await tx.posts.redraw(draftId, ctx.now)
  return ok({ sendId: plan.send.id, dueAt: due.at, moved: due.moved ?? null })
}

/** A card that could be pressed in vain shows something old: it is drawn anew with the current text, verdict or decision. */
export async function afterApproval<Refusal>(
  ctx: Ctx,
  draftId: DraftId,
  approved: Result<unknown, Refusal>,
): Promise<void> {
  if (!approved.ok) await ctx.uow.run((tx) => tx.posts.redraw(draftId, ctx.now))
  ctx.services.wake.posts()
  if (approved.ok) ctx.services.wake.sends()
}
