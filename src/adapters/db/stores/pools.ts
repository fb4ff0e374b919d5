import type { MemberId, PoolId } from '../../../domain/shared/ids.ts'
import { DAY } from '../../../domain/shared/time.ts'
import type { Pool, PoolStore } from '../../../usecases/ports/pools.ts'
import type { Pool as PoolModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toPool = (row: PoolModel): Pool => ({
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
  return {
    async get(id) {
      const row = await db.pool.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
      return row === null ? undefined : toPool(row)
    },
    async list(limit) {
      const rows = await db.pool.findMany({
        where: { workspaceId, archivedAt: null },
        orderBy: { name: 'asc' },
        take: limit,
      })
      return rows.map(toPool)
    },
    async insert(pool) {
      const inserted =
        await db.$executeRaw`INSERT INTO pool (workspace_id, id, name, query, owner_id, cadence_days, persona_note, created_at, archived_at)
        VALUES (${workspaceId}::uuid, ${pool.id}::uuid, ${pool.name}, ${pool.query ?? null}, ${pool.ownerId}::uuid, ${pool.cadenceDays},
          ${pool.personaNote ?? null}, ${new Date(pool.createdAt)}, ${fromInstant(pool.archivedAt)})
        ON CONFLICT DO NOTHING`
      return inserted === 1 ? 'inserted' : 'taken'
    },
    async addMembers(id, people, by, at) {
      if (people.length === 0) return 0
      const added = await db.$queryRaw<
        { candidate_id: string }[]
      >`INSERT INTO pool_member (workspace_id, pool_id, candidate_id, added_by, added_at)
        SELECT ${workspaceId}::uuid, ${id}::uuid, person, ${by}::uuid, ${new Date(at)} FROM unnest(${[...people]}::uuid[]) AS person
        ON CONFLICT DO NOTHING RETURNING candidate_id`
      await db.$executeRaw`UPDATE candidate_search SET pool_ids = array_append(pool_ids, ${id}::uuid)
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${added.map((row) => row.candidate_id)}::uuid[]) AND NOT pool_ids @> ARRAY[${id}::uuid]`
      return added.length
    },
    async poolsOf(person) {
      const rows = await db.pool.findMany({
        where: { workspaceId, archivedAt: null, members: { some: { candidateId: person } } },
        orderBy: { name: 'asc' },
        take: 100,
      })
      return rows.map(toPool)
    },
    async keepListing(listing, at) {
      await db.listing.deleteMany({ where: { workspaceId, createdAt: { lt: new Date(at - LISTINGS_LAST) } } })
      await db.listing.create({ data: { workspaceId, ...listing, createdAt: new Date(at) } })
    },
    async listing(id) {
      const row = await db.listing.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
      return row === null
        ? undefined
        : { id: row.id, memberId: row.memberId as MemberId, query: row.query, keptAt: toInstant(row.createdAt) }
    },
    async archive(id, at) {
      const { count } = await db.pool.updateMany({
        where: { workspaceId, id, archivedAt: null },
        data: { archivedAt: new Date(at) },
      })
      return count === 1
    },
  }
}
