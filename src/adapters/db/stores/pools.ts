import { type Selectable, sql } from 'kysely'
import type { MemberId, PoolId } from '../../../domain/shared/ids.ts'
import { DAY } from '../../../domain/shared/time.ts'
import type { Pool, PoolStore } from '../../../usecases/ports/pools.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toPool = (row: Selectable<Tables['pool']>): Pool => ({
  id: row.id as PoolId,
  name: row.name,
  query: row.query ?? undefined,
  ownerId: row.ownerId as MemberId,
  cadenceDays: row.cadenceDays,
  personaNote: row.personaNote ?? undefined,
  createdAt: toInstant(row.createdAt),
  archivedAt: toInstantOrNone(row.archivedAt),
})

const LISTINGS_LAST = 2 * DAY

export function makePoolStore({ db, workspaceId }: Scope): PoolStore {
  const pools = () => db.selectFrom('pool').selectAll().where('workspaceId', '=', workspaceId)
  const living = () => pools().where('archivedAt', 'is', null).orderBy('name')
  return {
    async get(id) {
      const row = await pools().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toPool(row)
    },
    async list(limit) {
      const rows = await living().limit(limit).execute()
      return rows.map(toPool)
    },
    async insert(pool) {
      const { numAffectedRows } =
        await sql`INSERT INTO pool (workspace_id, id, name, query, owner_id, cadence_days, persona_note, created_at, archived_at)
        VALUES (${workspaceId}::uuid, ${pool.id}::uuid, ${pool.name}, ${pool.query ?? null}, ${pool.ownerId}::uuid, ${pool.cadenceDays},
          ${pool.personaNote ?? null}, ${new Date(pool.createdAt)}, ${fromInstant(pool.archivedAt)})
        ON CONFLICT DO NOTHING`.execute(db)
      return numAffectedRows === 1n ? 'inserted' : 'taken'
    },
    async addMembers(id, people, by, at) {
      if (people.length === 0) return 0
      const { rows: added } = await sql<{
        candidateId: string
      }>`INSERT INTO pool_member (workspace_id, pool_id, candidate_id, added_by, added_at)
        SELECT ${workspaceId}::uuid, ${id}::uuid, person, ${by}::uuid, ${new Date(at)} FROM unnest(${[...people]}::uuid[]) AS person
        ON CONFLICT DO NOTHING RETURNING candidate_id`.execute(db)
      await sql`UPDATE candidate_search SET pool_ids = array_append(pool_ids, ${id}::uuid)
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${added.map((row) => row.candidateId)}::uuid[]) AND NOT pool_ids @> ARRAY[${id}::uuid]`.execute(
        db,
      )
      return added.length
    },
    async removeMembers(id, people) {
      await db
        .deleteFrom('poolMember')
        .where('workspaceId', '=', workspaceId)
        .where('poolId', '=', id)
        .where('candidateId', 'in', [...people])
        .execute()
      await sql`UPDATE candidate_search SET pool_ids = array_remove(pool_ids, ${id}::uuid)
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${[...people]}::uuid[])`.execute(db)
    },
    async poolsOf(person) {
      const rows = await living()
        .where('id', 'in', (select) =>
          select
            .selectFrom('poolMember')
            .select('poolId')
            .where('workspaceId', '=', workspaceId)
            .where('candidateId', '=', person),
        )
        .limit(100)
        .execute()
      return rows.map(toPool)
    },
    async keepListing(listing, at) {
      await db
        .deleteFrom('listing')
        .where('workspaceId', '=', workspaceId)
        .where('createdAt', '<', new Date(at - LISTINGS_LAST))
        .execute()
      await db
        .insertInto('listing')
        .values({ workspaceId, ...listing, createdAt: new Date(at) })
        .execute()
    },
    async listing(id) {
      const row = await db
        .selectFrom('listing')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined
        ? undefined
        : { id: row.id, memberId: row.memberId as MemberId, query: row.query, keptAt: toInstant(row.createdAt) }
    },
    async archive(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('pool')
        .set({ archivedAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('archivedAt', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
