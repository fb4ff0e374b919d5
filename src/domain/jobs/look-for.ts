/** How whoever may fit a role is looked for: a few queries that indexes answer, the most telling first, each for a bounded number of people. */
import { genericWordsOf, roleWords } from '../nurture/role-words.ts'
import type { Filter, QueryNode } from '../pool/query/ast.ts'
import { some } from '../pool/query/tree.ts'
import { skillLabel } from '../pool/skills.ts'
import type { RoleCriteria } from './criteria.ts'

/** So many people are ranked at a time; whoever turns the last page has as many more ranked. */
export const MOST_RANKED = 400
/** So many a run shows in all; nobody turns a thousand pages, and `/pool` shows whoever is behind them. */
export const MOST_PAGED = 10_000

/** The query by which somebody finds everybody for such a role; a quotation mark would end it. */
export const lookForRole = (title: string): string => {
  const words = title
    .replace(/["<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const core = words.replace(/^(?:junior|mid|senior|sr|staff|principal|lead)\b\.?\s*/i, '')
  return `role:"${core === '' ? words : core}"`
}

/** By the role or by any of its skills: whoever could be told to fit, for a count. */
export const lookForAny = (wanted: RoleCriteria): QueryNode | undefined =>
  some([byRole(wanted.title), bySkill(skillsOf(wanted))])

const MOST_WORDS = 12

/** Whoever fits by nothing that is on record, the most telling first: by what is said of them, by their part of a company, and in the end everybody. */
export function othersFor(wanted: RoleCriteria): readonly (QueryNode | null)[] {
  const { jobFunction } = wanted
  return [
    byWords(wanted) ?? [],
    jobFunction === undefined ? [] : ({ kind: 'filter', field: 'function', any: [jobFunction] } as const),
    null,
  ].flat()
}

const skillsOf = ({ must, nice }: RoleCriteria): readonly string[] => [...must, ...nice]
export const bySkill = (skills: readonly string[]): ({ readonly kind: 'filter' } & Filter) | undefined =>
  skills.length === 0 ? undefined : { kind: 'filter', field: 'skill', any: skills }

const speltIn = (title: string): readonly string[] => title.toLowerCase().split(/[^\p{L}\p{N}+#]+/u)

/** Who is called what the role is called, whatever the level: the words as they are spelt, or what they stand for. */
export function byWholeRole(title: string): QueryNode | undefined {
  const spelt = speltIn(title).filter((word) => roleWords(word).size > 0)
  const roles = [...new Set([[...roleWords(title)].join(' '), spelt.join(' ')])].filter((text) => text !== '')
  return roles.length === 0 ? undefined : { kind: 'filter', field: 'role', any: roles }
}

export function byRole(title: string): QueryNode | undefined {
  const spelt = speltIn(title)
  const words = [...roleWords(title)]
  const generic = new Set(genericWordsOf(words))
  const telling = [...spelt, ...words].filter(
    (word) => word.length >= 2 && words.length > 0 && !generic.has(word) && roleWords(word).size > 0,
  )
  // "Product Designer" is made of words that many trades share, so it is looked for as a whole.
  const roles = [...new Set([words.join(' '), ...telling])].filter((text) => text !== '')
  return roles.length === 0 ? undefined : { kind: 'filter', field: 'role', any: roles }
}

export const byPhrase = (text: string): QueryNode => ({ kind: 'words', text, phrase: true })
/** Whoever only mentions it: a note, a headline, an older role. */
const byWords = (wanted: RoleCriteria): QueryNode | undefined =>
  some([...skillsOf(wanted).map(skillLabel), ...wanted.languages].slice(0, MOST_WORDS).map(byPhrase))
