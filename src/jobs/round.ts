import type { Instant } from '../domain/shared/time.ts'

type Line = (fields: object, message: string) => void
/** Ids, codes and counts; never a name or an address. */
export type RoundLog = { readonly info: Line; readonly warn: Line; readonly error: Line }

export const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined => {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length === 0 ? undefined : (Math.min(...known) as Instant)
}
