/**
 * What a query means in SQL: one condition on a row `s` of the search table. Where a value is unknown a condition may be NULL; `not`
 * takes that for a no, so that "not senior" also finds those of whom no level is known.
 */

import { companyKey } from '../../../domain/consent/do-not-contact.ts'
import type { Either, Filter, QueryNode, Words } from '../../../domain/pool/query/ast.ts'
import { never } from '../../../domain/shared/result.ts'
import { roleCondition, saidAs, spellingsIn } from './other-spellings.ts'
import { contains, customCondition, hasTrait, skillYears } from './own-conditions.ts'
import { DEEPEST_POOL, type References } from './references.ts'
import { isStopWord, piecesOf, searchText, wordsOf } from './search-text.ts'
import { all, any, EVERYBODY, NOBODY, type Sql, sql } from './sql.ts'
import { consentCondition, momentCondition, nextCondition, QUIET_SINCE, staleCondition } from './time-conditions.ts'

/** `near` also takes names that are spelt alike, where nothing matched exactly; `as_given` takes no other name of a role, where whoever asks gave them all. */
export type Spelling = 'exact' | 'near' | 'as_given'
type Place = {
  readonly refs: References
  readonly spelling: Spelling
  /** No name that merely begins with a word: nobody is left out for that. */
  readonly whole: boolean
  readonly within: readonly string[]
}

export const compile = (where: QueryNode | null, refs: References, spelling: Spelling): Sql =>
  where === null ? EVERYBODY : condition(where, { refs, spelling, whole: false, within: [] })

function condition(node: QueryNode, place: Place): Sql {
  switch (node.kind) {
    case 'and':
      return all(withoutStopWords(node.nodes).map((part) => condition(part, place)))
    case 'or':
      return any(node.nodes.map((part) => condition(part, place)))
    case 'not':
      // Whose name is merely spelt alike, or begins so, is not meant to be left out: "-ann" keeps Annika.
      return sql`(${condition(node.node, { ...place, spelling: 'exact', whole: true })}) IS NOT TRUE`
    case 'words':
      return wordsCondition(node, place)
    case 'either':
      return any([eitherWords(node), filterCondition(node.filter, place)])
    case 'filter':
      return filterCondition(node, place)
    default:
      return never(node)
  }
}

/** "head of talent": beside a word that says something, "of" asks for nothing. */
function withoutStopWords(nodes: readonly QueryNode[]): readonly QueryNode[] {
  const isEmpty = (node: QueryNode) => node.kind === 'words' && !node.phrase && wordsOf(node.text).every(isStopWord)
  return nodes.some((node) => node.kind === 'words' && !isEmpty(node)) ? nodes.filter((node) => !isEmpty(node)) : nodes
}

/** A word shorter than this has too few trigrams to be near anything but chance. */
const SHORTEST_NEAR = 4

function wordsCondition({ text, phrase }: Words, { spelling, whole }: Place): Sql {
  const query = nameQuery(text, phrase ? 'phrase' : whole ? 'whole' : 'begun')
  if (query === undefined) return NOBODY
  const plain = searchText(text)
  const asWords = phrase
    ? sql`s.words @@ phraseto_tsquery('english', ${plain})`
    : sql`s.words @@ plainto_tsquery('english', ${plain})`
  const asName = sql`s.names @@ to_tsquery('simple', ${query})`
  return any([
    asName,
    asWords,
    ...(spelling === 'near' && plain.length >= SHORTEST_NEAR ? [sql`${plain} <% s.name`] : []),
  ])
}

/** A word that is also a filter was typed whole: "SRE" is no beginning of Sreeja. */
function eitherWords({ words, filter }: Either): Sql {
  const query = nameQuery(words, 'whole')
  if (query === undefined) return NOBODY
  return sql`(s.names @@ to_tsquery('simple', ${query}) OR s.words @@ ${saidAs(words, spellingsIn(filter, words))})`
}

/** Plain letters and digits only, so nothing in it can be an operator of the query language of PostgreSQL; the last word of a name may be only `begun`. */
export function nameQuery(text: string, as: 'begun' | 'whole' | 'phrase'): string | undefined {
  const tokens = wordsOf(text)
  if (tokens.length === 0) return undefined
  return as === 'phrase' ? tokens.join(' <-> ') : `${tokens.join(' & ')}${as === 'begun' ? ':*' : ''}`
}

function filterCondition(filter: Filter, place: Place): Sql {
  const { refs } = place
  switch (filter.field) {
    case 'skill':
      return filter.years === undefined ? sql`s.skills && ${filter.any}::text[]` : skillYears(filter.any, filter.years)
    case 'location': {
      const ids = filter.any.flatMap((ref) => (ref.kind === 'place' ? [ref.id] : []))
      const texts = filter.any.flatMap((ref) => (ref.kind === 'text' ? [ref.text] : []))
      return any([
        ...(ids.length > 0 ? [sql`s.places && ${ids}::text[]`] : []),
        ...texts.map((text) => contains(sql`s.place`, piecesOf(text))),
      ])
    }
    case 'seniority':
      return sql`s.seniority = ANY(${filter.any}::text[])`
    case 'function':
      return sql`s.job_function = ANY(${filter.any}::text[])`
    case 'consent':
      return any(filter.any.map((state) => consentCondition(state, refs)))
    case 'tier':
      return sql`s.tier = ANY(${filter.any}::text[])`
    case 'standing':
      return sql`s.standing = ANY(${filter.any}::text[])`
    case 'reason':
      return sql`s.reason = ANY(${filter.any}::text[])`
    case 'kind':
      return sql`s.kind = ANY(${filter.any}::text[])`
    case 'owner': {
      const ids = filter.any.flatMap((ref) => (ref.kind === 'nobody' ? [] : refs.owners(ref)))
      const unowned = filter.any.some((ref) => ref.kind === 'nobody')
      return any([sql`s.owner_id = ANY(${ids}::uuid[])`, ...(unowned ? [sql`s.owner_id IS NULL`] : [])])
    }
    case 'role':
      return any(filter.any.map((text) => roleCondition(text, place.spelling !== 'as_given')))
    case 'company':
      return any(filter.any.map((text) => contains(sql`s.company`, piecesOf(companyKey(text)))))
    case 'source':
      return any(filter.any.map((text) => contains(sql`s.source`, piecesOf(text))))
    case 'stage':
      return any(filter.any.map((text) => contains(sql`s.stage`, piecesOf(text))))
    case 'pool':
      return any(filter.any.map((name) => poolCondition(name, place)))
    case 'relation':
    case 'employment':
    case 'career':
      return hasTrait(filter.any.map((value) => `${filter.field}=${value}`))
    case 'custom':
      return customCondition(filter.name, filter.any, refs)
    case 'remote':
      return filter.is ? sql`s.remote_ok IS TRUE` : sql`s.remote_ok IS FALSE`
    case 'rating':
      return sql`(s.rating >= ${filter.from} AND s.rating <= ${filter.to})`
    case 'stale':
      return staleCondition(filter.when, refs)
    case 'last':
      return filter.when.kind === 'never'
        ? sql`${QUIET_SINCE} = '-infinity'`
        : momentCondition(QUIET_SINCE, filter.when, refs, sql`'-infinity'`)
    case 'added':
      return momentCondition(sql`s.created_at`, filter.when, refs)
    case 'next':
      return nextCondition(filter.when, refs)
    default:
      return never(filter)
  }
}

function poolCondition(name: string, place: Place): Sql {
  const pool = place.refs.pool(name)
  if (pool === undefined || place.within.includes(pool.id) || place.within.length >= DEEPEST_POOL) return NOBODY
  if (pool.query === undefined) return sql`s.pool_ids && ARRAY[${pool.id}::uuid]`
  if (pool.query === 'unreadable') return NOBODY
  const { where } = pool.query
  return where === null
    ? EVERYBODY
    : condition(where, { ...place, spelling: 'exact', whole: false, within: [...place.within, pool.id] })
}

/** Bare and positive words, which are what a match can be better or worse in. */
function rankedWords(node: QueryNode): readonly (Words | Either)[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(rankedWords)
    case 'words':
    case 'either':
      return [node]
    case 'not':
    case 'filter':
      return []
    default:
      return never(node)
  }
}

export const hasWords = (where: QueryNode | null): boolean => where !== null && rankedWords(where).length > 0

/** The smaller the better: a name that is meant comes before words about somebody, and before a name that is only spelt alike. */
export function rankOf(where: QueryNode | null, spelling: Spelling): Sql {
  const asked = where === null ? [] : rankedWords(where)
  const parts = asked.flatMap((node) => {
    const text = node.kind === 'words' ? node.text : node.words
    const exact = wordsOf(text).join(' & ')
    if (exact === '') return []
    const plain = searchText(text)
    const begun = node.kind === 'words' ? `${exact}:*` : exact
    return [
      sql`2 * (s.names @@ to_tsquery('simple', ${exact}))::int`,
      sql`2 * (s.names @@ to_tsquery('simple', ${begun}))::int`,
      sql`ts_rank(s.words, ${saidAs(text, node.kind === 'words' ? [] : spellingsIn(node.filter, text))})`,
      ...(spelling === 'near' ? [sql`word_similarity(${plain}, s.name)`] : []),
    ]
  })
  const sum = parts.reduce((total, part) => sql`${total} + ${part}`, sql`0`)
  return sql`(-1000000 * (${sum}))::int`
}
