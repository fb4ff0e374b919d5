// Who is right for a role, as far as the files say it, and what an order is worth by that.
import { fold } from '../../src/domain/shared/text.ts'
import type { JobEntry } from './read-input.ts'
import type { Kept } from './store-people.ts'

export type Relevant = {
  /** `label`: the jobs file names them. `words`: by the rule below. `none`: nobody is, and the role counts nowhere. */
  readonly by: 'label' | 'words' | 'none'
  readonly ids: ReadonlySet<string>
}

/** Of the skills that a role names, so many must stand in a document literally: a third, and at least two. */
const SHARE = 1 / 3
const AT_LEAST = 2

/**
 * Where the jobs file says `relevant`, that. Elsewhere whoever's whole document (not only what we keep of it) names at least a third of the
 * role's skills, and two, in the role's own spelling. Our table of skills, our order and our fields play no part in it; literal
 * spelling favours the baseline, if anybody.
 */
export function relevantTo(job: JobEntry, people: readonly Kept[]): Relevant {
  if (job.relevant !== undefined) {
    const wanted = new Set(job.relevant.map((one) => fold(one).replace(/\.json$/, '')))
    const ids = people.filter(({ of, name }) => wanted.has(fold(of).replace(/\.json$/, '')) || wanted.has(fold(name)))
    return ids.length === 0 ? NOBODY : { by: 'label', ids: new Set(ids.map(({ id }) => id)) }
  }
  const skills = [...new Set(job.skills.flatMap(({ name }) => (name === undefined ? [] : [wordsIn(name)])))]
  const needed = Math.max(AT_LEAST, Math.ceil(skills.length * SHARE))
  const ids = people.filter(({ text }) => {
    const words = ` ${wordsIn(text)} `
    return skills.filter((skill) => skill !== '' && words.includes(` ${skill} `)).length >= needed
  })
  return ids.length === 0 ? NOBODY : { by: 'words', ids: new Set(ids.map(({ id }) => id)) }
}
const NOBODY: Relevant = { by: 'none', ids: new Set() }
const wordsIn = (text: string): string => (fold(text).match(/[a-z0-9+#]+/g) ?? []).join(' ')

export type Worth = {
  readonly roles: number
  readonly hit1: number
  readonly hit3: number
  readonly hit10: number
  readonly mrr: number
}

/** Over the roles for which somebody is right. A hit at ten: one of them stands among the first ten. */
export function worthOf(orders: readonly { readonly order: readonly string[]; readonly relevant: Relevant }[]): Worth {
  const ranks = orders.flatMap(({ order, relevant }) =>
    relevant.ids.size === 0 ? [] : [order.findIndex((id) => relevant.ids.has(id)) + 1],
  )
  const within = (most: number) => ranks.filter((rank) => rank > 0 && rank <= most).length
  return {
    roles: ranks.length,
    hit1: within(1),
    hit3: within(3),
    hit10: within(10),
    mrr: ranks.length === 0 ? 0 : ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length,
  }
}
