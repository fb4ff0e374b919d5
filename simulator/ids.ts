import { randomBytes, randomUUID } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** An id such as `D0A1B2C3D4`: the kind's letters, then upper-case letters and digits as Slack's. */
export function slackId(prefix: string): string {
  return prefix + [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** Lower-case hexadecimal of `bytes` random bytes. */
export const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** For envelopes and client message ids. */
export const uuid = (): string => randomUUID()

/** A number of `digits` digits, as in tokens and trigger ids. */
export function digits(count: number): string {
  return [...randomBytes(count)].map((byte, place) => (place === 0 ? 1 + (byte % 9) : byte % 10)).join('')
}
