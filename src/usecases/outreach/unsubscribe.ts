import { asId } from '../../domain/shared/ids.ts'
import { unsubscribeLink } from '../../domain/shared/words/mail.ts'
import type { SystemCtx } from '../context.ts'
import type { MailLink } from '../ports/mail.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { holdBack } from './hold-back.ts'
import { withdrawContact } from './withdraw-contact.ts'

/** `unknown`: nothing is kept of that message or that person any more. */
export type Unsubscribed = 'done' | 'done_before' | 'unknown'

/** Version of the page that asks them. */
const UNSUBSCRIBE_WORDING = 'unsubscribe-1'

/**
 * The owner of the address says no, by the signed link of one of our mails. At once: the address is suppressed, the permission to contact is
 * withdrawn, and what was approved for that address does not leave. Doing it again changes nothing.
 */
export async function unsubscribe(ctx: SystemCtx, link: MailLink): Promise<Unsubscribed> {
  const outcome = await ctx.uow.run(async (tx): Promise<Unsubscribed> => {
    const found = await locate(tx, link)
    if (found === undefined) return 'unknown'
    const { person, contact, sendId } = found
    const isNew = await tx.consent.suppress(contact.value, 'unsubscribed', ctx.now, sendId)
    // Said again, it also holds for what was allowed since, or came with another record of theirs.
    await withdrawContact(ctx, tx, person.id, { source: unsubscribeLink, wording: UNSUBSCRIBE_WORDING })
    if (!isNew) return 'done_before'
    await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.unsubscribed', data: { sendId } })
    await holdBack(ctx, tx, person, { because: 'unsubscribed', to: contact.id })
    return 'done'
  })
  if (outcome === 'done') ctx.services.wake.posts()
  return outcome
}

/** Whether the link still leads to somebody, and whether they said no already; changes nothing, since mail scanners open every link. */
export function unsubscribeState(ctx: SystemCtx, link: MailLink): Promise<'subscribed' | 'unsubscribed' | 'unknown'> {
  return ctx.uow.run(async (tx) => {
    const found = await locate(tx, link)
    if (found === undefined) return 'unknown'
    const suppressions = await tx.consent.suppressions(found.contact.value)
    return suppressions.some(({ reason }) => reason === 'unsubscribed') ? 'unsubscribed' : 'subscribed'
  })
}

/** The person behind the link, locked, and the address that was written to; whoever was merged is found where they live on. */
async function locate(tx: Tx, link: MailLink) {
  const sendId = asId<'send'>(link.sendId)
  const send = sendId === undefined ? undefined : await tx.sends.get(sendId)
  const person = send === undefined ? undefined : await tx.candidates.lock(send.candidateId)
  if (send === undefined || person === undefined) return undefined
  const contact = (await tx.candidates.contacts(person.id)).find(({ id }) => id === send.contactId)
  return contact === undefined ? undefined : { sendId: send.id, person, contact }
}
