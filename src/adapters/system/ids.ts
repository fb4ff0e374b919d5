import { randomFillSync } from 'node:crypto'
import type { Id, NewId } from '../../domain/shared/ids.ts'

/** UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness, so that new rows lie together in an index. */
export const newUuid: NewId = <Kind extends string>() => {
  const bytes = randomFillSync(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  const now = Date.now()
  view.setUint16(0, Math.floor(now / 2 ** 32))
  view.setUint32(2, now % 2 ** 32)
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>
}
