import type { ClockJob } from '../../../domain/nurture/rhythms.ts'
import type { Day } from '../../../domain/shared/time.ts'
import type { JobRun, JobRunStore, RunKey } from '../../../usecases/ports/job-runs.ts'
import { type JobRun as JobRunModel, Prisma } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

const toRun = (row: JobRunModel): JobRun => ({
  job: row.job as ClockJob,
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
  const isIt = ({ job, subject, slot }: RunKey) =>
    Prisma.sql`workspace_id = ${workspaceId}::uuid AND job = ${job} AND subject = ${subject} AND slot = ${slot}`
  const get = async (key: RunKey) => {
    const row = await db.jobRun.findUnique({ where: { workspaceId_job_subject_slot: { workspaceId, ...key } } })
    return row === null ? undefined : toRun(row)
  }
  return {
    get: ({ job, subject, slot }) => get({ job, subject, slot }),
    async begin({ job, subject, slot }, now) {
      const begun = await db.$executeRaw`INSERT INTO job_run (workspace_id, job, subject, slot, started_at)
        VALUES (${workspaceId}::uuid, ${job}, ${subject}, ${slot}, ${new Date(now)}) ON CONFLICT DO NOTHING`
      return begun === 1
    },
    async claim(key, owner, seconds) {
      const taken = await db.$executeRaw`UPDATE job_run SET attempts = attempts + 1, lease_owner = ${owner}::uuid,
          lease_until = clock_timestamp() + make_interval(secs => ${seconds}::float8)
        WHERE ${isIt(key)} AND finished_at IS NULL AND (lease_until IS NULL OR lease_until < clock_timestamp())`
      return taken === 1 ? get({ job: key.job, subject: key.subject, slot: key.slot }) : undefined
    },
    async keep(key, owner, report) {
      const kept = await db.$executeRaw`UPDATE job_run SET report = ${JSON.stringify(report)}::jsonb
        WHERE ${isIt(key)} AND lease_owner = ${owner}::uuid AND finished_at IS NULL`
      return kept === 1
    },
    async release(key, owner) {
      await db.$executeRaw`UPDATE job_run SET lease_owner = NULL, lease_until = NULL
        WHERE ${isIt(key)} AND lease_owner = ${owner}::uuid AND finished_at IS NULL`
    },
    async finish(key, owner, outcome, report, now) {
      const finished =
        await db.$executeRaw`UPDATE job_run SET finished_at = ${new Date(now)}, outcome = ${outcome}, report = ${JSON.stringify(report)}::jsonb,
          lease_owner = NULL, lease_until = NULL
        WHERE ${isIt(key)} AND lease_owner = ${owner}::uuid AND finished_at IS NULL`
      return finished === 1
    },
    async record({ job, subject, slot }, report, now) {
      const at = new Date(now)
      const recorded =
        await db.$executeRaw`INSERT INTO job_run (workspace_id, job, subject, slot, started_at, finished_at, outcome, report)
        VALUES (${workspaceId}::uuid, ${job}, ${subject}, ${slot}, ${at}, ${at}, 'done', ${JSON.stringify(report)}::jsonb) ON CONFLICT DO NOTHING`
      return recorded === 1
    },
    async unfinished(job) {
      const rows = await db.jobRun.findMany({
        where: { workspaceId, job, subject: { in: WHOLE }, finishedAt: null },
        orderBy: { startedAt: 'asc' },
        take: MOST_UNFINISHED,
        select: { subject: true, slot: true },
      })
      return rows.map(({ subject, slot }) => ({ job, subject, slot }))
    },
    async lastSlot(job) {
      const row = await db.jobRun.findFirst({
        where: { workspaceId, job, subject: '' },
        orderBy: { slot: 'desc' },
        select: { slot: true },
      })
      if (row !== null) return { slot: row.slot as Day }
      const { createdAt } = await db.workspace.findFirstOrThrow({ where: { id: workspaceId } })
      return { since: toInstant(createdAt) }
    },
    async recent(job, limit) {
      const rows = await db.jobRun.findMany({
        where: { workspaceId, job, subject: { in: WHOLE } },
        orderBy: [{ startedAt: 'desc' }, { slot: 'desc' }],
        take: limit,
      })
      return rows.map(toRun)
    },
    async expireLeases() {
      await db.$executeRaw`UPDATE job_run SET lease_until = '-infinity' WHERE workspace_id = ${workspaceId}::uuid AND finished_at IS NULL`
    },
  }
}
