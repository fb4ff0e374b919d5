/** The numbers of a week, and the arithmetic that is done with them. Pure. */
import type { MemberId, PoolId } from '../shared/ids.ts'

/** `n` of `d`; with nobody to count from there is no rate at all, which is not 0 %. */
export type Rate = { readonly n: number; readonly d: number }
/** Days; `undefined` of none. */
export type Median = { readonly days: number | undefined; readonly n: number }

export type PoolNumbers = {
  readonly poolId: PoolId
  readonly name: string
  /** Who owns it now. */
  readonly owner?: string | undefined
  readonly size: number
  /** Had a word within the pool's own cadence. */
  readonly inTouch: number
  /** Had a word within that, we may still write to them, and somebody looked through their profile within half a year. */
  readonly fresh: number | undefined
  /** Of whom is in it; of a saved search that is who is found now. `undefined` where too many are found to be counted one by one. */
  readonly week: { readonly sent: number; readonly replied: number; readonly hired: number } | undefined
  /** Hired this calendar year out of those who were in it before they applied. */
  readonly hiredThisYear: number | undefined
}

export type WeekNumbers = {
  readonly keptInTouch: Rate
  readonly overdueWithoutOwner: number
  readonly restarted: number
  readonly interviews: number
  /** What happened in the week itself; people, not messages. */
  readonly sent: number
  readonly replied: number
  /** Whom we first wrote to in the week two weeks before: they have had the time to answer. */
  readonly cohort: { readonly delivered: number; readonly replied: number; readonly interested: number }
  readonly followUp: Rate
  readonly added: number
  readonly flagged: number
  readonly notTold: number
  readonly repliesWaiting: number
  readonly draftsWaiting: number
  /** Of the calendar year until the end of the week. */
  readonly year: YearNumbers
  readonly thanks: readonly { readonly memberId: MemberId; readonly flags: number }[]
}
export type YearNumbers = {
  readonly hires: Rate
  readonly daysToHire: { readonly pools: Median; readonly others: Median }
  readonly daysToFill: { readonly pools: Median; readonly others: Median }
  readonly offers: Rate
  /** The same of those who were in a pool before, and of all others. */
  readonly offersOf: { readonly pools: Rate; readonly others: Rate }
  readonly costs: readonly HireCost[]
  readonly funnel: readonly FunnelStep[]
  /** People ÷ those whom a message reached. */
  readonly unsubscribed: Rate
  readonly bounced: Rate
  readonly attention: readonly Attention[]
  readonly sources: readonly { readonly source: string; readonly hires: number }[]
}

/** What hires cost in one currency: minor units, and of how many hires a cost is on record. */
export type HireCost = { readonly currency: string; readonly pools: CostOf; readonly others: CostOf }
export type CostOf = { readonly total: number; readonly n: number }

/** How far those came whom we wrote to: each step holds whoever came that far or further. */
export const FUNNEL = ['written', 'replied', 'interested', 'interviewing', 'hired'] as const
export type FunnelStep = {
  readonly step: (typeof FUNNEL)[number]
  readonly entered: number
  /** Got no further, and had `LEFT_DAYS` to do so; who came this far only lately may still go on. */
  readonly left: number
}
export const LEFT_DAYS = 28

/** Whom of a group we wrote to this year. */
export type GroupRate = Rate & { readonly group: string }
export type Attention = { readonly by: 'seniority' | 'kind'; readonly groups: readonly GroupRate[] }

export const percent = ({ n, d }: Rate): number | undefined => (d === 0 ? undefined : Math.round((100 * n) / d))

/** Fewer cannot be told from chance. */
export const ENOUGH_TO_COMPARE = 5
export const comparable = (one: Median, other: Median): boolean =>
  one.n >= ENOUGH_TO_COMPARE && other.n >= ENOUGH_TO_COMPARE

/** `pools` of the next `of` hires from pools reach the goal, and not one of them is too many; `undefined` where it is reached. */
export function towards(
  goalPercent: number,
  { n, d }: Rate,
): { readonly pools: number; readonly of: number } | undefined {
  const reached = (pools: number, all: number) => all > 0 && 100 * pools >= goalPercent * all
  if (reached(n, d)) return undefined
  let pools = 1
  while (!reached(n + pools, d + pools)) {
    pools += 1
    // A goal of every hire is out of reach once one came from elsewhere.
    if (pools > MOST_HIRES) return { pools, of: pools }
  }
  let of = pools
  while (reached(n + pools, d + of + 1)) of += 1
  return { pools, of }
}
export const MOST_HIRES = 1_000
