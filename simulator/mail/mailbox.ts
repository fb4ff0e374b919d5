import { EventEmitter } from 'node:events'
import type { MailSummary } from '../contract.ts'
import { composeReply } from './compose-reply.ts'
import { type MailDetail, readMail } from './read-mail.ts'
import { type Answer, type Envelope, type Stage, startSmtp } from './smtp.ts'
import { openDirectoryStore, openMemoryStore, type StoredMail } from './store.ts'

/** All may be left out: a free port, nothing on disk, ten megabytes a message. */
export type MailboxOptions = {
  /** 0 or absent takes any free port. */
  readonly port?: number
  readonly host?: '127.0.0.1'
  /** Where messages are kept, one `.eml` file each; without it they live as long as the process. */
  readonly dataDir?: string
  readonly clock?: { now(): number }
  readonly maxBytes?: number
  readonly onStage?: (stage: Stage, envelope: Envelope) => Promise<void> | void
  readonly answer?: (stage: 'mail' | 'rcpt' | 'data', address: string) => Answer | undefined
}

/** The local mailbox: whatever the app sends ends here, and a candidate's answers start here. Nothing leaves the machine. */
export type Mailbox = {
  /** Newest first, replies among them. */
  list(): readonly MailSummary[]
  get(id: string): MailDetail | undefined
  /** Answers a message in the candidate's name; throws when there is no such message. */
  reply(id: string, text: string): Promise<void>
  /** What candidates answered, oldest first, as RFC 5322 source that an inbound reader would fetch. */
  replies(): readonly { readonly id: string; readonly inReplyTo: string; readonly source: Buffer }[]
  /** Calls back after every change; the answer ends the subscription. */
  onChange(callback: () => void): () => void
  /** For `SMTP_URL`. */
  readonly url: string
  close(): Promise<void>
}

const TEN_MEGABYTES = 10 * 1024 * 1024

/** Starts the mail server and restores what it kept before. */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const now = () => new Date(options.clock?.now() ?? Date.now())
  const host = options.host ?? '127.0.0.1'
  const store = options.dataDir === undefined ? openMemoryStore() : await openDirectoryStore(options.dataDir)
  const changes = new EventEmitter().setMaxListeners(0)
  const mails: { readonly stored: StoredMail; readonly detail: MailDetail }[] = []

  const admit = async (stored: StoredMail) => {
    mails.push({ stored, detail: await readMail(stored) })
    changes.emit('change')
  }
  for (const stored of await store.all()) await admit(stored)

  const smtp = await startSmtp({
    host,
    port: options.port ?? 0,
    maxBytes: options.maxBytes ?? TEN_MEGABYTES,
    onStage: options.onStage,
    answer: options.answer,
    accept: async (envelope, source) => {
      const at = now()
      await admit(await store.keep('out', at, withTrace(envelope, at, source)))
    },
  })

  const get = (id: string) => mails.find(({ detail }) => detail.id === id)?.detail
  return {
    list: () => mails.map(({ detail }) => summaryOf(detail)).toReversed(),
    get,
    async reply(id, text) {
      const original = get(id)
      if (!original) throw new Error(`There is no mail ${id} to reply to.`)
      const at = now()
      await admit(await store.keep('reply', at, await composeReply(original, text, at)))
    },
    replies: () =>
      mails
        .filter(({ stored }) => stored.box === 'reply')
        .map(({ stored, detail }) => ({
          id: stored.id,
          inReplyTo: detail.references.at(-1) ?? '',
          source: stored.source,
        })),
    onChange(callback) {
      changes.on('change', callback)
      return () => void changes.off('change', callback)
    },
    url: `smtp://${host}:${smtp.port}`,
    close: () => smtp.close(),
  }
}

/** The envelope is part of the truth (a blind copy is nowhere else), so it is kept the way mail servers do: as trace headers. */
function withTrace(envelope: Envelope, at: Date, source: Buffer): Buffer {
  const lines = [
    `Return-Path: <${envelope.from}>`,
    ...envelope.to.map((address) => `Delivered-To: ${address}`),
    `Received: by medallist-local-mailbox with SMTP; ${at.toUTCString().replace('GMT', '+0000')}`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), source])
}

function summaryOf({ id, from, to, subject, at, direction }: MailDetail): MailSummary {
  return { id, from, to, subject, at, direction }
}
