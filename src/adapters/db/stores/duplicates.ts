import { type RawBuilder, sql } from 'kysely'
import type { CandidateId } from '../../../domain/shared/ids.ts'
import {
  type DuplicateState,
  type DuplicateStore,
  MOST_ALIKE,
  MOST_COMPARED,
  type Pair,
} from '../../../usecases/ports/duplicates.ts'
import type { Scope } from '../scope.ts'
import { seenIn } from './seen.ts'

export function makeDuplicateStore(scope: Scope): DuplicateStore {
  const { db, workspaceId } = scope
  const ws = sql`${workspaceId}::uuid`
  const idsOf = (rows: readonly { readonly candidateId: string }[]) =>
    rows.map(({ candidateId }) => candidateId as CandidateId)
  /** On record, and not hidden from whoever asks: a page is made of pairs that they see. */
  const isSeen = (id: RawBuilder<unknown>) => {
    const people = db.selectFrom('candidate').select('candidate.id').where('candidate.workspaceId', '=', workspaceId)
    const living = people.where('candidate.mergedInto', 'is', null).where('candidate.erasedAt', 'is', null)
    return sql`EXISTS ${living.where(sql<boolean>`candidate.id = ${id}`).where(seenIn(scope))}`
  }
  const pairs = () => db.selectFrom('duplicate').where('workspaceId', '=', workspaceId)
  return {
    async due(limit) {
      const rows = await db
        .selectFrom('duplicateCheck')
        .select('candidateId')
        .where('workspaceId', '=', workspaceId)
        // Whoever came last first: behind a big import nobody would hear of them for hours.
        .orderBy('candidateId', 'desc')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute()
      return idsOf(rows)
    },
    async records(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('candidate')
        .select(['id', 'fullName', 'company', 'location'])
        .where('workspaceId', '=', workspaceId)
        .where('id', 'in', ids)
        .where('mergedInto', 'is', null)
        .where('erasedAt', 'is', null)
        .execute()
      return rows.map(({ id, fullName, company, location }) => ({
        id: id as CandidateId,
        fullName,
        company: company ?? undefined,
        location: location ?? undefined,
      }))
    },
    async file(id, keys) {
      await sql`WITH gone AS (DELETE FROM name_key WHERE workspace_id = ${ws} AND candidate_id = ${id}::uuid AND key <> ALL(${[...keys]}::text[])),
          compared AS (DELETE FROM duplicate_check WHERE workspace_id = ${ws} AND candidate_id = ${id}::uuid)
        INSERT INTO name_key (workspace_id, key, candidate_id) SELECT ${ws}, key, ${id}::uuid FROM unnest(${[...keys]}::text[]) AS key
        ON CONFLICT DO NOTHING`.execute(db)
    },
    async alike(id, keys) {
      if (keys.length === 0) return []
      // One look into the index for each key, however many people there are.
      const { rows } = await sql<{ candidateId: string }>`SELECT DISTINCT found.candidate_id
        FROM unnest(${[...keys]}::text[]) AS wanted (key)
        CROSS JOIN LATERAL (SELECT n.candidate_id FROM name_key n WHERE n.workspace_id = ${ws} AND n.key = wanted.key
          AND n.candidate_id <> ${id}::uuid ORDER BY n.candidate_id DESC LIMIT ${MOST_ALIKE}) AS found LIMIT ${MOST_COMPARED}`.execute(
        db,
      )
      return idsOf(rows)
    },
    async suggest(id, suggestions, now) {
      const [ones, others] = [suggestions.map(({ oneId }) => oneId), suggestions.map(({ otherId }) => otherId)]
      await sql`DELETE FROM duplicate d WHERE workspace_id = ${ws} AND state = 'open' AND (one_id = ${id}::uuid OR other_id = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM unnest(${ones}::uuid[], ${others}::uuid[]) AS kept (one, other) WHERE kept.one = d.one_id AND kept.other = d.other_id)`.execute(
        db,
      )
      if (suggestions.length === 0) return
      await db
        .insertInto('duplicate')
        .values(
          suggestions.map(({ oneId, otherId, score, reasons }) => ({
            workspaceId,
            oneId,
            otherId,
            score,
            reasons: [...reasons],
            state: 'open',
            suggestedAt: new Date(now),
          })),
        )
        .onConflict((known) =>
          known
            .columns(['workspaceId', 'oneId', 'otherId'])
            .doUpdateSet({ score: sql`excluded.score`, reasons: sql`excluded.reasons` })
            .where('duplicate.state', '=', 'open'),
        )
        .execute()
    },
    async open(limit, after) {
      const behind =
        after === undefined
          ? sql`true`
          : sql`(d.score, d.one_id, d.other_id) < (${after.score}, ${after.oneId}::uuid, ${after.otherId}::uuid)`
      const { rows } = await sql<Pair & { score: number }>`SELECT d.one_id, d.other_id, d.score FROM duplicate d
        WHERE d.workspace_id = ${ws} AND d.state = 'open' AND ${behind} AND ${isSeen(sql`d.one_id`)} AND ${isSeen(sql`d.other_id`)}
        ORDER BY d.score DESC, d.one_id DESC, d.other_id DESC LIMIT ${limit}`.execute(db)
      return rows
    },
    async lock({ oneId, otherId }) {
      const row = await pairs()
        .select('state')
        .where('oneId', '=', oneId)
        .where('otherId', '=', otherId)
        .forUpdate()
        .executeTakeFirst()
      return row?.state as DuplicateState | undefined
    },
    async decide({ oneId, otherId }, state, by, at) {
      await db
        .updateTable('duplicate')
        .set({ state, decidedBy: by ?? null, decidedAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('oneId', '=', oneId)
        .where('otherId', '=', otherId)
        .execute()
    },
  }
}
