import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { MailLink, MailLinks } from '../../usecases/ports/mail.ts'

const VERSION = 'v1'
const UUID_BYTES = 16
const SIGNATURE_BYTES = 32

/** Part of what is signed, so that a link to stop is no link to agree. */
type Use = 'unsubscribe' | 'stay'
type Key = { readonly id: string; readonly key: Buffer }

/**
 * Signed links in mails: `<publicUrl>/u/v1.<key id>.<workspace, send and candidate>.<HMAC-SHA-256>`, and `/stay/…` likewise. They say nothing that the mail does not
 * know and need no row to be believed. The key is derived for this purpose alone, so that no other signature of ours is ever taken for a
 * link. `publicUrl` is asked for each link, since a port may be known only once it listens; `secrets`: the present one first; retired ones still verify, because a link must work as long as somebody keeps the mail.
 */
export function makeMailLinks(secrets: readonly string[], publicUrl: () => string): MailLinks {
  const keys = secrets.map(deriveKey)
  const [current] = keys
  if (current === undefined) throw new Error('At least one secret is needed')
  const byId = new Map(keys.toReversed().map((key) => [key.id, key]))
  const address = (path: string, token: string) => `${publicUrl().replace(/\/+$/, '')}/${path}/${token}`
  const verify = (use: Use, token: string): MailLink | undefined => {
    const [version, id = '', packed = '', signature = '', ...rest] = token.split('.')
    const key = byId.get(id)
    if (version !== VERSION || key === undefined || rest.length > 0) return undefined
    const given = Buffer.from(signature, 'base64url')
    const right = sign(key, use, packed)
    if (given.length !== SIGNATURE_BYTES || !timingSafeEqual(given, right)) return undefined
    return unpack(Buffer.from(packed, 'base64url'))
  }
  return {
    unsubscribeUrl: (link) => address('u', tokenOf(current, 'unsubscribe', link)),
    verify: (token) => verify('unsubscribe', token),
    stayUrl: (link) => address('stay', tokenOf(current, 'stay', link)),
    verifyStay: (token) => verify('stay', token),
  }
}

function deriveKey(secret: string): Key {
  const key = Buffer.from(hkdfSync('sha256', secret, 'medallist', 'mail-link', 32))
  return { key, id: createHmac('sha256', key).update('id').digest('base64url').slice(0, 6) }
}

const tokenOf = (key: Key, use: Use, link: MailLink): string => {
  const packed = Buffer.concat([link.workspaceId, link.sendId, link.candidateId].map(fromUuid)).toString('base64url')
  return [VERSION, key.id, packed, sign(key, use, packed).toString('base64url')].join('.')
}

/** The text that was received is what was signed: there is no second spelling of a link. */
const sign = (key: Key, use: Use, packed: string): Buffer =>
  createHmac('sha256', key.key).update(`${VERSION}.${key.id}.${use}.${packed}`).digest()

const fromUuid = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

function unpack(bytes: Buffer): MailLink | undefined {
  if (bytes.length !== 3 * UUID_BYTES) return undefined
  const [workspaceId = '', sendId = '', candidateId = ''] = [0, 1, 2].map((index) => {
    const hex = bytes.subarray(index * UUID_BYTES, (index + 1) * UUID_BYTES).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  })
  return { workspaceId, sendId, candidateId }
}
