import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type PermissionRecord, permissionFor } from '../../domain/consent/permission.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { stayLink } from '../../domain/shared/words/keep-door.ts'
import * as words from '../../domain/shared/words/mail.ts'
import type { SystemCtx } from '../context.ts'
import type { Contact } from '../ports/candidates.ts'
import type { RevisionRow } from '../ports/drafts.ts'
import type { Letter, MailLinks } from '../ports/mail.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

/** The letter as it is at this moment, in the transaction that decides that it leaves; the text is the approved revision, to the letter. */
export async function loadLetter(
  ctx: SystemCtx,
  tx: Tx,
  links: MailLinks,
  { send, candidate, contact }: { readonly send: SendRow; readonly candidate: Candidate; readonly contact: Contact },
): Promise<Letter> {
  const revision = await tx.drafts.revision(send.revisionId)
  // Nobody approves as somebody else, so whoever approved is whose letter it is.
  const sender = await tx.members.get(send.approvedBy)
  if (revision === undefined || sender === undefined) throw new Error('A send without its text or its sender')
  const link = { workspaceId: ctx.workspace.id, sendId: send.id, candidateId: candidate.id }
  return {
    messageId: send.messageId,
    ...(await letterOf(ctx, tx, {
      revision,
      sender,
      candidate,
      address: contact.value,
      links: { unsubscribe: links.unsubscribeUrl(link), stay: links.stayUrl(link) },
    })),
  }
}

/** What the candidate reads: delivery hands it over and *Preview* shows it, so that the two cannot differ but in the links. */
export async function letterOf(
  ctx: SystemCtx,
  tx: Tx,
  about: {
    readonly revision: RevisionRow
    readonly sender: Pick<Member, 'name'>
    readonly candidate: Pick<Candidate, 'id' | 'fullName'>
    readonly address: string
    readonly links: { readonly unsubscribe: string; readonly stay: string }
  },
): Promise<Omit<Letter, 'messageId'>> {
  const { revision, sender, candidate, address, links } = about
  const { postalAddress } = await loadWorkspaceSettings(tx, ctx.services.places)
  return {
    from: { name: sender.name },
    to: { name: candidate.fullName, address },
    subject: revision.subject,
    body: revision.body,
    footer: {
      whoWeAre: words.whoWeAre(sender.name, ctx.workspace.name),
      whereFrom: whereFrom(await tx.consent.permissions(candidate.id), ctx.now),
      howToObject: words.howToObject,
      unsubscribe: words.unsubscribe,
      postalAddress,
    },
    unsubscribeUrl: links.unsubscribe,
    ...(revision.asksToStay === true ? { stay: { words: stayLink, url: links.stay } } : {}),
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
