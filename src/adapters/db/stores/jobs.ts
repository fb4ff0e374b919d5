import { type Selectable, sql, type Updateable } from 'kysely'
import type { Seniority } from '../../../domain/candidate/candidate.ts'
import type { HireSource } from '../../../domain/jobs/hire.ts'
import type { Currency } from '../../../domain/jobs/money.ts'
import type { CandidateId, HireId, JobId, MemberId } from '../../../domain/shared/ids.ts'
import type { Hire, HireStore } from '../../../usecases/ports/hires.ts'
import type { Job, JobOutcome, JobStore } from '../../../usecases/ports/workspace.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toJob = (row: Selectable<Tables['job']>): Job => ({
  id: row.id as JobId,
  title: row.title,
  location: row.location ?? undefined,
  remoteOk: row.remoteOk,
  skills: row.skills ?? [],
  managerId: (row.managerId ?? undefined) as MemberId | undefined,
  seniority: (row.seniority ?? undefined) as Seniority | undefined,
  openedBy: (row.openedBy ?? undefined) as MemberId | undefined,
  openedAt: toInstant(row.openedAt),
  closedAt: toInstantOrNone(row.closedAt),
  outcome: (row.outcome ?? undefined) as JobOutcome | undefined,
})

export function makeJobStore({ db, workspaceId }: Scope): JobStore {
  const jobs = () => db.selectFrom('job').selectAll().where('workspaceId', '=', workspaceId)
  const change = (id: JobId, set: Updateable<Tables['job']>) =>
    db
      .updateTable('job')
      .set(set)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirstOrThrow()
  return {
    async get(id) {
      const row = await jobs().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toJob(row)
    },
    async lock(id) {
      const row = await jobs().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toJob(row)
    },
    async hold(id) {
      const row = await jobs().where('id', '=', id).forShare().executeTakeFirst()
      return row === undefined ? undefined : toJob(row)
    },
    async open(limit) {
      const rows = await jobs().where('closedAt', 'is', null).orderBy('openedAt', 'desc').limit(limit).execute()
      return rows.map(toJob)
    },
    async insert(job) {
      await db
        .insertInto('job')
        .values({
          workspaceId,
          id: job.id,
          title: job.title,
          location: job.location ?? null,
          remoteOk: job.remoteOk,
          skills: [...job.skills],
          managerId: job.managerId ?? null,
          seniority: job.seniority ?? null,
          openedBy: job.openedBy ?? null,
          openedAt: new Date(job.openedAt),
          closedAt: fromInstant(job.closedAt),
          outcome: job.outcome ?? null,
        })
        .execute()
    },
    async close(id, { outcome, openedAt, at }) {
      await change(id, { outcome, openedAt: new Date(openedAt), closedAt: new Date(at) })
    },
    async reopen(id, openedAt) {
      await change(id, { outcome: null, closedAt: null, openedAt: new Date(openedAt) })
    },
    async keepWoken(id, woken) {
      if (woken.length === 0) return
      await db
        .insertInto('jobWoken')
        .values(woken.map(({ candidateId, until }) => ({ workspaceId, jobId: id, candidateId, until })))
        .execute()
    },
    async wokenBy(id) {
      const rows = await db
        .selectFrom('jobWoken')
        .select(['candidateId', 'until'])
        .where('workspaceId', '=', workspaceId)
        .where('jobId', '=', id)
        .orderBy('candidateId')
        .execute()
      return rows.map(({ candidateId, until }) => ({ candidateId: candidateId as CandidateId, until }))
    },
    async remove(id) {
      const { numAffectedRows } =
        await sql`DELETE FROM job WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM draft WHERE workspace_id = ${workspaceId}::uuid AND job_id = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM candidate WHERE workspace_id = ${workspaceId}::uuid AND job_id = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM hire WHERE workspace_id = ${workspaceId}::uuid AND job_id = ${id}::uuid)`.execute(
          db,
        )
      return numAffectedRows === 1n ? 'removed' : 'in_use'
    },
  }
}

const toHire = (row: Selectable<Tables['hire']>): Hire => ({
  id: row.id as HireId,
  jobId: row.jobId as JobId,
  candidateId: (row.candidateId ?? undefined) as CandidateId | undefined,
  source: row.source as HireSource,
  fromPool: row.fromPool,
  appliedOn: row.appliedOn ?? undefined,
  acceptedOn: row.acceptedOn,
  internalCost: row.internalCost ?? undefined,
  externalCost: row.externalCost ?? undefined,
  currency: (row.currency ?? undefined) as Currency | undefined,
  recordedBy: row.recordedBy as MemberId,
  recordedAt: toInstant(row.recordedAt),
})

export function makeHireStore({ db, workspaceId }: Scope): HireStore {
  return {
    async ofJob(jobId) {
      const row = await db
        .selectFrom('hire')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('jobId', '=', jobId)
        .executeTakeFirst()
      return row === undefined ? undefined : toHire(row)
    },
    async recent(since, limit) {
      const rows = await db
        .selectFrom('hire')
        .innerJoin('job', (join) =>
          join.onRef('job.workspaceId', '=', 'hire.workspaceId').onRef('job.id', '=', 'hire.jobId'),
        )
        .select(['hire.source', 'job.title', 'job.location', 'job.remoteOk', 'job.skills', 'job.seniority'])
        .where('hire.workspaceId', '=', workspaceId)
        .where('hire.acceptedOn', '>=', since)
        .orderBy('hire.acceptedOn', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ source, title, location, remoteOk, skills, seniority }) => ({
        source: source as HireSource,
        job: {
          title,
          location: location ?? undefined,
          remoteOk,
          skills: skills ?? [],
          seniority: (seniority ?? undefined) as Seniority | undefined,
        },
      }))
    },
    async insert(hire) {
      await db
        .insertInto('hire')
        .values({
          workspaceId,
          ...hire,
          candidateId: hire.candidateId ?? null,
          appliedOn: hire.appliedOn ?? null,
          internalCost: hire.internalCost ?? null,
          externalCost: hire.externalCost ?? null,
          currency: hire.currency ?? null,
          recordedAt: new Date(hire.recordedAt),
        })
        .execute()
    },
    async remove(id) {
      await db.deleteFrom('hire').where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
    },
  }
}
