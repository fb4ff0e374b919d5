// Who is right for a role, as far as the files say it, and what an order is worth by that.
import { fold } from '../../src/domain/shared/text.ts'
import type { JobEntry } from './read-input.ts'
import type { Kept } from './store-people.ts'

export type Relevant = {
  /** `label`: the jobs file names them. `words`: by the rule below. `none`: nobody is, and the role counts nowhere. */
  readonly by: 'label' | 'words' | 'none'
  readonly ids: ReadonlySet<string>
  /** Whom the label names and who is not among the people: mistyped, or their file was refused. Where it is everybody, the role is missed. */
  readonly unknown: readonly string[]
}

/** Of the skills that a role names, so many must stand in a document literally: a third, and at least two. */
const SHARE = 1 / 3
const AT_LEAST = 2

/**
 * Where the jobs file says `relevant`, that. Elsewhere whoever's whole document (not only what we keep of it) names at least a third of the
 * role's skills, and two, in the role's own spelling. Our table of skills, our order and our fields play no part in it; literal
 * spelling favours the baseline, if anybody.
 */
export function relevantTo(
  job: Pick<JobEntry, 'relevant' | 'skills'>,
  people: readonly Pick<Kept, 'id' | 'of' | 'name' | 'text'>[],
): Relevant {
  if (job.relevant !== undefined) return labelled(job.relevant, people)
  const skills = [...new Set(job.skills.flatMap(({ name }) => (name === undefined ? [] : [wordsIn(name)])))]
  const needed = Math.max(AT_LEAST, Math.ceil(skills.length * SHARE))
  const ids = people.filter(({ text }) => {
    const words = ` ${wordsIn(text)} `
    return skills.filter((skill) => skill !== '' && words.includes(` ${skill} `)).length >= needed
  })
  return ids.length === 0 ? NOBODY : { by: 'words', ids: new Set(ids.map(({ id }) => id)), unknown: [] }
}

function labelled(named: readonly string[], people: readonly Pick<Kept, 'id' | 'of' | 'name'>[]): Relevant {
  if (named.length === 0) return NOBODY
  const found = named.map((one) => {
    const wanted = called(one)
    return people.filter(({ of, name }) => called(of) === wanted || fold(name) === fold(one))
  })
  return {
    by: 'label',
    ids: new Set(found.flat().map(({ id }) => id)),
    unknown: named.filter((_, at) => found[at]?.length === 0),
  }
}
const called = (file: string): string => fold(file).replace(/\.json$/, '')

const NOBODY: Relevant = { by: 'none', ids: new Set(), unknown: [] }
const wordsIn = (text: string): string => (fold(text).match(/[a-z0-9+#]+/g) ?? []).join(' ')

export type Worth = {
  readonly roles: number
  readonly hit1: number
  readonly hit3: number
  readonly hit10: number
  readonly mrr: number
}

/** Over the roles for which somebody is right. A hit at ten: one of them stands among the first ten. */
export function worthOf(
  orders: readonly { readonly order: readonly string[]; readonly relevant: Pick<Relevant, 'by' | 'ids'> }[],
): Worth {
  const ranks = orders.flatMap(({ order, relevant }) =>
    relevant.by === 'none' ? [] : [order.findIndex((id) => relevant.ids.has(id)) + 1],
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
