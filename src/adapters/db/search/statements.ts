/** The statements of the search. Each reads the search table through `people`, and `people` names the workspace. */
import type { PoolQuery } from '../../../domain/pool/query/ast.ts'
import { never } from '../../../domain/shared/result.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { compile, hasWords, rankOf, type Spelling } from './compile.ts'
import type { Cursor, Order } from './cursor.ts'
import type { References } from './references.ts'
import { joined, type Sql, sql } from './sql.ts'
import { QUIET_SINCE, quietSince } from './time-conditions.ts'

/** Beyond this a count says "more". */
export const MOST_COUNTED = 10_000

/** The only place that reads the search table, where row-level security stops writers alone. */
const people = (workspaceId: string, where: Sql): Sql =>
  sql`FROM candidate_search s WHERE s.workspace_id = ${workspaceId}::uuid AND ${where}`

/** What the query asks for, else what suits it: the best match for words, otherwise who has waited longest. */
export function orderOf({ where, sort }: PoolQuery): Order {
  if (sort === null || sort === 'match') return hasWords(where) ? 'match' : 'stale'
  return sort
}

/** One row more than asked for, in the order of the walk: backwards for the page before. */
export function pageStatement(
  query: PoolQuery,
  refs: References,
  page: { readonly size: number; readonly cursor: Cursor | undefined; readonly spelling: Spelling },
): Sql {
  const order = orderOf(query)
  const { key, type, descending } = keyOf(order, query, page.spelling)
  const { cursor } = page
  const backwards = cursor?.towards === 'previous'
  const down = descending !== backwards
  const past = down ? sql`<` : sql`>`
  const where = compile(query.where, refs, page.spelling)
  const from =
    cursor === undefined
      ? where
      : sql`(${where}) AND (${key}, s.candidate_id) ${past} (${keyValue(order, cursor.key)}::${type}, ${cursor.id}::uuid)`
  const direction = down ? sql`DESC` : sql`ASC`
  return sql`SELECT s.candidate_id AS id, ${key} AS key ${people(refs.workspaceId, from)}
    ORDER BY ${key} ${direction}, s.candidate_id ${direction} LIMIT ${page.size + 1}`
}

export function countStatement(query: PoolQuery, refs: References, spelling: Spelling): Sql {
  const where = compile(query.where, refs, spelling)
  return sql`SELECT count(*)::int AS count FROM (SELECT ${people(refs.workspaceId, where)} LIMIT ${MOST_COUNTED + 1}) AS found`
}

export type PoolToCount = { readonly id: string; readonly where: PoolQuery; readonly quietAt: Instant }

/** Size and overdue of each pool, in one statement. */
export function poolFiguresStatement(pools: readonly PoolToCount[], refs: References): Sql {
  const one = ({ id, where, quietAt }: PoolToCount) =>
    sql`SELECT ${id}::uuid AS id, count(*)::int AS size, (count(*) FILTER (WHERE quiet))::int AS stale
      FROM (SELECT ${quietSince(quietAt, refs.reader)} AS quiet ${people(refs.workspaceId, compile(where.where, refs, 'exact'))} LIMIT ${MOST_COUNTED}) AS members`
  return joined(pools.map(one), 'UNION ALL')
}

/** Whose name it is, then whose name begins so, then whose is spelt alike. */
export function byNameStatement(
  workspaceId: string,
  name: { readonly plain: string; readonly query: string },
  limit: number,
): Sql {
  const hit = sql`s.names @@ to_tsquery('simple', ${name.query})`
  const near = sql`${name.plain} <% s.name`
  return sql`SELECT s.candidate_id AS id ${people(workspaceId, sql`(${hit} OR ${near})`)}
    ORDER BY (s.name = ${name.plain}) DESC, (${hit}) DESC, word_similarity(${name.plain}, s.name) DESC, s.name COLLATE "C", s.candidate_id LIMIT ${limit}`
}

function keyOf(order: Order, { where }: PoolQuery, spelling: Spelling): { key: Sql; type: Sql; descending: boolean } {
  switch (order) {
    case 'stale':
      return { key: QUIET_SINCE, type: sql`timestamptz`, descending: false }
    case 'match':
      return { key: rankOf(where, spelling), type: sql`int`, descending: false }
    case 'name':
      return { key: sql`s.name COLLATE "C"`, type: sql`text`, descending: false }
    case 'added':
      return { key: sql`s.created_at`, type: sql`timestamptz`, descending: true }
    default:
      return never(order)
  }
}

const keyValue = (order: Order, key: string): string =>
  order === 'added' || (order === 'stale' && key !== '-infinity') ? new Date(Number(key)).toISOString() : key
