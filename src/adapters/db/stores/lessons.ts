import { sql } from 'kysely'
import type { CandidateId, MemberId } from '../../../domain/shared/ids.ts'
import type { LessonStore } from '../../../usecases/ports/lessons.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

type Row = { readonly spelling: string; readonly skill: string; readonly taughtBy: string; readonly taughtAt: Date }
const toLesson = ({ spelling, skill, taughtBy, taughtAt }: Row) => ({
  spelling,
  skill,
  taughtBy: taughtBy as MemberId,
  taughtAt: toInstant(taughtAt),
})

export function makeLessonStore({ db, workspaceId }: Scope): LessonStore {
  const ws = sql`${workspaceId}::uuid`
  const lessons = () => db.selectFrom('learnedSkill').where('workspaceId', '=', workspaceId)
  const living = () => lessons().where('removedAt', 'is', null)
  return {
    async all() {
      const rows = await living().select(['spelling', 'skill', 'taughtBy', 'taughtAt']).orderBy('spelling').execute()
      return rows.map(toLesson)
    },
    async teach({ spelling, skill, taughtBy, taughtAt }, most) {
      const { count } = await living()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      if (count >= most) return 'full'
      const { numAffectedRows } =
        await sql`INSERT INTO learned_skill (workspace_id, spelling, skill, taught_by, taught_at)
        VALUES (${ws}, ${spelling}, ${skill}, ${taughtBy}::uuid, ${new Date(taughtAt)})
        ON CONFLICT (workspace_id, spelling) DO UPDATE SET skill = EXCLUDED.skill, taught_by = EXCLUDED.taught_by, taught_at = EXCLUDED.taught_at,
          removed_at = NULL, applied_at = NULL WHERE learned_skill.removed_at IS NOT NULL`.execute(db)
      return numAffectedRows === 1n ? 'taught' : 'known'
    },
    async forget(spelling, at) {
      const { rows } = await sql<Row>`UPDATE learned_skill SET removed_at = ${new Date(at)}, applied_at = NULL
        WHERE workspace_id = ${ws} AND spelling = ${spelling} AND removed_at IS NULL RETURNING spelling, skill, taught_by, taught_at`.execute(
        db,
      )
      return rows[0] === undefined ? undefined : toLesson(rows[0])
    },
    async pending() {
      const rows = await lessons().select('spelling').where('appliedAt', 'is', null).orderBy('spelling').execute()
      return rows.map((row) => row.spelling)
    },
    async apply(spelling, after, limit) {
      const { rows } = await sql<{ id: string }>`WITH due AS (SELECT s.candidate_id FROM candidate_search s
          WHERE s.workspace_id = ${workspaceId}::uuid AND s.skills @> ARRAY[${spelling}::text] AND s.candidate_id > ${after ?? FIRST}::uuid
          ORDER BY s.candidate_id LIMIT ${limit}),
        done AS (UPDATE candidate_search s SET skills = with_learned(${ws}, c.skills),
            traits = search_traits(${ws}, c.relation, c.employment, c.career_stage, c.skill_uses, c.custom)
          FROM candidate c JOIN due ON c.id = due.candidate_id
          WHERE c.workspace_id = ${ws} AND s.workspace_id = ${workspaceId}::uuid AND s.candidate_id = due.candidate_id)
        SELECT candidate_id AS id FROM due ORDER BY candidate_id DESC LIMIT 1`.execute(db)
      return rows[0]?.id as CandidateId | undefined
    },
    async settle(spelling, at) {
      await sql`DELETE FROM learned_skill WHERE workspace_id = ${ws} AND spelling = ${spelling} AND removed_at IS NOT NULL`.execute(
        db,
      )
      await sql`UPDATE learned_skill SET applied_at = ${new Date(at)} WHERE workspace_id = ${ws} AND spelling = ${spelling}`.execute(
        db,
      )
    },
  }
}

/** Comes before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'
