/** A text that was written for one sender, signed by another. */

/** A signature is a name, and perhaps a company and a title below it. */
const SIGNATURE_LINES = 4

/**
 * The same words with the signature in the other's name, where it is the first one's: all of the name, or its first part, on a line of its
 * own near the end. Whatever else the text says is left alone; whoever sends it in their own name reads it first.
 */
export function inVoiceOf(body: string, from: string, to: string): string {
  const lines = body.split('\n')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const signed = lines.findLastIndex((line, at) => at > last - SIGNATURE_LINES && isName(line, from))
  if (signed < 0) return body
  const line = lines[signed] ?? ''
  const name = bare(line)
  return lines
    .with(
      signed,
      line.replace(name, () => (name === from ? to : firstOf(to))),
    )
    .join('\n')
}

const bare = (line: string): string => line.replace(/^[\s–—-]+|[\s.,!]+$/gu, '')
const firstOf = (name: string): string => name.split(/\s+/u)[0] ?? name
const isName = (line: string, name: string): boolean =>
  bare(line) !== '' && (bare(line) === name || bare(line) === firstOf(name))
