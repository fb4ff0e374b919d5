import { type Selectable, sql } from 'kysely'
import type { MemberId, PoolId } from '../../../domain/shared/ids.ts'
import { fold } from '../../../domain/shared/text.ts'
import { DAY } from '../../../domain/shared/time.ts'
import type { Pool, PoolStore } from '../../../usecases/ports/pools.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'
import { makePoolMembers } from './pool-members.ts'

const toPool = (row: Selectable<Tables['pool']>): Pool => ({
  id: row.id as PoolId,
  name: row.name,
  query: row.query ?? undefined,
  ownerId: row.ownerId as MemberId,
  cadenceDays: row.cadenceDays,
  personaNote: row.personaNote ?? undefined,
  channel: row.channel ?? undefined,
  createdAt: toInstant(row.createdAt),
  archivedAt: toInstantOrNone(row.archivedAt),
  mergedInto: (row.mergedInto ?? undefined) as PoolId | undefined,
  version: row.version,
})

const LISTINGS_LAST = 2 * DAY

export function makePoolStore(scope: Scope): PoolStore {
  const { db, later, workspaceId } = scope
  const pools = () => db.selectFrom('pool').selectAll().where('workspaceId', '=', workspaceId)
  const living = () => pools().where('archivedAt', 'is', null).orderBy('name').orderBy('id')
  const isTaken = async (id: PoolId, nameKey: string) =>
    (await living().where('nameKey', '=', nameKey).where('id', '!=', id).limit(1).executeTakeFirst()) !== undefined
  /** Whom an archived pool holds is not looked after by it. */
  const inSearch = (id: PoolId, how: 'array_append' | 'array_remove') =>
    sql`UPDATE candidate_search s SET pool_ids = ${sql.raw(how)}(s.pool_ids, ${id}::uuid) FROM pool_member m
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.pool_id = ${id}::uuid AND s.workspace_id = m.workspace_id AND s.candidate_id = m.candidate_id
        AND (s.pool_ids @> ARRAY[${id}::uuid]) = ${how === 'array_remove'}`.execute(db)
  return {
    ...makePoolMembers(scope),
    async get(id) {
      const row = await pools().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toPool(row)
    },
    async lock(id) {
      const row = await pools().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toPool(row)
    },
    async list(limit) {
      const rows = await living().limit(limit).execute()
      return rows.map(toPool)
    },
    async archived(limit) {
      const rows = await pools()
        .where('archivedAt', 'is not', null)
        .orderBy('archivedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toPool)
    },
    async insert(pool) {
      const { numAffectedRows } =
        await sql`INSERT INTO pool (workspace_id, id, name, name_key, query, owner_id, cadence_days, persona_note, channel, created_at, archived_at)
        VALUES (${workspaceId}::uuid, ${pool.id}::uuid, ${pool.name}, ${fold(pool.name)}, ${pool.query ?? null}, ${pool.ownerId}::uuid, ${pool.cadenceDays},
          ${pool.personaNote ?? null}, ${pool.channel ?? null}, ${new Date(pool.createdAt)}, ${fromInstant(pool.archivedAt)})
        ON CONFLICT DO NOTHING`.execute(db)
      return numAffectedRows === 1n ? 'inserted' : 'taken'
    },
    async change(id, { name, query, ownerId, cadenceDays, personaNote, channel }) {
      const nameKey = fold(name)
      if (await isTaken(id, nameKey)) return 'taken'
      await db
        .updateTable('pool')
        .set({
          name,
          nameKey,
          query: query ?? null,
          ownerId,
          cadenceDays,
          personaNote: personaNote ?? null,
          channel: channel ?? null,
          version: sql`version + 1`,
        })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      return 'changed'
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
      later(
        db
          .deleteFrom('listing')
          .where('workspaceId', '=', workspaceId)
          .where('createdAt', '<', new Date(at - LISTINGS_LAST)),
      )
      later(db.insertInto('listing').values({ workspaceId, ...listing, createdAt: new Date(at) }))
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
    async archive(id, at, mergedInto) {
      const { numUpdatedRows } = await db
        .updateTable('pool')
        .set({ archivedAt: new Date(at), mergedInto: mergedInto ?? null, version: sql`version + 1` })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('archivedAt', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) return false
      await inSearch(id, 'array_remove')
      return true
    },
    async restore(id) {
      const row = await pools().where('id', '=', id).forUpdate().executeTakeFirst()
      if (row === undefined || row.archivedAt === null) return 'living'
      if (await isTaken(id, row.nameKey)) return 'taken'
      await db
        .updateTable('pool')
        .set({ archivedAt: null, mergedInto: null, version: sql`version + 1` })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      await inSearch(id, 'array_append')
      return 'restored'
    },
  }
}
