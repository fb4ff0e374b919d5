import type { FastifyError, FastifyInstance } from 'fastify'
import { z } from 'zod'
import { automaticBy } from '../domain/replies/automatic.ts'
import { type Instant, instant } from '../domain/shared/time.ts'
import { inboundProblems } from '../domain/shared/words/replies.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { InboundMail, InboundSignature, ReadMail } from '../usecases/ports/inbound-mail.ts'
import type { Log } from '../usecases/ports/log.ts'
import { bringIn } from '../usecases/replies/inbound.ts'

export type InboundParts = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'>
  readonly log: Log
  /** Absent where no secret is set: then there is no such address. */
  readonly inbound?:
    | { readonly isSigned: InboundSignature; readonly readMail: ReadMail; readonly now: () => Instant }
    | undefined
}

/** A mail with a modest attachment; what is larger is a file, not an answer. */
const MOST_BYTES = 10 * 1024 * 1024

/** One mail as JSON, from services that parse mails themselves. Ids have their angle brackets. */
const id = z.string().regex(/^<[^<>\s]{3,400}>$/, { error: 'must be a Message-ID in angle brackets' })
const Json = z.object({
  messageId: id,
  from: z.email().max(254),
  inReplyTo: id.optional(),
  references: z.array(id).max(100).default([]),
  text: z.string().max(200_000),
  date: z.iso.datetime({ offset: true }).optional(),
  /** Header fields by name, such as Auto-Submitted, by which automatic mails are known. */
  headers: z.record(z.string().max(100), z.string().max(2_000)).default({}),
})

/**
 * `POST /webhooks/inbound`: one mail, as `message/rfc822` or as JSON. The signature is over the very bytes, with the time at which it was
 * made; what is refused is told why and may be sent again. 200 says that it is kept, whatever it was: whoever relays it need not try again.
 */
export async function registerInbound(web: FastifyInstance, { contexts, log, inbound }: InboundParts): Promise<void> {
  if (inbound === undefined) return
  const { isSigned, readMail, now } = inbound
  await web.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { bodyLimit: MOST_BYTES, parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) log.error({ err: error, route: '/webhooks/inbound' }, 'a mail could not be taken in')
      const problem = status === 413 ? inboundProblems.too_large : status >= 500 ? 'Please try again.' : error.message
      return reply.code(status).header('cache-control', 'no-store').send({ error: problem })
    })
    scope.post(
      '/webhooks/inbound',
      { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const header = (name: string) => String(request.headers[name] ?? '')
        const body = request.body instanceof Uint8Array ? request.body : new Uint8Array()
        const timestamp = header('x-medallist-timestamp')
        const signed = isSigned({ timestamp, signature: header('x-medallist-signature'), body }, now())
        if (signed !== 'ok') return reply.code(401).send({ error: inboundProblems[signed] })
        const mail = /^application\/json\b/i.test(header('content-type')) ? fromJson(body) : await readMail(body)
        if (mail === undefined) return reply.code(422).send({ error: inboundProblems.unreadable })
        const { kind } = await bringIn(contexts, mail)
        log.info({ outcome: kind }, 'a mail was taken in')
        return reply.header('cache-control', 'no-store').send({ outcome: kind })
      },
    )
  })
}

function fromJson(body: Uint8Array): InboundMail | undefined {
  const parsed = Json.safeParse(readJson(body))
  if (!parsed.success) return undefined
  const { messageId, from, inReplyTo, references, text, date, headers } = parsed.data
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return {
    messageId,
    from,
    references: [...(inReplyTo === undefined ? [] : [inReplyTo]), ...references],
    text,
    at: date === undefined ? undefined : instant(date),
    automatic: automaticBy({ headers: named, from }),
  }
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
