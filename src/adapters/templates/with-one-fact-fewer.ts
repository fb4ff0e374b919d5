import { SLOTS } from '../../domain/outreach/citing.ts'
import type { ComposeInput } from '../../domain/outreach/compose.ts'

/** The same with one fact fewer, the longest, for a text that came out too long; `undefined` where none is left. */
export function withOneFactFewer(input: ComposeInput): ComposeInput | undefined {
  const longest = SLOTS.filter((slot) => input.cited[slot] !== undefined).sort(
    (a, b) => (input.cited[b]?.text.length ?? 0) - (input.cited[a]?.text.length ?? 0),
  )[0]
  return longest === undefined ? undefined : { ...input, cited: { ...input.cited, [longest]: undefined } }
}
