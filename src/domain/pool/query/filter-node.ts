/** Turns a filter's values into a node of the query, or says which of them was not understood. */
import { never, ok, type Result, refuse } from '../../shared/result.ts'
import { type Next, readNext, toAhead } from './ahead.ts'
import type { Ago, Between, Filter, PoolSort, QueryNode } from './ast.ts'
import {
  readCareer,
  readConsent,
  readEmployment,
  readFunction,
  readKind,
  readRating,
  readReason,
  readRelation,
  readSort,
  readStanding,
  readTier,
  readYesNo,
} from './choices.ts'
import { type CustomAsked, readCustom } from './custom.ts'
import {
  FILTERS,
  type FilterName,
  type QueryContext,
  readAdded,
  readLast,
  readOwner,
  readPlace,
  readSeniority,
  readSkill,
  readStale,
  readText,
  wholePlaces,
} from './filters.ts'
import type { Lexeme, Value } from './lex.ts'
import type { QueryProblem } from './problem.ts'
import type { Read } from './read.ts'
import { every, not, some } from './tree.ts'
import { readAgoRange } from './when.ts'
import type { SkillAsked } from './years.ts'

type FilterRead = Result<{ readonly node: QueryNode } | { readonly sort: PoolSort }, readonly QueryProblem[]>

export function readFilterNode(
  filter: FilterName,
  typed: readonly Value[],
  lexeme: Extract<Lexeme, { kind: 'filter' }>,
  context: QueryContext,
): FilterRead {
  // "skill:-php" and "skill:go,!php" mean what they say.
  const values = typed.map((value) => ({
    ...value,
    text: value.quoted ? value.text : value.text.replace(/^[=:]+(?=.)/, ''),
  }))
  const wanted = values.filter((value) => !negative(value))
  const unwanted = values.filter(negative).map((value) => ({ ...value, text: value.text.replace(/^[-!]+/, '') }))
  if (!values.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    return refuse([
      { kind: 'missing_value', at: lexeme.at, text: lexeme.name, filter, example: FILTERS[filter].example },
    ])
  }
  if (filter === 'sort') {
    const problems: QueryProblem[] = []
    const [sort] = collect(filter, wanted, readSort, problems)
    return problems.length > 0 || sort === undefined ? refuse(problems) : ok({ sort })
  }
  const problems: QueryProblem[] = []
  const nodes = [
    ...(wanted.length > 0 ? [nodeOf(filter, wanted, context, problems)] : []),
    ...(unwanted.length > 0 ? [nodeOf(filter, unwanted, context, problems)].map((node) => node && not(node)) : []),
  ]
  const node = every(nodes)
  return problems.length > 0 || node === undefined ? refuse(problems) : ok({ node })
}

const negative = ({ quoted, text }: Value): boolean => !quoted && /^[-!]+[\p{L}\p{N}]/u.test(text)

function nodeOf(
  filter: Exclude<FilterName, 'sort'>,
  values: readonly Value[],
  context: QueryContext,
  problems: QueryProblem[],
): QueryNode | undefined {
  const all = <Item>(read: (value: Value, context: QueryContext) => Read<Item>): readonly Item[] =>
    collect(filter, values, (value) => read(value, context), problems)
  const kind = 'filter'
  /** Each value a condition of its own, any of them: never, or more than a year ago. */
  const timed = <When>(
    read: (value: Value, context: QueryContext) => Read<When>,
    node: (when: When | Ago) => Filter,
  ): QueryNode | undefined =>
    some(
      values.map((value) => {
        const range = readAgoRange(value.text)
        if (range !== undefined) return every([node(range.over), node(range.within)])
        const [when] = collect(filter, [value], (one) => read(one, context), problems)
        return when && node(when)
      }),
    )
  switch (filter) {
    case 'skill':
      return some(bySkillYears(all(readSkill)))
    case 'relation':
      return { kind, field: filter, any: all(readRelation) }
    case 'employment':
      return { kind, field: filter, any: all(readEmployment) }
    case 'career':
      return { kind, field: filter, any: all(readCareer) }
    case 'custom':
      return some(byName(all((value) => readCustom(value, context.known?.fields, context))))
    case 'location':
      return { kind, field: filter, any: collect(filter, wholePlaces(values), readPlace, problems) }
    case 'seniority':
      return { kind, field: filter, any: [...new Set(all(readSeniority).flat())] }
    case 'function':
      return { kind, field: filter, any: all(readFunction) }
    case 'consent':
      return { kind, field: filter, any: all(readConsent) }
    case 'tier':
      return { kind, field: filter, any: all(readTier) }
    case 'standing':
      return { kind, field: filter, any: all(readStanding) }
    case 'reason':
      return { kind, field: filter, any: all(readReason) }
    case 'kind':
      return { kind, field: filter, any: all(readKind) }
    case 'owner':
      return { kind, field: filter, any: all(readOwner) }
    case 'role':
    case 'pool':
    case 'source':
    case 'company':
    case 'stage':
      return { kind, field: filter, any: all((value) => readText(filter, value, context)) }
    case 'remote':
      return some(all(readYesNo).map((answer): Filter => ({ kind, field: filter, is: answer === 'yes' })))
    case 'rating':
      return some(all(readRating).map((range): Filter => ({ kind, field: filter, ...range })))
    case 'stale':
      return timed(readStale, (when) => ({ kind, field: filter, when }))
    case 'last':
      return timed<Ago | Between | { readonly kind: 'never' }>(readLast, (when) => ({ kind, field: filter, when }))
    case 'added':
      return timed<Ago | Between>(readAdded, (when) => ({ kind, field: filter, when }))
    case 'next':
      return timed<Ago | Next>(readNext, (when) => ({ kind, field: filter, when: toAhead(when) }))
    default:
      return never(filter)
  }
}

/** "skill:go,rust>=3y": those that are asked for equally long are one condition. */
function bySkillYears(asked: readonly SkillAsked[]): readonly Filter[] {
  const lengths = new Map(asked.map(({ years }) => [JSON.stringify(years), years]))
  return [...lengths.values()].map((years) => {
    const any = asked.flatMap((one) => (JSON.stringify(one.years) === JSON.stringify(years) ? [one.name] : []))
    return { kind: 'filter', field: 'skill', any, ...(years === undefined ? {} : { years }) }
  })
}

function byName(asked: readonly CustomAsked[]): readonly Filter[] {
  return [...new Set(asked.map(({ name }) => name))].map((name) => {
    const any = asked.flatMap((one) => (one.name === name ? [one.said] : []))
    return { kind: 'filter', field: 'custom', name, any }
  })
}

/** The values that were understood, each once; the others become problems. */
function collect<Item>(
  filter: string,
  values: readonly Value[],
  read: (value: Value) => Read<Item>,
  problems: QueryProblem[],
): readonly Item[] {
  const items = new Map<string, Item>()
  for (const value of values) {
    const answer = read(value)
    if ('item' in answer) items.set(JSON.stringify(answer.item), answer.item)
    else problems.push({ kind: 'unknown_value', at: value.at, text: value.text, filter, ...answer })
  }
  return [...items.values()]
}
