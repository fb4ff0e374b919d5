/** Which mails no person wrote: they are noted, and never counted as a reply. */

import type { DeliveryReport } from './delivery-report.ts'

/**
 * `bounce`: a mail server says that ours did not arrive. `delivery_note`: it says that ours is late, or how far it came. `auto_reply`:
 * somebody's machine says that they are away.
 */
export type Automatic = 'bounce' | 'delivery_note' | 'auto_reply'

export type MailMarks = {
  /** Header fields by their names in lower case; of a repeated one the first. */
  readonly headers: Readonly<Record<string, string>>
  /** The sender's address. */
  readonly from: string
  /** What a delivery report says, where it could be read. */
  readonly report?: DeliveryReport | undefined
}

const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon)@/i

/**
 * By what RFC 3834 (automatic answers), RFC 3464 and RFC 6522 (delivery reports) ask such mails to say of themselves, and by what the
 * programs say that are older than these. `undefined`: as far as can be seen a person wrote it.
 */
export function automaticBy({ headers, from, report: said }: MailMarks): Automatic | undefined {
  const header = (name: string) => (headers[name] ?? '').trim().toLowerCase()
  const type = header('content-type')
  const report = /^multipart\/report\b/.test(type) && /report-type\s*=\s*"?delivery-status/.test(type)
  if (report && said?.failed === false) return 'delivery_note'
  if (report || DAEMON.test(from) || header('return-path') === '<>') {
    // A vacation note also leaves without a return path (RFC 3834, 3.3), but says what it is.
    return !report && header('auto-submitted').startsWith('auto-replied') ? 'auto_reply' : 'bounce'
  }
  const submitted = header('auto-submitted')
  if (submitted !== '' && !submitted.startsWith('no')) return 'auto_reply'
  if (header('x-autoreply') !== '' || header('x-autorespond') !== '') return 'auto_reply'
  return header('precedence') === 'auto_reply' ? 'auto_reply' : undefined
}
