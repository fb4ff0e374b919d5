/** Whether an archive may be unpacked: how much it would become is found out by unpacking it, not by believing what it says of itself. */
import { inflateRawSync } from 'node:zlib'

export type ZipProblem = 'broken' | 'encrypted' | 'bomb'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** The end of the directory stands behind a comment of at most 64 KB. */
const LONGEST_TAIL = 65_557
const MOST_ENTRIES = 5_000

/** Reads each entry and throws it away; at most `most` bytes in all may come out. */
export function checkZip(bytes: Buffer, most: number): ZipProblem | undefined {
  try {
    const end = endOf(bytes)
    if (end === undefined) return 'broken'
    const entries = bytes.readUInt16LE(end + 10)
    if (entries > MOST_ENTRIES) return 'bomb'
    let at = bytes.readUInt32LE(end + 16)
    let left = most
    for (let entry = 0; entry < entries; entry += 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) return 'broken'
      if ((bytes.readUInt16LE(at + 8) & 1) === 1) return 'encrypted'
      const unpacked = sizeOf(bytes, at, left)
      if (typeof unpacked !== 'number') return unpacked
      left -= unpacked
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return undefined
  } catch {
    return 'broken'
  }
}

/** What of a checked archive has such a name; a part that unpacks to more than `each` is left out. */
export function unpackEntries(
  bytes: Buffer,
  names: RegExp,
  { each, parts }: { readonly each: number; readonly parts: number },
): readonly Buffer[] {
  const found: Buffer[] = []
  const end = endOf(bytes) ?? 0
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && found.length < parts; left -= 1) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    if (names.test(bytes.toString('utf8', at + 46, nameEnd)) && bytes.readUInt32LE(at + 24) <= each) {
      const packed = packedAt(bytes, at)
      found.push(bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed, { maxOutputLength: each + 1 }))
    }
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

function packedAt(bytes: Buffer, at: number): Buffer {
  const local = bytes.readUInt32LE(at + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  return bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
}

function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_TAIL); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at
  return undefined
}

function sizeOf(bytes: Buffer, at: number, left: number): number | ZipProblem {
  const method = bytes.readUInt16LE(at + 10)
  const packed = bytes.readUInt32LE(at + 20)
  const said = bytes.readUInt32LE(at + 24)
  const local = bytes.readUInt32LE(at + 42)
  if (said > left) return 'bomb'
  if (bytes.readUInt32LE(local) !== LOCAL) return 'broken'
  const content = packedAt(bytes, at)
  if (content.length < packed) return 'broken'
  if (method === 0) return packed === said ? packed : 'broken'
  if (method !== 8) return 'broken'
  try {
    const { length } = inflateRawSync(content, { maxOutputLength: Math.max(1, said) })
    return length === said ? length : 'broken'
  } catch (error) {
    // More than it said of itself comes out.
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken'
  }
}
