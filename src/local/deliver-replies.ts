/** *Reply as candidate* in the local mailbox: what was answered there comes to the product as a mail server would bring it. */
import { inboundSignatureOf } from '../adapters/system/inbound-signature.ts'

export type ReplyBox = {
  replies(): readonly { readonly id: string; readonly source: Buffer }[]
  onChange(callback: () => void): () => void
}
export type Inbound = {
  readonly url: string
  readonly secret: string
  readonly now: () => number
  readonly onFault: (error: unknown) => void
}

/**
 * Posts each reply, signed, to the inbound webhook: those that are there already too, since a kill may have come between a reply and its
 * delivery, and the product knows a mail that it has seen. One that fails is tried again with the next change. The answer ends it.
 */
export function deliverReplies(box: ReplyBox, { url, secret, now, onFault }: Inbound): () => Promise<void> {
  const delivered = new Set<string>()
  let work: Promise<void> = Promise.resolve()
  const round = async () => {
    for (const { id, source } of box.replies()) {
      if (delivered.has(id)) continue
      await post(`${url}/webhooks/inbound`, secret, String(Math.floor(now() / 1000)), source)
      delivered.add(id)
    }
  }
  const next = () => {
    work = work.then(round).catch(onFault)
  }
  const stop = box.onChange(next)
  next()
  return () => {
    stop()
    return work
  }
}

async function post(url: string, secret: string, timestamp: string, source: Buffer): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'message/rfc822',
      'x-medallist-timestamp': timestamp,
      'x-medallist-signature': inboundSignatureOf(secret, timestamp, source),
    },
    body: new Uint8Array(source),
  })
  if (!response.ok) throw new Error(`The inbound webhook answered ${response.status}`)
}
