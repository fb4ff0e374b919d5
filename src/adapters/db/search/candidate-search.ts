import type { ClientBase } from 'pg'
import type { PoolQuery, QueryNode } from '../../../domain/pool/query/ast.ts'
import type { CandidateId, PoolId, WorkspaceId } from '../../../domain/shared/ids.ts'
import type { CandidateSearch, FoundPage, PoolFigures, Reader } from '../../../usecases/ports/services.ts'
import type { Database } from '../open.ts'
import { readOnly } from '../read-only.ts'
import type { Seal } from '../seal.ts'
import { lookupsOf } from '../stores/beside-lookup.ts'
import { nameQuery } from './compile.ts'
import { type Cursor, type Order, readCursor, writeCursor } from './cursor.ts'
import { agoFrom } from './moments.ts'
import { loadReferences, type References } from './references.ts'
import { searchText } from './search-text.ts'
import { type Sql, toQuery } from './sql.ts'
import {
  bestStatement,
  byNameStatement,
  careStatement,
  countStatement,
  MOST_COUNTED,
  MOST_WEIGHED,
  mentionsStatement,
  orderOf,
  pageStatement,
  poolFiguresStatement,
} from './statements.ts'

/** The person has been told that we are looking; with the embedded database everybody else waits meanwhile. */
const STATEMENT_MS = 3_000

/**
 * Searches one workspace. Each call is a read-only transaction of its own under the application's role. `patience` in milliseconds, of
 * a statement and, since the embedded database ignores that, of whoever waits for the call: it throws a `SearchTooSlowError`.
 */
export function makeCandidateSearch(
  { pool, seal }: Pick<Database, 'pool'> & { readonly seal?: Pick<Seal, 'lookup'> },
  workspaceId: WorkspaceId,
  patience: number = STATEMENT_MS,
): CandidateSearch {
  /** Whoever sees but their own people does not look after themselves. */
  const ownRecords = async (client: ClientBase, { sees, email }: Reader): Promise<readonly string[]> => {
    if (seal === undefined || sees !== 'all' || email === undefined) return []
    const { rows } = await client.query<{ id: string }>(
      `SELECT candidate_id AS id FROM contact WHERE workspace_id = $1 AND kind = 'email' AND lookup = ANY($2::bytea[])`,
      [workspaceId, lookupsOf({ seal, workspaceId }, 'email', email)],
    )
    return rows.map(({ id }) => id)
  }
  const refsFor = async (client: ClientBase, reader: Reader, nodes: readonly (QueryNode | null)[]) =>
    loadReferences(client, workspaceId, reader, nodes, await ownRecords(client, reader))
  const reading = <Value>(work: (client: ClientBase) => Promise<Value>) => readOnly(pool, workspaceId, patience, work)
  const referring = <Value>(
    query: PoolQuery,
    reader: Reader,
    work: (client: ClientBase, refs: References) => Promise<Value>,
  ) => reading(async (client) => work(client, await refsFor(client, reader, [query.where])))
  return {
    find: (query, reader, { size, at, near = false }) =>
      referring(query, reader, async (client, refs) => {
        const given = readCursor(at)
        const cursor = given?.order === orderOf(query) ? given : undefined
        const spelling = (cursor?.near ?? near) ? 'near' : 'exact'
        const rows = await rowsOf<Row>(client, pageStatement(query, refs, { size, cursor, spelling }))
        return toPage(rows, { order: orderOf(query), near: spelling === 'near', size, cursor })
      }),
    count: (query, reader, { near = false } = {}) =>
      referring(query, reader, async (client, refs) => {
        const [row] = await rowsOf<{ count: number }>(client, countStatement(query, refs, near ? 'near' : 'exact'))
        const count = row?.count ?? 0
        return count > MOST_COUNTED ? { more: MOST_COUNTED } : { exact: count }
      }),
    best: (asked, reader, size) =>
      reading(async (client) => {
        const refs = await refsFor(client, reader, [asked.where])
        const rows = await rowsOf<{ id: CandidateId; worth: number; of: number }>(
          client,
          bestStatement(asked, refs, size),
        )
        const of = rows[0]?.of ?? 0
        return {
          people: rows.map(({ id, worth }) => ({ id, worth })),
          of: Math.min(of, MOST_WEIGHED),
          all: of <= MOST_WEIGHED,
        }
      }),
    mentions: (ids, { phrases, text }) =>
      reading(async (client) => {
        if (ids.length === 0) return new Map()
        const rows = await rowsOf<{ id: CandidateId; found: readonly boolean[]; rank: number }>(
          client,
          mentionsStatement(workspaceId, ids, { phrases, text }),
        )
        return new Map(
          rows.map(({ id, found, rank }) => [id, { phrases: new Set(phrases.filter((_, at) => found[at])), rank }]),
        )
      }),
    byName: (name, limit) =>
      reading(async (client) => {
        const query = nameQuery(name, 'begun')
        if (query === undefined) return []
        const rows = await rowsOf<{ id: CandidateId }>(
          client,
          byNameStatement(workspaceId, { plain: searchText(name).slice(0, 300), query }, limit),
        )
        return rows.map((row) => row.id)
      }),
    poolFigures: (ids, reader) =>
      reading(async (client) => {
        if (ids.length === 0) return new Map()
        const { rows: pools } = await client.query<{ id: PoolId; name: string; days: number }>(
          'SELECT id, name, cadence_days AS days FROM pool WHERE workspace_id = $1 AND id = ANY($2) AND archived_at IS NULL',
          [workspaceId, ids],
        )
        if (pools.length === 0) return new Map()
        const wheres = pools.map(({ name }) => ({ kind: 'filter', field: 'pool', any: [name] }) as const)
        const refs = await refsFor(client, reader, wheres)
        const counted = pools.map(({ id, days }, at) => ({
          id,
          where: { version: 1, where: wheres[at] ?? null, sort: null } as const,
          quietAt: agoFrom(reader.now, { kind: 'ago', is: 'over', count: days, unit: 'day' }, reader.zone),
        }))
        const rows = await rowsOf<PoolRow>(client, poolFiguresStatement(counted, refs))
        return new Map(rows.map(({ id, ...figures }) => [id, bounded(figures)]))
      }),
    inCare: (memberId, usualDays, reader, without) =>
      reading(async (client) => {
        const { rows: pools } = await client.query<{ id: PoolId; name: string; days: number; owner: string }>(
          `SELECT id, name, cadence_days AS days, owner_id AS owner FROM pool WHERE workspace_id = $1 AND archived_at IS NULL AND id IS DISTINCT FROM $3
            ORDER BY (owner_id = $2) DESC, cadence_days, id LIMIT ${MOST_IN_CARE}`,
          [workspaceId, memberId, without ?? null],
        )
        const wheres = pools.map(({ name }) => ({ kind: 'filter', field: 'pool', any: [name] }) as const)
        const refs = await refsFor(client, reader, wheres)
        const cared = pools.map(({ days, owner }, at) => ({
          where: { version: 1, where: wheres[at] ?? null, sort: null } as const,
          cadenceDays: days,
          isTheirs: owner === memberId,
        }))
        const rows = await rowsOf<{ days: number; people: number }>(
          client,
          careStatement(memberId, cared, usualDays, refs),
        )
        return rows.map(({ days, people }) => ({ cadenceDays: days, people }))
      }),
  }
}

/** Each is a part of one statement. */
const MOST_IN_CARE = 30

type PoolRow = Omit<PoolFigures, 'more'> & { readonly id: PoolId }
/** One more than is counted only says that there are more. */
function bounded(row: Omit<PoolFigures, 'more'>): PoolFigures {
  const counted = Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Math.min(count, MOST_COUNTED)]))
  return { ...row, ...counted, more: row.size > MOST_COUNTED }
}

type Row = { readonly id: CandidateId; readonly key: Date | number | string }

function toPage(
  rows: readonly Row[],
  { order, near, size, cursor }: { order: Order; near: boolean; size: number; cursor: Cursor | undefined },
): FoundPage {
  const backwards = cursor?.towards === 'previous'
  const more = rows.length > size
  const kept = backwards ? rows.slice(0, size).toReversed() : rows.slice(0, size)
  const before = Math.max(0, cursor === undefined ? 0 : backwards ? cursor.before - kept.length : cursor.before)
  const [first, last] = [kept[0], kept.at(-1)]
  const write = (row: Row, towards: Cursor['towards'], count: number) =>
    writeCursor({ order, near, towards, key: keyText(row.key), id: row.id, before: count })
  const hasPrevious = cursor !== undefined && (backwards ? more : true)
  const hasNext = backwards || more
  return {
    ids: kept.map((row) => row.id),
    before,
    near,
    previous: first !== undefined && hasPrevious ? write(first, 'previous', before) : undefined,
    next: last !== undefined && hasNext ? write(last, 'next', before + kept.length) : undefined,
  }
}

/** `pg` reads -infinity as a number. */
function keyText(key: Row['key']): string {
  if (key === Number.NEGATIVE_INFINITY) return '-infinity'
  return key instanceof Date ? String(key.getTime()) : String(key)
}

const rowsOf = async <Row extends object>(client: ClientBase, statement: Sql): Promise<readonly Row[]> =>
  (await client.query<Row>(toQuery(statement))).rows
