import { createHmac, timingSafeEqual } from 'node:crypto'
import { MINUTE, SECOND } from '../../domain/shared/time.ts'
import type { InboundSignature } from '../../usecases/ports/inbound-mail.ts'

/** As Slack's own: what was sniffed is of no use a few minutes later. */
const AGE_MS = 5 * MINUTE

/** `hmac-sha256(secret, "<timestamp>.<body>")` in hex; the timestamp is in seconds. */
export const inboundSignatureOf = (secret: string, timestamp: string, body: Uint8Array): string =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')

export function makeInboundSignature(secret: string): InboundSignature {
  return ({ timestamp, signature, body }, now) => {
    const given = Buffer.from(
      signature
        .trim()
        .toLowerCase()
        .replace(/^(?:v1|sha256)=/, ''),
      'utf8',
    )
    const expected = Buffer.from(inboundSignatureOf(secret, timestamp, body), 'utf8')
    // Judged first, so that nobody learns from the answer which of the two was wrong.
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'bad_signature'
    const age = Math.abs(now - Number(timestamp) * SECOND)
    return /^\d{1,12}$/.test(timestamp) && age <= AGE_MS ? 'ok' : 'too_old'
  }
}
