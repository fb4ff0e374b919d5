import { createHash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { automaticBy } from '../../domain/replies/automatic.ts'
import { type DeliveryReport, readDeliveryReport } from '../../domain/replies/delivery-report.ts'
import { instant } from '../../domain/shared/time.ts'
import type { InboundMail, ReadMail } from '../../usecases/ports/inbound-mail.ts'
import { htmlToText } from './html-to-text.ts'

/** More of a text than anybody writes; what is behind it is not read. */
const MOST_TEXT = 200_000
const MOST_IDS = 50

/** RFC 5322 source as a mail server hands it over. */
export const readInboundMail: ReadMail = async (source) => {
  const mail = await PostalMime.parse(source, { maxNestingDepth: 20, maxHeadersSize: 500_000 }).catch(() => undefined)
  const from = mail?.from?.address ?? ''
  if (mail === undefined || !from.includes('@')) return undefined
  const report = reportOf(mail)
  const automatic = automaticBy({ headers: headersOf(mail), from, report })
  const written = mail.date === undefined ? Number.NaN : Date.parse(mail.date)
  return {
    messageId: mail.messageId?.slice(0, 500) ?? madeOf(source),
    from,
    references:
      automatic === 'bounce' || automatic === 'delivery_note'
        ? idsAnywhere(source)
        : idsOf(`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`),
    text: textOf(mail).slice(0, MOST_TEXT),
    at: Number.isNaN(written) ? undefined : instant(written),
    automatic,
    ...(automatic === 'bounce' && report !== undefined ? { dead: report.dead } : {}),
  } satisfies InboundMail
}

/** A report of one message has one such part; a text of any size is no report. */
function reportOf({ attachments }: Email): DeliveryReport | undefined {
  const part = attachments.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/i.test(mimeType))
  if (part === undefined) return undefined
  const text =
    typeof part.content === 'string' ? part.content : Buffer.from(new Uint8Array(part.content)).toString('utf8')
  return readDeliveryReport(text.slice(0, MOST_TEXT))
}

/** The same bytes are the same mail. */
const madeOf = (source: Uint8Array): string =>
  `<${createHash('sha256').update(source).digest('hex')}@no-message-id.invalid>`

function headersOf(mail: Email): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const { key, value } of mail.headers) headers[key] ??= value
  return headers
}

const idsOf = (text: string): readonly string[] =>
  [...new Set(text.match(/<[^<>\s]{3,400}>/g) ?? [])].slice(0, MOST_IDS)

/** A delivery report holds the message that came back, or its headers, somewhere within; our ids begin with a UUID. */
const idsAnywhere = (source: Uint8Array): readonly string[] => {
  const text = Buffer.from(source).toString('latin1').slice(0, MOST_TEXT)
  return [...new Set(text.match(/<[0-9a-f]{8}-[0-9a-f-]{27}@[^<>\s]{1,300}>/g) ?? [])].slice(0, MOST_IDS)
}

const textOf = ({ text, html }: Email): string =>
  text !== undefined && text.trim() !== '' ? text : htmlToText((html ?? '').slice(0, MOST_TEXT))
