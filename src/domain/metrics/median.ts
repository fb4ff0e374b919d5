import type { Median } from './numbers.ts'

/** The one in the middle, or halfway between the two there. */
export function medianOf(days: readonly number[]): Median {
  const sorted = days.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return { n: sorted.length, days: upper === undefined || lower === undefined ? undefined : (lower + upper) / 2 }
}
