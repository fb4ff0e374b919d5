import { approvedSend } from '../../domain/outreach/send.ts'
import type { ContactId, MemberId, SendId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { DraftRow } from '../ports/drafts.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/**
 * The row by which an approved text will leave, with the Message-ID that it keeps for every attempt. The person and the draft must be
 * locked and the gate must have said *OK to send*. `alive` where the draft has a send already: two presses make one.
 */
export async function planSend(
  ctx: SystemCtx,
  tx: Tx,
  plan: {
    readonly draft: DraftRow
    readonly contactId: ContactId
    readonly approvedBy: MemberId
    readonly dueAt: Instant
  },
): Promise<{ readonly kind: 'planned'; readonly send: SendRow } | { readonly kind: 'alive' }> {
  const id = ctx.newId<'send'>()
  const send: SendRow = {
    ...approvedSend(plan.dueAt),
    id,
    draftId: plan.draft.id,
    revisionId: plan.draft.revisionId,
    candidateId: plan.draft.candidateId,
    contactId: plan.contactId,
    purpose: plan.draft.purpose,
    approvedBy: plan.approvedBy,
    approvedAt: ctx.now,
    messageId: messageIdOf(id, ctx.services.defaults.mailDomain),
    replacesId: undefined,
  }
  if ((await tx.sends.insert(send)) === 'alive') return { kind: 'alive' }
  await tx.events.append({
    stream: `send:${id}`,
    type: 'send.approved',
    data: { draftId: send.draftId, revisionId: send.revisionId, candidateId: send.candidateId, dueAt: send.dueAt },
  })
  return { kind: 'planned', send }
}

const messageIdOf = (id: SendId, mailDomain: string): string => `<${id}@${mailDomain}>`
