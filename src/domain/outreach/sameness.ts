/** How much of several letters is the same: whoever reads fifteen in a row stops seeing it. */
import { fold } from '../shared/text.ts'

/** From this share on two letters read as one. */
export const ALIKE = 0.8
/** Fewer are no crowd. */
const FEWEST = 3

/** The share of pairs of neighbouring words that two texts have in common, 0 to 1 (Dice). Names and case count for nothing more than a word. */
export function sameness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** The biggest crowd of letters that are alike; `undefined` where fewer than three are. `percent` is what the least alike of them share. */
export function mostAlike(texts: readonly string[]): { readonly count: number; readonly percent: number } | undefined {
  let best: readonly number[] = []
  for (const text of texts) {
    const shares = texts.map((other) => sameness(text, other)).filter((share) => share >= ALIKE)
    if (shares.length > best.length) best = shares
  }
  return best.length < FEWEST ? undefined : { count: best.length, percent: Math.floor(100 * Math.min(...best)) }
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = fold(text)
    .split(/[^a-z0-9']+/)
    .filter((word) => word !== '')
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}
