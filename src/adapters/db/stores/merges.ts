import { type RawBuilder, sql } from 'kysely'
import type { MergeStore } from '../../../usecases/ports/merges.ts'
import type { Scope } from '../scope.ts'
import { bringAfter, lastTalks } from './merged-since.ts'

/** Whose rows belong to a person and have a name of their own. */
const OWNED = [
  'contact', 'fact', 'permission', 'interaction', 'draft', 'send', 'reply', 'hire', 'near_miss', 'model_call', 'profile_edit', 'rating',
  'take_over', 'pool_stay',
] as const // biome-ignore format: a list
type Owned = (typeof OWNED)[number]
/** Contacts that stood first of their kind, besides those of the table. */
const FIRST = 'contact_first'
/**
 * Of these one row is enough for a person: where both have it, that of the one who stays is theirs. What a hand-over gave stays with whom it
 * was given: to take it back for the other record would give away the one that stays.
 */
const KEYED = {
  pool_member: ['pool_id'],
  nudge_item: ['day', 'member_id'],
  job_woken: ['job_id'],
  match_person: ['run_id'],
} as const satisfies Record<string, readonly string[]>
type Keyed = keyof typeof KEYED
const KEYED_TABLES = Object.keys(KEYED) as readonly Keyed[]

export function makeMergeStore({ db, workspaceId }: Scope): MergeStore {
  const ws = sql`${workspaceId}::uuid`
  const keyOf = (table: Keyed, row: string) =>
    sql`concat_ws(' ', ${sql.join(KEYED[table].map((column) => sql`${sql.ref(`${row}.${column}`)}::text`))})`
  const unlessBoth = (table: Keyed, to: string) =>
    sql`NOT EXISTS (SELECT FROM ${sql.table(table)} k WHERE k.workspace_id = ${ws} AND k.candidate_id = ${to}::uuid AND ${sql.join(
      KEYED[table].map((column) => sql`${sql.ref(`k.${column}`)} = ${sql.ref(`m.${column}`)}`),
      sql` AND `,
    )})`
  return {
    async moveAll(from, to) {
      const moved: Record<string, readonly string[]> = {}
      // Of each kind one contact stands first, and that of the record which stays goes on doing so.
      const first = await sql<{ id: string }>`UPDATE contact c SET is_primary = false
        WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid AND is_primary
          AND EXISTS (SELECT FROM contact k WHERE k.workspace_id = ${ws} AND k.candidate_id = ${to}::uuid AND k.kind = c.kind AND k.is_primary)
        RETURNING id`.execute(db)
      moved[FIRST] = first.rows.map(({ id }) => id)
      const but: { readonly [Table in Owned]?: RawBuilder<unknown> } = {
        // Where a colleague was asked the same about both, one question is enough.
        take_over: sql`AND NOT (state = 'asked' AND EXISTS (SELECT FROM take_over k WHERE k.workspace_id = ${ws}
          AND k.candidate_id = ${to}::uuid AND k.state = 'asked' AND k.asked_of = take_over.asked_of AND k.asked_by = take_over.asked_by))`,
        // Where both are in a pool they are in it once, since when the one was that stays.
        pool_stay: sql`AND NOT (left_at IS NULL AND EXISTS (SELECT FROM pool_stay k WHERE k.workspace_id = ${ws}
          AND k.candidate_id = ${to}::uuid AND k.pool_id = pool_stay.pool_id AND k.left_at IS NULL))`,
      }
      for (const table of OWNED) {
        const { rows } = await sql<{ id: string }>`UPDATE ${sql.table(table)} SET candidate_id = ${to}::uuid
          WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid ${but[table] ?? sql``} RETURNING id`.execute(db)
        moved[table] = rows.map(({ id }) => id)
      }
      for (const table of KEYED_TABLES) {
        const { rows } = await sql<{ key: string }>`UPDATE ${sql.table(table)} m SET candidate_id = ${to}::uuid
          WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid AND ${unlessBoth(table, to)} RETURNING ${keyOf(table, 'm')} AS key`.execute(
          db,
        )
        moved[table] = rows.map(({ key }) => key)
      }
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
      for (const table of KEYED_TABLES) {
        const keys = [...(moved[table] ?? [])]
        if (keys.length > 0)
          await sql`UPDATE ${sql.table(table)} m SET candidate_id = ${to}::uuid WHERE workspace_id = ${ws} AND candidate_id = ${from}::uuid
            AND ${keyOf(table, 'm')} = ANY(${keys}::text[]) AND ${unlessBoth(table, to)}`.execute(db)
      }
      await bringAfter(db, ws, from, to)
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
      return lastTalks(db, ws, [from, to])
    },
  }
}
