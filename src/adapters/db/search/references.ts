/** Owners and pools that a query names, looked up before it is compiled: the compiler itself asks nobody. */
import type { ClientBase } from 'pg'
import type { CustomKind, FieldDefinition } from '../../../domain/candidate/custom-field.ts'
import type { OwnerRef, PoolQuery, QueryNode } from '../../../domain/pool/query/ast.ts'
import { fieldNamed } from '../../../domain/pool/query/custom.ts'
import { parseQuery } from '../../../domain/pool/query/parse.ts'
import { filtersIn, poolsIn, withMe } from '../../../domain/pool/query/tree.ts'
import { fold } from '../../../domain/shared/text.ts'
import type { Reader } from '../../../usecases/ports/services.ts'
import { wordsOf } from './search-text.ts'

type OwnField = FieldDefinition & { readonly id: string }
type FoundPool = { readonly id: string; readonly query: PoolQuery | undefined | 'unreadable' }
export type References = {
  readonly workspaceId: string
  readonly reader: Reader
  /** Records of the reader themselves. */
  readonly own: readonly string[]
  /** Member ids of a reference; empty where nobody is meant. */
  owners(ref: Exclude<OwnerRef, { kind: 'nobody' }>): readonly string[]
  pool(name: string): FoundPool | undefined
  /** Of the workspace's own, by its slug. */
  field(name: string): OwnField | undefined
}

/** Pools may be made of pools, this deep; beyond it, and in a circle, nobody is found. */
export const DEEPEST_POOL = 4

export async function loadReferences(
  client: ClientBase,
  workspaceId: string,
  reader: Reader,
  nodes: readonly (QueryNode | null)[],
  own: readonly string[] = [],
): Promise<References> {
  const pools = new Map<string, FoundPool>()
  let level = nodes.flatMap((node) => (node === null ? [] : [node]))
  const all = [...level]
  for (let depth = 0; depth < DEEPEST_POOL && level.length > 0; depth += 1) {
    const names = [...new Set(level.flatMap(poolsIn))].filter((name) => !pools.has(name))
    if (names.length === 0) break
    const found = await readPools(client, workspaceId, reader, names)
    for (const [name, pool] of found) pools.set(name, pool)
    level = [...found.values()].flatMap(({ query }) =>
      query === undefined || query === 'unreadable' || query.where === null ? [] : [query.where],
    )
    all.push(...level)
  }
  const filters = all.flatMap(filtersIn)
  const fields = filters.some(({ field }) => field === 'custom') ? await readFields(client, workspaceId) : []
  const owners = await readOwners(
    client,
    workspaceId,
    filters.flatMap((filter) => (filter.field === 'owner' ? filter.any : [])),
  )
  return {
    workspaceId,
    reader,
    own,
    owners: (ref) =>
      ref.kind === 'me' ? (reader.memberId === undefined ? [] : [reader.memberId]) : (owners.get(ownerKey(ref)) ?? []),
    pool: (name) => pools.get(name),
    field: (name) => fieldNamed(fields, name),
  }
}

/** A workspace has twenty at most. */
async function readFields(client: ClientBase, workspaceId: string): Promise<readonly OwnField[]> {
  const { rows } = await client.query<{ id: string; name: string; kind: CustomKind; choices: string[] | null }>(
    'SELECT id, name, kind, choices FROM custom_field WHERE workspace_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT 100',
    [workspaceId],
  )
  return rows.map(({ choices, ...field }) => ({ ...field, choices: choices ?? [] }))
}

async function readPools(
  client: ClientBase,
  workspaceId: string,
  { now, zone, memberId }: Reader,
  names: readonly string[],
): Promise<ReadonlyMap<string, FoundPool>> {
  const { rows } = await client.query<{ asked: string; id: string; query: string | null; owner: string | null }>(
    `SELECT asked, pool.id, pool.query, member.slack_user_id AS owner FROM unnest($2::text[], $3::text[]) AS named(asked, key)
       JOIN pool ON pool.workspace_id = $1 AND pool.name_key = key AND pool.archived_at IS NULL
       LEFT JOIN member ON member.workspace_id = $1 AND member.id = pool.owner_id`,
    [workspaceId, names, names.map(fold)],
  )
  return new Map(
    rows.map(({ asked, id, query, owner }) => {
      const read = query === null ? undefined : parseQuery(query, { now, zone, me: memberId ?? 'nobody' })
      return [
        asked,
        { id, query: read === undefined ? undefined : read.ok ? ownersOwn(read.value.query, owner) : 'unreadable' },
      ]
    }),
  )
}

/** Pools were saved with `owner:me`: whoever asks, and a job that nobody asks for, means the pool's owner. */
const ownersOwn = (query: PoolQuery, owner: string | null): PoolQuery =>
  query.where === null || owner === null ? query : { ...query, where: withMe(query.where, owner) }

/** Names are compared folded, word by word, which SQL cannot do; a workspace has hundreds of members, not millions. */
async function readOwners(
  client: ClientBase,
  workspaceId: string,
  refs: readonly OwnerRef[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const slackIds = refs.flatMap((ref) => (ref.kind === 'slack_user' ? [ref.id] : []))
  const names = refs.flatMap((ref) => (ref.kind === 'name' ? [ref] : []))
  if (slackIds.length + names.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; slack_user_id: string; name: string }>(
    `SELECT id, slack_user_id, name FROM member WHERE workspace_id = $1 AND ($3 OR slack_user_id = ANY($2::text[])) ORDER BY id LIMIT 5000`,
    [workspaceId, slackIds, names.length > 0],
  )
  const people = rows.map((row) => ({ ...row, words: wordsOf(row.name) }))
  return new Map([
    ...slackIds.map(
      (id) =>
        [
          ownerKey({ kind: 'slack_user', id }),
          people.filter((one) => one.slack_user_id === id).map((one) => one.id),
        ] as const,
    ),
    ...names.map((ref) => {
      const wanted = wordsOf(ref.name)
      const isMeant = (words: readonly string[]) => wanted.length > 0 && wanted.every((word) => words.includes(word))
      return [ownerKey(ref), people.filter(({ words }) => isMeant(words)).map((one) => one.id)] as const
    }),
  ])
}

const ownerKey = (ref: OwnerRef): string => JSON.stringify(ref)
