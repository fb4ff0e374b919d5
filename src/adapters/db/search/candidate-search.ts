import type { ClientBase } from 'pg'
import type { PoolQuery } from '../../../domain/pool/query/ast.ts'
import type { CandidateId, PoolId, WorkspaceId } from '../../../domain/shared/ids.ts'
import type { CandidateSearch, FoundPage, Reader } from '../../../usecases/ports/services.ts'
import type { Database } from '../open.ts'
import { readOnly } from '../read-only.ts'
import { nameQuery } from './compile.ts'
import { type Cursor, type Order, readCursor, writeCursor } from './cursor.ts'
import { agoFrom } from './moments.ts'
import { loadReferences, type References } from './references.ts'
import { searchText } from './search-text.ts'
import { type Sql, toQuery } from './sql.ts'
import {
  byNameStatement,
  countStatement,
  MOST_COUNTED,
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
  { pool }: Pick<Database, 'pool'>,
  workspaceId: WorkspaceId,
  patience: number = STATEMENT_MS,
): CandidateSearch {
  const reading = <Value>(work: (client: ClientBase) => Promise<Value>) => readOnly(pool, workspaceId, patience, work)
  const referring = <Value>(
    query: PoolQuery,
    reader: Reader,
    work: (client: ClientBase, refs: References) => Promise<Value>,
  ) => reading(async (client) => work(client, await loadReferences(client, workspaceId, reader, [query.where])))
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
    byName: (name, limit) =>
      reading(async (client) => {
        const query = nameQuery(name, false)
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
        const refs = await loadReferences(client, workspaceId, reader, wheres)
        const counted = pools.map(({ id, days }, at) => ({
          id,
          where: { version: 1, where: wheres[at] ?? null, sort: null } as const,
          quietAt: agoFrom(reader.now, { kind: 'ago', is: 'over', count: days, unit: 'day' }, reader.zone),
        }))
        const rows = await rowsOf<{ id: PoolId; size: number; stale: number }>(
          client,
          poolFiguresStatement(counted, refs),
        )
        return new Map(rows.map(({ id, size, stale }) => [id, { size, stale, fresh: size - stale }]))
      }),
  }
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
