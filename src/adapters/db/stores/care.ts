/** Who is in somebody's care, and from when on they may be overdue: kept on the person's row and on that of the search alike. */
import { sql } from 'kysely'
import type { CandidateId, MemberId } from '../../../domain/shared/ids.ts'
import type { CandidateStore } from '../../../usecases/ports/candidates.ts'
import type { Scope } from '../scope.ts'

export function makeCare({
  db,
  later,
  newId,
  workspaceId,
}: Scope): Pick<CandidateStore, 'checked' | 'newToCare' | 'giveFirstDays' | 'giveOwner' | 'recordForAll'> {
  const ws = sql`${workspaceId}::uuid`
  return {
    async checked(id, at) {
      const when = new Date(at)
      later(sql`WITH person AS (UPDATE candidate SET checked_at = ${when} WHERE workspace_id = ${ws} AND id = ${id}::uuid)
        UPDATE candidate_search SET checked_at = ${when} WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${id}::uuid`)
    },
    async recordForAll(people, { kind, at, memberId, text }) {
      if (people.length === 0) return
      const ids = people.map(() => newId<'interaction'>())
      later(sql`INSERT INTO interaction (workspace_id, id, candidate_id, kind, at, member_id, text, one_to_one)
        SELECT ${ws}, r.id, r.person, ${kind}, ${new Date(at)}, ${memberId ?? null}::uuid, ${text}, false
        FROM unnest(${ids}::uuid[], ${[...people]}::uuid[]) AS r(id, person)`)
    },
    async newToCare(people, pool, quietBefore) {
      const overdue = sql`coalesce(c.last_touch_at, c.created_at) <= ${new Date(quietBefore)}`
      const { rows } = await sql<{ candidateId: CandidateId; overdue: boolean }>`SELECT c.id AS candidate_id,
          (${overdue} OR (c.unworked AND c.last_touch_at IS NULL)) AS overdue FROM candidate c
        WHERE c.workspace_id = ${ws} AND c.id = ANY(${[...people]}::uuid[]) AND c.owner_id IS NULL AND (c.unworked OR ${overdue})
          AND c.first_due IS NULL AND NOT EXISTS (SELECT FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
            WHERE m.workspace_id = ${ws} AND m.candidate_id = c.id AND m.pool_id <> ${pool}::uuid AND p.archived_at IS NULL)
        ORDER BY (c.tier = 'A') DESC NULLS LAST, coalesce(c.last_touch_at, c.created_at), c.id`.execute(db)
      return rows
    },
    async giveOwner(people, to, from) {
      const { rows } = await sql<{
        candidateId: CandidateId
        before: MemberId | null
      }>`SELECT id AS candidate_id, owner_id AS before
        FROM candidate WHERE workspace_id = ${ws} AND id = ANY(${[...people]}::uuid[]) AND (owner_id = ANY(${[...from]}::uuid[]) OR (${from.includes(null)} AND owner_id IS NULL))
          AND merged_into IS NULL AND erased_at IS NULL ORDER BY id FOR NO KEY UPDATE`.execute(db)
      const ids = rows.map(({ candidateId }) => candidateId)
      later(
        sql`UPDATE candidate SET owner_id = ${to}::uuid, version = version + 1 WHERE workspace_id = ${ws} AND id = ANY(${ids}::uuid[])`,
      )
      later(
        sql`UPDATE candidate_search SET owner_id = ${to}::uuid WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${ids}::uuid[])`,
      )
      return rows.map(({ candidateId, before }) => ({ candidateId, before: before ?? undefined }))
    },
    async giveFirstDays(days) {
      if (days.length === 0) return
      const given = sql`unnest(${days.map(({ candidateId }) => candidateId)}::uuid[], ${days.map(({ day }) => day)}::date[]) AS g(id, day)`
      await sql`UPDATE candidate c SET first_due = g.day FROM ${given} WHERE c.workspace_id = ${ws} AND c.id = g.id`.execute(
        db,
      )
      await sql`UPDATE candidate_search s SET first_due = g.day FROM ${given} WHERE s.workspace_id = ${workspaceId}::uuid AND s.candidate_id = g.id`.execute(
        db,
      )
    },
  }
}
