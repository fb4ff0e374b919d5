/** The four-fifths check: whether one group is chosen much less often than another. A reason to look closer, never a verdict. Pure. */
import type { GroupRate } from './numbers.ts'

/** Of fewer people nothing is said: one of them would turn it over. */
export const ENOUGH_IN_GROUP = 5

export type FourFifths = {
  readonly lowest: GroupRate
  readonly highest: GroupRate
  /** The lowest group's rate in hundredths of the highest group's. */
  readonly percent: number
  /** Compared exactly: 79.6 % is under, though it is printed as 80 %. */
  readonly isUnder: boolean
  readonly leftOut: number
}

/** `undefined` where fewer than two groups are big enough, or nobody at all was chosen. */
export function fourFifths(groups: readonly GroupRate[]): FourFifths | undefined {
  const shown = groups
    .filter(({ d }) => d >= ENOUGH_IN_GROUP)
    .toSorted((one, other) => one.n * other.d - other.n * one.d || (one.group < other.group ? -1 : 1))
  const [lowest, highest] = [shown[0], shown.at(-1)]
  if (lowest === undefined || highest === undefined || shown.length < 2 || highest.n === 0) return undefined
  const [low, high] = [lowest.n * highest.d, highest.n * lowest.d]
  return {
    lowest,
    highest,
    percent: Math.round((100 * low) / high),
    isUnder: 5 * low < 4 * high,
    leftOut: groups.length - shown.length,
  }
}
