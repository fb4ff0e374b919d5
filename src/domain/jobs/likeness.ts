/** How a model's likeness of words may change an order: only among those whom what counts most puts level, and never who is in it. */

/** Why nothing was compared, though the workspace asked for it. */
export const NOT_COMPARED = ['slow', 'unreachable', 'declined', 'nonsense', 'cut_short', 'over_budget'] as const
export type NotCompared = (typeof NOT_COMPARED)[number]

export type Ranked = {
  /** Whoever is equal in it may change places with each other, and with nobody else. */
  readonly level: string
  readonly points: number
  /** From -1 to 1; `undefined` where nothing is known to compare. */
  readonly likeness: number | undefined
}

/** From -1 to 1; `undefined` where the two cannot be compared. */
export function likenessOf(one: Float32Array, other: Float32Array): number | undefined {
  if (one.length !== other.length || one.length === 0) return undefined
  let [product, ones, others] = [0, 0, 0]
  for (const [at, value] of one.entries()) {
    const its = other[at] ?? 0
    product += value * its
    ones += value * value
    others += its * its
  }
  const size = Math.sqrt(ones * others)
  return size === 0 || !Number.isFinite(size) ? undefined : product / size
}

/** Among those who are level, the other criteria and the likeness count for one half each. Whoever cannot be compared is taken to be of middling likeness. */
export function byLikeness<Person extends Ranked>(people: readonly Person[]): readonly Person[] {
  const levels = new Map<string, Person[]>()
  for (const person of people) levels.set(person.level, [...(levels.get(person.level) ?? []), person])
  const next = new Map([...levels].map(([level, group]) => [level, inOrder(group).values()] as const))
  return people.flatMap(({ level }) => next.get(level)?.next().value ?? [])
}

function inOrder<Person extends Ranked>(group: readonly Person[]): readonly Person[] {
  const points = spread(group.map((one) => one.points))
  const alike = spread(group.flatMap(({ likeness }) => likeness ?? []))
  const worth = ({ points: own, likeness }: Person) => points(own) + (likeness === undefined ? 0.5 : alike(likeness))
  return group.toSorted((one, other) => worth(other) - worth(one))
}

/** From 0 for the least to 1 for the most. */
function spread(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return (value) => (most > least ? (value - least) / (most - least) : 0.5)
}
