import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { SENIORITIES } from '../../../domain/candidate/candidate.ts'
import { JOB_FUNCTIONS } from '../../../domain/candidate/job-function.ts'
import { CRITERIA, type RoleCriteria } from '../../../domain/jobs/criteria.ts'
import { NOT_COMPARED } from '../../../domain/jobs/likeness.ts'
import type { CandidateId, JobId, MatchRunId, MemberId } from '../../../domain/shared/ids.ts'
import type { MatchedPerson, MatchRun, MatchRunStore } from '../../../usecases/ports/match-runs.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant } from '../values.ts'

/** What older versions of the programme wrote may lack what newer ones know. */
const Criteria = z.object({
  title: z.string(),
  must: z.array(z.string()),
  nice: z.array(z.string()),
  anyOf: z.array(z.array(z.string())).optional(),
  years: z.number().optional(),
  skillYears: z.record(z.string(), z.number()).optional(),
  seniority: z.enum(SENIORITIES).optional(),
  location: z.string().optional(),
  remoteOk: z.boolean(),
  jobFunction: z.enum(JOB_FUNCTIONS).optional(),
  languages: z.array(z.string()),
  order: z.array(z.enum(CRITERIA)),
})

function toCriteria(json: unknown): RoleCriteria {
  const { years, skillYears = {}, seniority, location, jobFunction, anyOf = [], ...rest } = Criteria.parse(json)
  return { ...rest, anyOf, years, skillYears, seniority, location, jobFunction }
}

const Failed = z.enum(NOT_COMPARED)
function likenessOf({ likenessBy, likenessFailed }: Selectable<Tables['matchRun']>): MatchRun['likeness'] {
  if (likenessBy !== null) return { by: likenessBy }
  return likenessFailed === null ? undefined : { failed: Failed.parse(likenessFailed) }
}

const toRun = (row: Selectable<Tables['matchRun']>): MatchRun => ({
  id: row.id as MatchRunId,
  memberId: row.memberId as MemberId,
  jobId: (row.jobId ?? undefined) as JobId | undefined,
  criteria: toCriteria(row.criteria),
  found: row.found,
  more: row.more,
  at: toInstant(row.at),
  likeness: likenessOf(row),
})

export function makeMatchRunStore({ db, workspaceId }: Scope): MatchRunStore {
  const runs = () => db.selectFrom('matchRun').selectAll().where('workspaceId', '=', workspaceId)
  const people = (id: MatchRunId) =>
    db
      .selectFrom('matchPerson')
      .select(['place', 'candidateId', 'likeness'])
      .where('workspaceId', '=', workspaceId)
      .where('runId', '=', id)
  const put = (id: MatchRunId, from: number, matched: readonly MatchedPerson[]) =>
    sql`INSERT INTO match_person (workspace_id, run_id, place, candidate_id, likeness)
      SELECT ${workspaceId}::uuid, ${id}::uuid, ${from}::int + at - 1, id, likeness
      FROM unnest(${matched.map((one) => one.id)}::uuid[], ${matched.map((one) => one.likeness ?? null)}::float8[]) WITH ORDINALITY AS found (id, likeness, at)`.execute(
      db,
    )
  return {
    async insert({ criteria, jobId, at, likeness, ...run }, matched, forgetBefore) {
      await sql`DELETE FROM match_person p USING match_run r WHERE r.workspace_id = ${workspaceId}::uuid AND r.at < ${new Date(forgetBefore)}
        AND p.workspace_id = r.workspace_id AND p.run_id = r.id`.execute(db)
      await db
        .insertInto('matchRun')
        .values({
          workspaceId,
          ...run,
          jobId: jobId ?? null,
          criteria: JSON.stringify(criteria),
          at: new Date(at),
          likenessBy: likeness !== undefined && 'by' in likeness ? likeness.by : null,
          likenessFailed: likeness !== undefined && 'failed' in likeness ? likeness.failed : null,
        })
        .execute()
      await put(run.id, 0, matched)
    },
    async extend({ id, found }, ids, more) {
      const { numUpdatedRows } = await db
        .updateTable('matchRun')
        .set({ found: found + ids.length, more })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('found', '=', found)
        .executeTakeFirst()
      if (numUpdatedRows === 1n) await put(id, found, ids)
    },
    async get(id) {
      const row = await runs().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toRun(row)
    },
    async list(limit) {
      const rows = await runs().orderBy('at', 'desc').orderBy('id').limit(limit).execute()
      return rows.map(toRun)
    },
    async people(id, from, limit) {
      const rows = await people(id).where('place', '>=', from).orderBy('place').limit(limit).execute()
      return rows.map(({ place, candidateId, likeness }) => ({
        place,
        candidateId: candidateId as CandidateId,
        likeness: likeness ?? undefined,
      }))
    },
    async placeBefore(id, before, limit) {
      const rows = await people(id).where('place', '<', before).orderBy('place', 'desc').limit(limit).execute()
      return rows.at(-1)?.place ?? 0
    },
  }
}
