import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type PermissionRecord, permissionFor } from '../../domain/consent/permission.ts'
import type { Instant } from '../../domain/shared/time.ts'
import * as words from '../../domain/shared/words/mail.ts'
import type { SystemCtx } from '../context.ts'
import type { Contact } from '../ports/candidates.ts'
import type { Letter, MailLinks } from '../ports/mail.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { POSTAL_ADDRESS } from './outreach-settings.ts'

/** The letter as it is at this moment, in the transaction that decides that it leaves; the text is the approved revision, to the letter. */
export async function loadLetter(
  ctx: SystemCtx,
  tx: Tx,
  links: MailLinks,
  { send, candidate, contact }: { readonly send: SendRow; readonly candidate: Candidate; readonly contact: Contact },
): Promise<Letter> {
  const revision = await tx.drafts.revision(send.revisionId)
  const draft = await tx.drafts.get(send.draftId)
  const sender = await tx.members.get(draft?.ownerId ?? send.approvedBy)
  if (revision === undefined || sender === undefined) throw new Error('A send without its text or its sender')
  const postal = (await tx.settings.all())[POSTAL_ADDRESS]
  return {
    messageId: send.messageId,
    to: { name: candidate.fullName, address: contact.value },
    from: { name: sender.name },
    subject: revision.subject,
    body: revision.body,
    footer: {
      whoWeAre: words.whoWeAre(sender.name, ctx.workspace.name),
      whereFrom: whereFrom(await tx.consent.permissions(candidate.id), ctx.now),
      howToObject: words.howToObject,
      unsubscribe: words.unsubscribe,
      postalAddress: typeof postal === 'string' && postal.trim() !== '' ? postal : undefined,
    },
    unsubscribeUrl: links.unsubscribeUrl({
      workspaceId: ctx.workspace.id,
      sendId: send.id,
      candidateId: candidate.id,
    }),
  }
}

/** Correspondence about an application needs no permission of its own: then it is the application that we know them from. */
function whereFrom(records: readonly PermissionRecord[], now: Instant): string {
  for (const purpose of ['contact', 'store'] as const) {
    const verdict = permissionFor(records, purpose, now)
    if (verdict.kind === 'valid') return words.whereFrom[verdict.record.basis]
  }
  return words.whereFrom.applied_here
}
