import { sql } from 'kysely'
import type { MergeStore } from '../../../usecases/ports/merges.ts'
import type { Scope } from '../scope.ts'

/** Whose rows belong to a person and have a name of their own. */
const OWNED = [
  'contact', 'fact', 'permission', 'interaction', 'draft', 'send', 'reply', 'hire', 'near_miss', 'model_call', 'profile_edit', 'rating',
  'take_over', 'pool_stay',
] as const // biome-ignore format: a list
/** Contacts that stood first of their kind, besides those of the table. */
const FIRST = 'contact_first'
const POOLS = 'pool_member'

export function makeMergeStore({ db, workspaceId }: Scope): MergeStore {
  const ws = sql`${workspaceId}::uuid`
  return {
    async moveAll(from, to) {
      const moved: Record<string, readonly string[]> = {}
      // Of each kind one contact stands first, and that of the record which stays goes on doing so.
      const first = await sql<{ id: string }>`UPDATE contact c SET is_primary = false
        WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid AND is_primary
          AND EXISTS (SELECT FROM contact k WHERE k.workspace_id = ${ws} AND k.candidate_id = ${to}::uuid AND k.kind = c.kind AND k.is_primary)
        RETURNING id`.execute(db)
      moved[FIRST] = first.rows.map(({ id }) => id)
      // Where a colleague was asked the same about both, one question is enough.
      const unlessAsked = sql`AND NOT (state = 'asked' AND EXISTS (SELECT FROM take_over k WHERE k.workspace_id = ${ws}
        AND k.candidate_id = ${to}::uuid AND k.state = 'asked' AND k.asked_of = take_over.asked_of AND k.asked_by = take_over.asked_by))`
      for (const table of OWNED) {
        const { rows } = await sql<{ id: string }>`UPDATE ${sql.table(table)} SET candidate_id = ${to}::uuid
          WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid ${table === 'take_over' ? unlessAsked : sql``} RETURNING id`.execute(
          db,
        )
        moved[table] = rows.map(({ id }) => id)
      }
      // Where both are in a pool, the membership of the one that stays is theirs.
      const pools = await sql<{ poolId: string }>`UPDATE pool_member m SET candidate_id = ${to}::uuid
        WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid
          AND NOT EXISTS (SELECT FROM pool_member k WHERE k.workspace_id = ${ws} AND k.candidate_id = ${to}::uuid AND k.pool_id = m.pool_id)
        RETURNING pool_id`.execute(db)
      moved[POOLS] = pools.rows.map(({ poolId }) => poolId)
      await sql`UPDATE candidate SET merged_into = ${to}::uuid, version = version + 1
        WHERE workspace_id = ${ws} AND id = ${from}::uuid`.execute(db)
      return moved
    },
    async moveBack(moved, from, to) {
      for (const table of OWNED) {
        const ids = [...(moved[table] ?? [])]
        if (ids.length > 0)
          await sql`UPDATE ${sql.table(table)} SET candidate_id = ${to}::uuid
            WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid AND id = ANY(${ids}::uuid[])`.execute(db)
      }
      await sql`UPDATE pool_member SET candidate_id = ${to}::uuid WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid
        AND pool_id = ANY(${[...(moved[POOLS] ?? [])]}::uuid[])`.execute(db)
      // Another may have been put first since; among what was theirs before the merge, what stood first does so again.
      const first = sql`${[...(moved[FIRST] ?? [])]}::uuid[]`
      await sql`UPDATE contact c SET is_primary = false WHERE workspace_id = ${ws} AND candidate_id = ${to}::uuid AND is_primary
        AND EXISTS (SELECT FROM contact f WHERE f.workspace_id = ${ws} AND f.candidate_id = ${to}::uuid AND f.kind = c.kind AND f.id = ANY(${first}))`.execute(
        db,
      )
      await sql`UPDATE contact c SET is_primary = true WHERE workspace_id = ${ws} AND candidate_id = ${to}::uuid
        AND id = ANY(${first})`.execute(db)
      // Whoever has none that stands first puts the oldest there.
      await sql`UPDATE contact c SET is_primary = true
        WHERE workspace_id = ${ws} AND candidate_id IN (${from}::uuid, ${to}::uuid) AND NOT EXISTS (
          SELECT FROM contact k WHERE k.workspace_id = ${ws} AND k.candidate_id = c.candidate_id AND k.kind = c.kind
            AND (k.is_primary OR k.id < c.id))`.execute(db)
      await sql`UPDATE candidate SET merged_into = NULL WHERE workspace_id = ${ws} AND id = ${to}::uuid`.execute(db)
    },
  }
}
