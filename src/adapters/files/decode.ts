import { encodingTeller } from './text-encoding.ts'

/** A whole small file as text: UTF-16 says so in its first two bytes, everything else is told as for tables. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const teller = encodingTeller()
  teller.hear(Buffer.from(bytes))
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf
  return new TextDecoder(teller.tell(isMarked).encoding).decode(bytes)
}
