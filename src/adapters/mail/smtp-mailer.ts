import { isIPv4 } from 'node:net'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { Mailer } from '../../usecases/ports/mail.ts'
import { composeMime, UnsendableLetter } from './mime.ts'
import { senderOf } from './sender.ts'
import { converse, type Server } from './smtp-conversation.ts'

export type MailerOptions = {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…` (TLS from the start); `?requireTLS=false` permits a login in the clear. */
  readonly url: string
  /** `MAIL_FROM`: `Talent team <talent@example.com>` or the address alone. */
  readonly from: string
  readonly timeouts?: Partial<Timeouts>
  readonly now?: () => Date
}

export type Timeouts = {
  readonly connectSeconds: number
  /** Silence from the server. Filters may think for a minute or more about a whole message, and giving up then leaves a doubt for a person. */
  readonly silenceSeconds: number
  readonly wholeSeconds: number
}
const PATIENCE: Timeouts = { connectSeconds: 15, silenceSeconds: 120, wholeSeconds: 180 }

/**
 * A connection of its own for each letter: a pooled one may turn out to be dead only after the letter went into it.
 * Throws at once where the URL or the sender cannot be used.
 */
export function makeSmtpMailer({ url, from, timeouts, now = () => new Date() }: MailerOptions): Mailer {
  const sender = senderOf(from)
  const patience = { ...PATIENCE, ...timeouts }
  const server = serverOf(url)
  return {
    async handOver(letter, hangUp) {
      try {
        const mime = await composeMime(letter, sender, now())
        return await converse(server, mime, patience, hangUp)
      } catch (error) {
        // Nothing was connected yet: `converse` itself never throws. 5.1.3 is "bad destination mailbox address syntax".
        return error instanceof UnsendableLetter
          ? { kind: 'answered', stage: 'rcpt', code: 553, enhanced: '5.1.3' }
          : { kind: 'broken', stage: 'connect', why: 'not_composed' }
      }
    },
  }
}

function serverOf(url: string): Server {
  const { host, port, secure, auth: login, requireTLS, ignoreTLS, tls, name } = parseConnectionUrl(url)
  if (host === undefined || host === '') throw new Error('SMTP_URL must name a host')
  // A name that merely begins like this machine's address is somebody else's.
  const local = host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
  return {
    connection: {
      host,
      port,
      tls,
      ...(typeof name === 'string' ? { name } : {}),
      secure: secure === true,
      ignoreTLS: ignoreTLS === true,
      // A password goes over an encrypted connection, or not at all.
      requireTLS: typeof requireTLS === 'boolean' ? requireTLS : login !== undefined && secure !== true && !local,
    },
    login,
  }
}
