import { type Selectable, sql } from 'kysely'
import type { ClockJob, Errand } from '../../../domain/nurture/rhythms.ts'
import type { Day } from '../../../domain/shared/time.ts'
import type { JobRun, JobRunStore, RunKey } from '../../../usecases/ports/job-runs.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

const toRun = (row: Selectable<Tables['jobRun']>): JobRun => ({
  job: row.job as RunKey['job'],
  subject: row.subject,
  slot: row.slot,
  startedAt: toInstant(row.startedAt),
  finishedAt: toInstantOrNone(row.finishedAt),
  outcome: (row.outcome ?? undefined) as JobRun['outcome'],
  report: row.report ?? undefined,
  attempts: row.attempts,
})

const MOST_UNFINISHED = 50
/** A slot of the clock, or one that somebody asked for; parts of a slot bear an id. */
const WHOLE = ['', 'by_hand']

export function makeJobRunStore({ db, workspaceId }: Scope): JobRunStore {
  const runs = (job: ClockJob | Errand) =>
    db.selectFrom('jobRun').where('workspaceId', '=', workspaceId).where('job', '=', job)
  const isIt = ({ job, subject, slot }: RunKey) =>
    sql`workspace_id = ${workspaceId}::uuid AND job = ${job} AND subject = ${subject} AND slot = ${slot}`
  const get = async ({ job, subject, slot }: RunKey) => {
    const row = await runs(job).selectAll().where('subject', '=', subject).where('slot', '=', slot).executeTakeFirst()
    return row === undefined ? undefined : toRun(row)
  }
  return {
    get,
    async begin({ job, subject, slot }, now) {
      const { numAffectedRows } = await sql`INSERT INTO job_run (workspace_id, job, subject, slot, started_at)
        VALUES (${workspaceId}::uuid, ${job}, ${subject}, ${slot}, ${new Date(now)}) ON CONFLICT DO NOTHING`.execute(db)
      return numAffectedRows === 1n
    },
    async claim(key, owner, seconds) {
      const { numAffectedRows } = await sql`UPDATE job_run SET attempts = attempts + 1, lease_owner = ${owner}::uuid,
          lease_until = clock_timestamp() + make_interval(secs => ${seconds}::float8)
        WHERE ${isIt(key)} AND finished_at IS NULL AND (lease_until IS NULL OR lease_until < clock_timestamp())`.execute(
        db,
      )
      return numAffectedRows === 1n ? get(key) : undefined
    },
    async keep(key, owner, report) {
      const { numAffectedRows } = await sql`UPDATE job_run SET report = ${JSON.stringify(report)}::jsonb
        WHERE ${isIt(key)} AND lease_owner = ${owner}::uuid AND finished_at IS NULL`.execute(db)
      return numAffectedRows === 1n
    },
    async release(key, owner) {
      await sql`UPDATE job_run SET lease_owner = NULL, lease_until = NULL
        WHERE ${isIt(key)} AND lease_owner = ${owner}::uuid AND finished_at IS NULL`.execute(db)
    },
    async finish(key, owner, outcome, report, now) {
      const { numAffectedRows } =
        await sql`UPDATE job_run SET finished_at = ${new Date(now)}, outcome = ${outcome}, report = ${JSON.stringify(report)}::jsonb,
          lease_owner = NULL, lease_until = NULL
        WHERE ${isIt(key)} AND lease_owner = ${owner}::uuid AND finished_at IS NULL`.execute(db)
      return numAffectedRows === 1n
    },
    async record({ job, subject, slot }, report, now) {
      const at = new Date(now)
      const { numAffectedRows } =
        await sql`INSERT INTO job_run (workspace_id, job, subject, slot, started_at, finished_at, outcome, report)
        VALUES (${workspaceId}::uuid, ${job}, ${subject}, ${slot}, ${at}, ${at}, 'done', ${JSON.stringify(report)}::jsonb) ON CONFLICT DO NOTHING`.execute(
          db,
        )
      return numAffectedRows === 1n
    },
    async unfinished(job) {
      const rows = await runs(job)
        .select(['subject', 'slot'])
        .where('subject', 'in', WHOLE)
        .where('finishedAt', 'is', null)
        .orderBy('startedAt')
        .limit(MOST_UNFINISHED)
        .execute()
      return rows.map(({ subject, slot }) => ({ job, subject, slot }))
    },
    async lastSlot(job) {
      const row = await runs(job)
        .select('slot')
        .where('subject', '=', '')
        .orderBy('slot', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row !== undefined) return { slot: row.slot as Day }
      const { createdAt } = await db
        .selectFrom('workspace')
        .select('createdAt')
        .where('id', '=', workspaceId)
        .executeTakeFirstOrThrow()
      return { since: toInstant(createdAt) }
    },
    async recent(job, limit) {
      const rows = await runs(job)
        .selectAll()
        .where('subject', 'in', WHOLE)
        .orderBy('startedAt', 'desc')
        .orderBy('slot', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRun)
    },
    async expireLeases() {
      await db
        .updateTable('jobRun')
        .set({ leaseUntil: sql`'-infinity'` })
        .where('workspaceId', '=', workspaceId)
        .where('finishedAt', 'is', null)
        .execute()
    },
  }
}
