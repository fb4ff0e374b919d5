import MailComposer from 'nodemailer/lib/mail-composer'
import type { Letter, MailReading } from '../../usecases/ports/mail.ts'
import { oneLine, renderHtml, renderText } from './layout.ts'

export type Mime = { readonly envelope: { readonly from: string; readonly to: string }; readonly source: Buffer }

/** The letter cannot be put into a mail, whatever the server would say. */
export class UnsendableLetter extends Error {
  override readonly name = 'UnsendableLetter'
}

// Stricter than RFC 5321: quoted local parts are legal, unused, and where injections live.
const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}<>()[\]\\,;:"@]{1,255}$/u
const MESSAGE_ID = /^<[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+>$/

type Mailbox = { readonly name: string; readonly address: string }

/** Who writes whom, about what, in which words: what a candidate sees of a mail. */
function readable(letter: Omit<Letter, 'messageId'>, sender: string) {
  const from: Mailbox = { name: oneLine(letter.from.name), address: sender }
  const to: Mailbox = { name: oneLine(letter.to.name), address: letter.to.address }
  return { from, replyTo: from, to, subject: oneLine(letter.subject), text: renderText(letter) }
}

/** The same for people to read before it leaves. */
export function readMail(letter: Omit<Letter, 'messageId'>, sender: string): MailReading {
  const { from, replyTo, to, ...rest } = readable(letter, sender)
  return { ...rest, from: inWords(from), replyTo: inWords(replyTo), to: inWords(to) }
}

const inWords = ({ name, address }: Mailbox): string => (address === '' ? name : `${name} <${address}>`)

/**
 * The letter as RFC 5322 source. Nothing in a letter can add a header or a recipient: names and subject are one line each, addresses are
 * checked here and given as fields, never parsed from text. Throws `UnsendableLetter` where an address is none.
 */
export async function composeMime(letter: Letter, sender: string, date: Date): Promise<Mime> {
  if (!ADDRESS.test(letter.to.address)) throw new UnsendableLetter('The recipient is not an address')
  if (!MESSAGE_ID.test(letter.messageId)) throw new UnsendableLetter('The message id is malformed')
  if (/[\s<>]/.test(letter.unsubscribeUrl)) throw new UnsendableLetter('The unsubscribe link is malformed')
  const message = new MailComposer({
    ...readable(letter, sender),
    messageId: letter.messageId,
    date,
    html: renderHtml(letter),
    textEncoding: 'quoted-printable',
    headers: {
      // Prepared: a client must be able to read the link without unfolding it.
      'List-Unsubscribe': { prepared: true, value: `<${letter.unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const { from: envelopeFrom, to } = message.getEnvelope()
  const [recipient, ...others] = to
  if (envelopeFrom === false || recipient === undefined || others.length > 0) {
    throw new UnsendableLetter('A letter goes from one address to one address')
  }
  return { envelope: { from: envelopeFrom, to: recipient }, source: await message.build() }
}
