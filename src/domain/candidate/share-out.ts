/** How somebody's people are shared out among colleagues: each then looks after about as many as the others. Pure. */
import type { MemberId } from '../shared/ids.ts'

/** `load`: one by one; `pool`, `role`: who is on one list, or was considered for one role, stays together. */
export const SHARE_WAYS = ['load', 'pool', 'role'] as const
export type ShareWay = (typeof SHARE_WAYS)[number]

/** People who go together. `prefers` is a colleague who gets them whatever it weighs: the list is theirs. */
export type Group = { readonly key: string; readonly count: number; readonly prefers?: MemberId | undefined }
export type Shares = {
  /** Whose each group is. */
  readonly groups: Readonly<Record<string, MemberId>>
  /** Of those in no group, how many each gets. */
  readonly quotas: Readonly<Record<string, number>>
}
/** In the order in which they were named. `load` is how many they look after already. */
export type Colleague = { readonly id: MemberId; readonly load: number }

/** The largest groups first, each to whoever then has the fewest; the others fill up what is uneven. */
export function shareOut(colleagues: readonly Colleague[], groups: readonly Group[], others: number): Shares {
  const loads = new Map(colleagues.map(({ id, load }) => [id, load]))
  const given: Record<string, MemberId> = {}
  for (const { key, count, prefers } of groups.toSorted((one, other) => other.count - one.count)) {
    const to = prefers !== undefined && loads.has(prefers) ? prefers : fewest(loads)
    if (to === undefined) break
    given[key] = to
    loads.set(to, (loads.get(to) ?? 0) + count)
  }
  return { groups: given, quotas: fillUp(loads, others) }
}

const fewest = (loads: ReadonlyMap<MemberId, number>): MemberId | undefined =>
  [...loads].reduce<readonly [MemberId, number] | undefined>(
    (least, one) => (least === undefined || one[1] < least[1] ? one : least),
    undefined,
  )?.[0]

/** As water fills vessels: the emptiest rise together until they stand where the next one does. */
function fillUp(loads: ReadonlyMap<MemberId, number>, amount: number): Record<string, number> {
  const quotas: Record<string, number> = Object.fromEntries([...loads.keys()].map((id) => [id, 0]))
  const rising = [...loads].toSorted(([, one], [, other]) => one - other)
  let left = amount
  for (let at = 0; at < rising.length && left > 0; at += 1) {
    const low = rising.slice(0, at + 1)
    const level = rising[at]?.[1] ?? 0
    const next = rising[at + 1]?.[1] ?? Number.POSITIVE_INFINITY
    const step = Math.min(left, (next - level) * low.length)
    // What does not divide evenly goes to those in front; it happens only with the last of it.
    low.forEach(([id], place) => {
      quotas[id] = (quotas[id] ?? 0) + Math.floor(step / low.length) + (place < step % low.length ? 1 : 0)
    })
    left -= step
  }
  return quotas
}

/**
 * Deals out one portion after another. Whoever has most still to get is next, so that no portion goes to one alone; who is more than was
 * counted (somebody came meanwhile) goes on in the same way. `except` are those who may not get this very person.
 */
export function makeDealer(shares: Shares) {
  const left = new Map(Object.entries(shares.quotas) as [MemberId, number][])
  return {
    deal(key: string | undefined, except?: MemberId): MemberId | undefined {
      const group = key === undefined ? undefined : shares.groups[key]
      if (group !== undefined && group !== except) return group
      const next = [...left]
        .filter(([id]) => id !== except)
        .reduce<readonly [MemberId, number] | undefined>(
          (most, one) => (most === undefined || one[1] > most[1] ? one : most),
          undefined,
        )
      if (next === undefined) return undefined
      left.set(next[0], next[1] - 1)
      return next[0]
    },
    /** What is left to deal, for the portion after this one. */
    quotas: (): Readonly<Record<string, number>> => Object.fromEntries(left),
  }
}

/** So many days a hand-over can be undone. */
export const HAND_OVER_UNDO_DAYS = 7
/** More would be nobody's to look after. */
export const MOST_HEIRS = 20
