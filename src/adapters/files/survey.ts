/** One pass over a file before it is read: what it is, how its text is written, and a name for exactly these bytes. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type Encoding, encodingTeller } from './text-encoding.ts'

export type Survey = {
  readonly bytes: number
  /** SHA-256, in hex. */
  readonly id: string
  readonly kind: /** `unreadable` characters are damaged. */
    | { readonly kind: 'text'; readonly encoding: Encoding; readonly unreadable: number }
    | { readonly kind: 'xlsx' }
    /** An old `.xls`, or a workbook behind a password: both are Microsoft's compound files. */
    | { readonly kind: 'compound'; readonly encrypted: boolean }
    | { readonly kind: 'other' }
}

/** In constant memory, whatever the size. */
export async function surveyFile(path: string): Promise<Survey> {
  const hash = createHash('sha256')
  const text = encodingTeller()
  let head = Buffer.alloc(0)
  let bytes = 0
  let tail: Buffer = Buffer.alloc(0)
  let encrypted = false
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)])
    bytes += chunk.length
    if (head.subarray(0, 4).equals(OLD_OFFICE)) {
      encrypted ||= Buffer.concat([tail, chunk]).includes(ENCRYPTED)
      tail = chunk.subarray(-ENCRYPTED.length)
    }
    text.hear(chunk)
  }
  return {
    bytes,
    id: hash.digest('hex'),
    kind: kindOf(head, () => text.tell(head.subarray(0, 3).equals(MARK)), encrypted),
  }
}

const HEAD = 4_096

function kindOf(
  head: Buffer,
  told: () => { readonly encoding: Encoding; readonly unreadable: number },
  encrypted: boolean,
): Survey['kind'] {
  if (head.subarray(0, 4).equals(ZIP)) return { kind: 'xlsx' }
  if (head.subarray(0, 4).equals(OLD_OFFICE)) return { kind: 'compound', encrypted }
  if (head.subarray(0, 4).toString('latin1') === '%PDF') return { kind: 'other' }
  if (head[0] === 0xff && head[1] === 0xfe) return { kind: 'text', encoding: 'utf-16le', unreadable: 0 }
  if (head[0] === 0xfe && head[1] === 0xff) return { kind: 'text', encoding: 'utf-16be', unreadable: 0 }
  const [even, odd] = [zeros(head, 0), zeros(head, 1)]
  // Half of what Western text is in UTF-16 without its mark.
  if (odd > head.length / 8 && even === 0) return { kind: 'text', encoding: 'utf-16le', unreadable: 0 }
  if (even > head.length / 8 && odd === 0) return { kind: 'text', encoding: 'utf-16be', unreadable: 0 }
  if (even + odd > 0) return { kind: 'other' }
  return { kind: 'text', ...told() }
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf])
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** The name of the stream in which a workbook behind a password lies. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function zeros(head: Buffer, from: 0 | 1): number {
  let count = 0
  for (let at = from; at < head.length; at += 2) if (head[at] === 0) count += 1
  return count
}
