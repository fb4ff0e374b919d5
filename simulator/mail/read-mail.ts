import PostalMime, { type Email } from 'postal-mime'
import type { MailFull } from '../contract.ts'
import { sanitise } from './sanitise.ts'
import type { StoredMail } from './store.ts'

/** Everything the mailbox knows of a message; `messageId` and `references` keep a thread together. */
export type MailDetail = MailFull & {
  readonly messageId: string
  readonly references: readonly string[]
  readonly replyTo: string
}

const UNREADABLE: Email = {
  headers: [],
  headerLines: [],
  subject: '(this message could not be read; see its source)',
  attachments: [],
}

/** Parses a stored message into what people see. */
export async function readMail(stored: StoredMail): Promise<MailDetail> {
  // What cannot be parsed was accepted all the same: its source is shown, and the sender is not asked to send it again.
  const mail = await PostalMime.parse(stored.source).catch(() => UNREADABLE)
  const headers = mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value }))
  const header = (name: string) => headers.find((each) => each.name.toLowerCase() === name)?.value ?? ''
  return {
    id: stored.id,
    from: header('from') ? decoded(mail.from) : '(no sender)',
    to: (mail.to ?? []).map(decoded).join(', ') || header('delivered-to'),
    subject: mail.subject ?? '(no subject)',
    at: stored.at.toISOString(),
    direction: stored.box,
    html: mail.html ? sanitise(mail.html, inlineImages(mail.attachments)) : '',
    text: mail.text ?? '',
    source: stored.source.toString('utf8'),
    headers,
    messageId: mail.messageId ?? '',
    references: (mail.references ?? '').split(/\s+/).filter(Boolean),
    replyTo: mail.replyTo?.map(decoded).join(', ') || (mail.from ? decoded(mail.from) : ''),
  }
}

type Address = { readonly name: string; readonly address?: string | undefined }

function decoded(address: Address | undefined): string {
  if (!address?.address) return address?.name ?? ''
  if (!address.name) return address.address
  // A name with a comma in it would read as two addresses.
  const name = /[",;<>@()]/.test(address.name) ? `"${address.name.replace(/["\\]/g, '')}"` : address.name
  return `${name} <${address.address}>`
}

type Part = {
  readonly contentId?: string | undefined
  readonly mimeType: string
  readonly content: ArrayBuffer | Uint8Array | string
}

/** Pictures that travel inside the message, by their Content-ID: the only pictures that are shown. */
function inlineImages(parts: readonly Part[]): ReadonlyMap<string, string> {
  const images = new Map<string, string>()
  for (const { contentId, mimeType, content } of parts) {
    if (!contentId || typeof content === 'string' || !/^image\/(png|jpeg|gif|webp)$/.test(mimeType)) continue
    const bytes = content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content))
    images.set(contentId.replace(/^<|>$/g, ''), `data:${mimeType};base64,${bytes.toString('base64')}`)
  }
  return images
}
