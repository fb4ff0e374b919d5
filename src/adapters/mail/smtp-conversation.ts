import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import type { SmtpOutcome, SmtpStage } from '../../domain/outreach/smtp-outcome.ts'
import type { Mime } from './mime.ts'
import type { Timeouts } from './smtp-mailer.ts'

export type Server = {
  readonly connection: SMTPConnectionOptions
  readonly login: { readonly user: string; readonly pass: string } | undefined
}

/**
 * Hands one message to one server. Never throws. The transport of nodemailer reports "connection closed" without saying before or after
 * what; so this drives the connection itself and watches the message's own stream. Its last byte leaves the stream before the closing dot
 * can be written: an end that was not reached proves that no server may deliver, and only what comes after it is unknown.
 */
export function converse(server: Server, mime: Mime, patience: Timeouts, hangUp: AbortSignal): Promise<SmtpOutcome> {
  if (hangUp.aborted) return Promise.resolve({ kind: 'broken', stage: 'connect', why: 'hung_up' })
  return new Promise((resolve) => {
    let stage: SmtpStage = 'connect'
    const connection = new SMTPConnection({
      ...server.connection,
      logger: false,
      connectionTimeout: patience.connectSeconds * 1_000,
      greetingTimeout: patience.connectSeconds * 1_000,
      dnsTimeout: patience.connectSeconds * 1_000,
      socketTimeout: patience.silenceSeconds * 1_000,
    })
    const finish = (outcome: SmtpOutcome) => {
      clearTimeout(deadline)
      hangUp.removeEventListener('abort', onHangUp)
      resolve(outcome)
      connection.close()
    }
    const fail = (error: NodemailerError) => finish(outcomeOf(error, stage))
    const deadline = setTimeout(() => finish({ kind: 'broken', stage, why: 'timeout' }), patience.wholeSeconds * 1_000)
    const onHangUp = () => finish({ kind: 'broken', stage, why: 'hung_up' })
    hangUp.addEventListener('abort', onHangUp)

    const send = () => {
      stage = 'mail'
      const message = Readable.from(slices(mime.source))
      // Nodemailer begins to read when the server said 354.
      message.once('data', () => {
        stage = 'message'
      })
      message.pause()
      message.once('end', () => {
        stage = 'message_end'
      })
      connection.send({ from: mime.envelope.from, to: [mime.envelope.to] }, message, (error) => {
        if (error) return fail(error)
        // A server that accepts before the end was sent is broken in a way that proves nothing.
        finish(
          stage === 'message_end' ? { kind: 'accepted' } : { kind: 'broken', stage: 'unknown', why: 'early_answer' },
        )
      })
    }

    // More than one may come, and one that nobody hears would end the process.
    connection.on('error', fail)
    connection.once('end', () => finish({ kind: 'broken', stage, why: 'closed' }))
    connection.connect((error) => {
      if (error) return fail(error)
      stage = 'hello'
      const { login } = server
      if (login === undefined) return send()
      stage = 'auth'
      connection.login({ user: login.user, credentials: login }, (failed) => (failed ? fail(failed) : send()))
    })
  })
}

/** In pieces, so that the end of a long message is not taken from the stream before its beginning has left. */
function* slices(source: Buffer): Generator<Buffer> {
  for (let start = 0; start < source.length; start += 8_192) yield source.subarray(start, start + 8_192)
}

function outcomeOf(error: NodemailerError, reached: SmtpStage): SmtpOutcome {
  if (error.responseCode !== undefined) {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? '')?.[1]
    return { kind: 'answered', stage: stageOf(error.command, reached), code: error.responseCode, enhanced }
  }
  return { kind: 'broken', stage: reached, why: why(error) }
}

/** The command that was answered; for DATA the answer may be to the word, amid the message, or to the closing dot. */
function stageOf(command: string | undefined, reached: SmtpStage): SmtpStage {
  if (command === undefined || command === 'CONN') return reached === 'connect' ? 'greeting' : reached
  if (command.startsWith('AUTH')) return 'auth'
  switch (command) {
    case 'EHLO':
    case 'HELO':
    case 'STARTTLS':
      return 'hello'
    case 'MAIL FROM':
      return 'mail'
    case 'RCPT TO':
      return 'rcpt'
    case 'DATA':
      return reached === 'message' || reached === 'message_end' ? reached : 'data'
    default:
      return reached
  }
}

/** A code for the row and the log; never the server's words, which may repeat the address. */
function why({ code, originalCode }: NodemailerError): string {
  const name: string = originalCode ?? code ?? ''
  switch (name) {
    case 'ETIMEDOUT':
      return 'timeout'
    case 'ECONNREFUSED':
      return 'connection_refused'
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNECTION':
      return 'connection_lost'
    case 'EDNS':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'host_not_found'
    case 'ETLS':
      return 'tls_failed'
    case 'EAUTH':
      return 'login_failed'
    default:
      return 'smtp_error'
  }
}
