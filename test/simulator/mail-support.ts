import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Mailbox, type MailboxOptions, startMailbox } from '../../simulator/mail/mailbox.ts'

/** Mailboxes and directories of one test file; `cleanUp` belongs in `afterEach`. */
export function makeMailFixture() {
  const cleaners: (() => Promise<void>)[] = []
  return {
    async mailbox(options: MailboxOptions = {}): Promise<Mailbox> {
      const mailbox = await startMailbox(options)
      cleaners.push(() => mailbox.close())
      return mailbox
    },
    async directory(): Promise<string> {
      const path = await mkdtemp(join(tmpdir(), 'medallist-mail-'))
      cleaners.push(() => rm(path, { recursive: true, force: true }))
      return path
    },
    async cleanUp() {
      for (const clean of cleaners.splice(0).toReversed()) await clean()
    },
  }
}

export const toAna = {
  from: 'Rita Recruiter <rita@northwind.example>',
  to: 'Ana Souza <ana@example.com>',
  subject: 'A Senior SRE role opened again',
  messageId: '<draft-1@northwind.example>',
  text: 'Hello Ana,\n\nthe role we spoke about is open again.',
  html: '<p style="color:#333">Hello <b>Ana</b>, see <a href="https://northwind.example/role">the role</a>.</p>',
} satisfies SendMailOptions

/** Sends as any mail program would; rejects as nodemailer does. */
export async function send(mailbox: Mailbox, mail: SendMailOptions = toAna) {
  const transport = createTransport(mailbox.url)
  try {
    return await transport.sendMail(mail)
  } finally {
    transport.close()
  }
}
