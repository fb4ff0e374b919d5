import { randomUUID } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailDetail } from './read-mail.ts'

/** What a candidate's mail program would send as the answer to `original`: threaded, quoted, from the candidate. */
export async function composeReply(original: MailDetail, text: string, at: Date): Promise<Buffer> {
  const from = /^(?:"[^"]*"|[^",])+/.exec(original.to)?.[0].trim() || 'candidate@example.invalid'
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'example.invalid'
  const subject = /^re:/i.test(original.subject) ? original.subject : `Re: ${original.subject}`
  const references = [...original.references, original.messageId].filter(Boolean)
  const composer = new MailComposer({
    from,
    to: original.replyTo || original.from,
    subject,
    date: at,
    messageId: `<${randomUUID()}@${domain}>`,
    ...(original.messageId ? { inReplyTo: original.messageId } : {}),
    ...(references.length > 0 ? { references: references.join(' ') } : {}),
    text: `${text.trim()}\n\n${attribution(original)}\n${quoted(original.text)}\n`,
    newline: '\r\n',
  })
  return composer.compile().build()
}

function attribution(original: MailDetail): string {
  const on = new Date(original.at).toUTCString().replace(/ \d\d:\d\d:\d\d GMT$/, '')
  return `On ${on}, ${original.from} wrote:`
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n')
}
