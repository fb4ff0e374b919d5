import { randomUUID } from 'node:crypto'
import type { Id, NewId } from '../../domain/shared/ids.ts'

/**
 * UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness, so that new rows lie together in an index. The randomness is that
 * of a version 4, which Node.js keeps in store.
 */
export const newUuid: NewId = <Kind extends string>() => {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}` as Id<Kind>
}
