/** Who is in a list, and from when until when they and those of queries were in a pool. */
import { sql } from 'kysely'
import type { CandidateId, MemberId, PoolId } from '../../../domain/shared/ids.ts'
import type { JoinedHow, LeftHow, PoolStore, PoolTurn } from '../../../usecases/ports/pools.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

type Members = Pick<
  PoolStore,
  | 'addMembers'
  | 'removeMembers'
  | 'uniteMembers'
  | 'isMember'
  | 'turns'
  | 'staying'
  | 'hasHistory'
  | 'noteJoined'
  | 'noteLeft'
>

export function makePoolMembers({ db, newId, workspaceId }: Scope): Members {
  const ws = sql`${workspaceId}::uuid`
  const idsOf = (rows: readonly { readonly candidateId: string }[]) =>
    rows.map(({ candidateId }) => candidateId as CandidateId)
  const found = async (id: PoolId, people: readonly CandidateId[]) => {
    await sql`UPDATE candidate_search SET pool_ids = array_append(pool_ids, ${id}::uuid)
      WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${[...people]}::uuid[]) AND NOT pool_ids @> ARRAY[${id}::uuid]`.execute(
      db,
    )
  }
  const members: Members = {
    async addMembers(id, people, by, at, how = 'by_hand') {
      if (people.length === 0) return []
      const { rows } = await sql<{
        candidateId: string
      }>`INSERT INTO pool_member (workspace_id, pool_id, candidate_id, added_by, added_at)
        SELECT ${ws}, ${id}::uuid, person, ${by}::uuid, ${new Date(at)} FROM unnest(${[...people]}::uuid[]) AS person
        ON CONFLICT DO NOTHING RETURNING candidate_id`.execute(db)
      const added = idsOf(rows)
      await found(id, added)
      await members.noteJoined(id, added, { by, at, how })
      return added
    },
    async removeMembers(id, people, left) {
      if (people.length === 0) return []
      const { rows } = await sql<{ candidateId: string }>`DELETE FROM pool_member
        WHERE workspace_id = ${ws} AND pool_id = ${id}::uuid AND candidate_id = ANY(${[...people]}::uuid[]) RETURNING candidate_id`.execute(
        db,
      )
      const removed = idsOf(rows)
      await sql`UPDATE candidate_search SET pool_ids = array_remove(pool_ids, ${id}::uuid)
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${removed}::uuid[])`.execute(db)
      await members.noteLeft(id, removed, left)
      return removed
    },
    async uniteMembers(from, to) {
      const { rows } = await sql<{
        candidateId: string
        addedBy: string | null
        addedAt: Date
      }>`INSERT INTO pool_member (workspace_id, pool_id, candidate_id, added_by, added_at)
        SELECT ${ws}, ${to}::uuid, candidate_id, added_by, added_at FROM pool_member WHERE workspace_id = ${ws} AND pool_id = ${from}::uuid
        ON CONFLICT DO NOTHING RETURNING candidate_id, added_by, added_at`.execute(db)
      const came = idsOf(rows)
      await found(to, came)
      const stays = rows.map(() => newId<'pool_stay'>())
      await sql`INSERT INTO pool_stay (workspace_id, id, pool_id, candidate_id, joined_at, joined_by, joined_how)
        SELECT ${ws}, r.id, ${to}::uuid, r.candidate_id, r.at, r.by, 'merged' FROM unnest(${stays}::uuid[], ${came}::uuid[],
          ${rows.map(({ addedAt }) => addedAt.toISOString())}::timestamptz[], ${rows.map(({ addedBy }) => addedBy)}::uuid[]) AS r(id, candidate_id, at, by)`.execute(
        db,
      )
      return came
    },
    async isMember(id, person) {
      const row = await db
        .selectFrom('poolMember')
        .select('poolId')
        .where('workspaceId', '=', workspaceId)
        .where('poolId', '=', id)
        .where('candidateId', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },
    async turns(id, limit, before) {
      const behind = (at: string, what: PoolTurn['what']) =>
        before === undefined
          ? sql``
          : sql`AND (${sql.raw(at)}, id, ${what}::text) < (${new Date(before.at)}::timestamptz, ${before.stayId}::uuid, ${before.what}::text)`
      const { rows } = await sql<TurnRow>`
        SELECT * FROM (
          (SELECT id, candidate_id, joined_at AS at, joined_by AS by, joined_how AS how, 'joined' AS what FROM pool_stay
            WHERE workspace_id = ${ws} AND pool_id = ${id}::uuid ${behind('joined_at', 'joined')} ORDER BY joined_at DESC, id DESC LIMIT ${limit})
          UNION ALL
          (SELECT id, candidate_id, left_at, left_by, left_how, 'left' FROM pool_stay
            WHERE workspace_id = ${ws} AND pool_id = ${id}::uuid AND left_at IS NOT NULL ${behind('left_at', 'left')}
            ORDER BY left_at DESC, id DESC LIMIT ${limit})) AS turns
        ORDER BY at DESC, id DESC, what DESC LIMIT ${limit}`.execute(db)
      return rows.map(toTurn)
    },
    async staying(id, limit) {
      const rows = await db
        .selectFrom('poolStay')
        .select('candidateId')
        .distinct()
        .where('workspaceId', '=', workspaceId)
        .where('poolId', '=', id)
        .where('leftAt', 'is', null)
        .limit(limit)
        .execute()
      return idsOf(rows)
    },
    async hasHistory(id) {
      const row = await db
        .selectFrom('poolStay')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('poolId', '=', id)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async noteJoined(id, people, { by, at, how }) {
      if (people.length === 0) return
      const stays = people.map(() => newId<'pool_stay'>())
      await sql`INSERT INTO pool_stay (workspace_id, id, pool_id, candidate_id, joined_at, joined_by, joined_how)
        SELECT ${ws}, r.id, ${id}::uuid, r.candidate_id, ${new Date(at)}, ${by ?? null}::uuid, ${how}
        FROM unnest(${stays}::uuid[], ${[...people]}::uuid[]) AS r(id, candidate_id)`.execute(db)
    },
    async noteLeft(id, people, { by, at, how }) {
      if (people.length === 0) return
      await sql`UPDATE pool_stay SET left_at = ${new Date(at)}, left_by = ${by ?? null}::uuid, left_how = ${how}
        WHERE workspace_id = ${ws} AND pool_id = ${id}::uuid AND candidate_id = ANY(${[...people]}::uuid[]) AND left_at IS NULL`.execute(
        db,
      )
    },
  }
  return members
}

type TurnRow = {
  readonly id: string
  readonly candidateId: string
  readonly at: Date
  readonly by: string | null
  readonly how: string
  readonly what: 'joined' | 'left'
}

function toTurn({ id, candidateId, at, by, how, what }: TurnRow): PoolTurn {
  const of = {
    stayId: id,
    candidateId: candidateId as CandidateId,
    at: toInstant(at),
    by: (by ?? undefined) as MemberId | undefined,
  }
  return what === 'joined' ? { ...of, what, how: how as JoinedHow } : { ...of, what, how: how as LeftHow }
}
