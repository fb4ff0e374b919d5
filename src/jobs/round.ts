import type { Instant } from '../domain/shared/time.ts'

/** When to run the next round, where anything asks for one. */
export const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined => {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length === 0 ? undefined : (Math.min(...known) as Instant)
}
