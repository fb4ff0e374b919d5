/** The statements of the search. Each reads the search table through `people`, and `people` names the workspace. */

import type { Condition, Scale } from '../../../domain/jobs/worth.ts'
import { checkedSince } from '../../../domain/pool/freshness.ts'
import type { PoolQuery, QueryNode } from '../../../domain/pool/query/ast.ts'
import { never } from '../../../domain/shared/result.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import type { Reader } from '../../../usecases/ports/services.ts'
import { compile, hasWords, rankOf, type Spelling } from './compile.ts'
import type { Cursor, Order } from './cursor.ts'
import type { References } from './references.ts'
import { isStopWord, searchText, wordsOf } from './search-text.ts'
import { all, joined, type Sql, sql } from './sql.ts'
import { awake, QUIET_SINCE, quietSince } from './time-conditions.ts'

/** Beyond this a count says "more". */
export const MOST_COUNTED = 10_000

/** The only place that reads the search table, where row-level security stops writers alone. */
const people = (workspaceId: string, where: Sql): Sql =>
  sql`FROM candidate_search s WHERE s.workspace_id = ${workspaceId}::uuid AND ${where}`

/** Without the internal staff whom somebody else looks after; so that no count tells of them either. */
const seen = ({ memberId }: Reader): Sql =>
  memberId === undefined ? sql`s.kind <> 'internal'` : sql`(s.kind <> 'internal' OR s.owner_id = ${memberId}::uuid)`

const notThemselves = (own: readonly string[]): readonly Sql[] =>
  own.length === 0 ? [] : [sql`(s.kind <> 'internal' OR s.candidate_id <> ALL(${own}::uuid[]))`]

const seenPeople = ({ workspaceId, reader, own }: References, where: Sql): Sql =>
  people(workspaceId, all([where, ...(reader.sees === 'all' ? notThemselves(own) : [seen(reader)])]))

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
  return sql`SELECT s.candidate_id AS id, ${key} AS key ${seenPeople(refs, from)}
    ORDER BY ${key} ${direction}, s.candidate_id ${direction} LIMIT ${page.size + 1}`
}

export function countStatement(query: PoolQuery, refs: References, spelling: Spelling): Sql {
  const where = compile(query.where, refs, spelling)
  return sql`SELECT count(*)::int AS count FROM (SELECT ${seenPeople(refs, where)} LIMIT ${MOST_COUNTED + 1}) AS found`
}

export type PoolToCount = { readonly id: string; readonly where: PoolQuery; readonly quietAt: Instant }

/** Size and overdue of each pool and what makes its people fresh, in one statement. */
export function poolFiguresStatement(pools: readonly PoolToCount[], refs: References): Sql {
  const now = sql`${new Date(refs.reader.now)}::timestamptz`
  const checkedAfter = sql`${new Date(checkedSince(refs.reader.now))}::timestamptz`
  const one = ({ id, where, quietAt }: PoolToCount) =>
    sql`SELECT ${id}::uuid AS id, count(*)::int AS size, (count(*) FILTER (WHERE quiet))::int AS stale,
        (count(*) FILTER (WHERE touched))::int AS "inTouch", (count(*) FILTER (WHERE permitted))::int AS permitted,
        (count(*) FILTER (WHERE checked))::int AS checked, (count(*) FILTER (WHERE touched AND permitted AND checked))::int AS fresh,
        (count(*) FILTER (WHERE unworked))::int AS unworked
      FROM (SELECT ${quietSince(quietAt, refs.reader)} AS quiet, ${QUIET_SINCE} > ${new Date(quietAt)}::timestamptz AS touched,
          coalesce(s.allowed_until > ${now}, false) AS permitted, coalesce(s.checked_at > ${checkedAfter}, false) AS checked, s.unworked
        ${seenPeople(refs, compile(where.where, refs, 'exact'))} LIMIT ${MOST_COUNTED + 1}) AS members`
  return joined(pools.map(one), 'UNION ALL')
}

/** A pool whose people somebody may have to write to, and whether those whom nobody owns are theirs because of it. */
export type PoolInCare = { readonly where: PoolQuery; readonly cadenceDays: number; readonly isTheirs: boolean }
/** No cadence is as long. */
const NO_POOL = 100_000

/**
 * How many people somebody looks after, by the cadence that counts for each: the shortest of the pools that they are in, else the usual one.
 * Whoever is snoozed or was hired asks for no message. Each part goes by owner or by the pool's own index and is bounded.
 */
export function careStatement(member: string, pools: readonly PoolInCare[], usualDays: number, refs: References): Sql {
  const asked = (where: Sql) =>
    people(refs.workspaceId, sql`${where} AND ${awake(refs.reader)} AND s.standing <> 'hired'`)
  const owned = sql`s.owner_id = ${member}::uuid`
  const all = sql`(SELECT s.candidate_id AS id, ${NO_POOL}::int AS days ${asked(owned)} LIMIT ${MOST_COUNTED + 1})`
  const each = pools.map(({ where, cadenceDays, isTheirs }) => {
    const whose = isTheirs ? sql`(${owned} OR s.owner_id IS NULL)` : owned
    return sql`(SELECT s.candidate_id AS id, ${cadenceDays}::int AS days ${asked(sql`${whose} AND (${compile(where.where, refs, 'exact')})`)} LIMIT ${MOST_COUNTED + 1})`
  })
  return sql`SELECT CASE WHEN days = ${NO_POOL} THEN ${usualDays}::int ELSE days END AS days, count(*)::int AS people
    FROM (SELECT id, min(days) AS days FROM (${joined([all, ...each], 'UNION ALL')}) AS each_of GROUP BY id) AS in_care GROUP BY 1 ORDER BY 1`
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

/** Of whoever the query finds so many are looked at. */
export const MOST_WEIGHED = 10_000

/** Those worth most by the scales, the most first, then whoever was heard of last. One more is looked at than counts, to say that there are more. */
export function bestStatement(
  {
    where,
    scales,
    without,
  }: { readonly where: QueryNode | null; readonly scales: readonly Scale[]; readonly without: readonly string[] },
  refs: References,
  size: number,
): Sql {
  const asked = compile(where, refs, 'exact')
  const others = without.length === 0 ? asked : sql`(${asked}) AND s.candidate_id <> ALL(${without}::uuid[])`
  const worth = scales.reduce((sum, scale) => sql`${sum} + ${scaleOf(scale, refs)}`, sql`0`)
  return sql`WITH weighed AS MATERIALIZED (SELECT s.candidate_id AS id, ${QUIET_SINCE} AS heard, ${worth} AS worth
      ${seenPeople(refs, others)} LIMIT ${MOST_WEIGHED + 1})
    SELECT id, worth, (SELECT count(*)::int FROM weighed) AS of FROM weighed ORDER BY worth DESC, heard DESC, id LIMIT ${size}`
}

function scaleOf(scale: Scale, refs: References): Sql {
  if (scale.length === 0) return sql`0`
  const steps = scale.map(({ points, all: holding }) => {
    const holds = all(holding.map((condition) => conditionOf(condition, refs)))
    return sql`WHEN ${holds} THEN ${points}::int`
  })
  return sql`CASE ${steps.reduce((before, step) => sql`${before} ${step}`)} ELSE 0 END`
}

function conditionOf(condition: Condition, refs: References): Sql {
  if (condition.kind === 'least') {
    const held = condition.of.map((node) => sql`((${compile(node, refs, 'as_given')}) IS TRUE)::int`)
    return sql`(${held.reduce((sum, one) => sql`${sum} + ${one}`, sql`0`)} >= ${condition.count}::int)`
  }
  if (condition.kind !== 'years') return compile(condition, refs, 'as_given')
  const { skill, years } = condition
  return sql`EXISTS (SELECT 1 FROM candidate c WHERE c.workspace_id = s.workspace_id AND c.id = s.candidate_id
    AND jsonb_path_exists(c.skill_uses, '$[*] ? (@.skill == $skill && @.years >= $years)', ${JSON.stringify({ skill, years })}::jsonb))`
}

/** A text has so many telling words at most; each is one look into a vector. */
const MOST_WORDS = 60

/** By primary key: which of the phrases stand in each one's words, and how much these have of the text. */
export function mentionsStatement(
  workspaceId: string,
  ids: readonly string[],
  { phrases, text }: { readonly phrases: readonly string[]; readonly text: string },
): Sql {
  const found = phrases.map((phrase) => sql`(s.words @@ phraseto_tsquery('english', ${searchText(phrase)}))`)
  const words = [...new Set(wordsOf(text))].filter((word) => !isStopWord(word)).slice(0, MOST_WORDS)
  const rank = words.length === 0 ? sql`0::real` : sql`ts_rank(s.words, to_tsquery('english', ${words.join(' | ')}))`
  return sql`SELECT s.candidate_id AS id, ${found.length === 0 ? sql`ARRAY[]::boolean[]` : sql`ARRAY[${joined(found, ',')}]`} AS found,
      ${rank}::float8 AS rank ${people(workspaceId, sql`s.candidate_id = ANY(${ids}::uuid[])`)}`
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
