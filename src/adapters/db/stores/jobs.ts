import type { Seniority } from '../../../domain/candidate/candidate.ts'
import type { HireSource } from '../../../domain/jobs/hire.ts'
import type { Currency } from '../../../domain/jobs/money.ts'
import type { CandidateId, HireId, JobId, MemberId } from '../../../domain/shared/ids.ts'
import type { Hire, HireStore } from '../../../usecases/ports/hires.ts'
import type { Job, JobOutcome, JobStore } from '../../../usecases/ports/workspace.ts'
import type { Hire as HireModel, Job as JobModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromDay, fromInstant, toDayOrNone, toInstant, toInstantOrNone } from '../values.ts'

const toJob = (row: JobModel): Job => ({
  id: row.id as JobId,
  title: row.title,
  location: row.location ?? undefined,
  remoteOk: row.remoteOk,
  skills: row.skills,
  managerId: (row.managerId ?? undefined) as MemberId | undefined,
  seniority: (row.seniority ?? undefined) as Seniority | undefined,
  openedBy: (row.openedBy ?? undefined) as MemberId | undefined,
  openedAt: toInstant(row.openedAt),
  closedAt: toInstantOrNone(row.closedAt),
  outcome: (row.outcome ?? undefined) as JobOutcome | undefined,
})

export function makeJobStore({ db, workspaceId }: Scope): JobStore {
  const key = (id: JobId) => ({ workspaceId_id: { workspaceId, id } })
  const get = async (id: JobId) => {
    const row = await db.job.findUnique({ where: key(id) })
    return row === null ? undefined : toJob(row)
  }
  return {
    get,
    async lock(id) {
      await db.$queryRaw`SELECT id FROM job WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async open(limit) {
      const rows = await db.job.findMany({
        where: { workspaceId, closedAt: null },
        orderBy: { openedAt: 'desc' },
        take: limit,
      })
      return rows.map(toJob)
    },
    async insert(job) {
      await db.job.create({
        data: {
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
        },
      })
    },
    async close(id, { outcome, openedAt, at }) {
      await db.job.update({
        where: key(id),
        data: { outcome, openedAt: new Date(openedAt), closedAt: new Date(at) },
      })
    },
    async reopen(id, openedAt) {
      await db.job.update({
        where: key(id),
        data: { outcome: null, closedAt: null, openedAt: new Date(openedAt) },
      })
    },
    async remove(id) {
      const removed =
        await db.$executeRaw`DELETE FROM job WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM draft WHERE workspace_id = ${workspaceId}::uuid AND job_id = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM candidate WHERE workspace_id = ${workspaceId}::uuid AND job_id = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM hire WHERE workspace_id = ${workspaceId}::uuid AND job_id = ${id}::uuid)`
      return removed === 1 ? 'removed' : 'in_use'
    },
  }
}

const toHire = (row: HireModel): Hire => ({
  id: row.id as HireId,
  jobId: row.jobId as JobId,
  candidateId: (row.candidateId ?? undefined) as CandidateId | undefined,
  source: row.source as HireSource,
  fromPool: row.fromPool,
  appliedOn: toDayOrNone(row.appliedOn),
  acceptedOn: toDayOrNone(row.acceptedOn) as Hire['acceptedOn'],
  internalCost: row.internalCost ?? undefined,
  externalCost: row.externalCost ?? undefined,
  currency: (row.currency ?? undefined) as Currency | undefined,
  recordedBy: row.recordedBy as MemberId,
  recordedAt: toInstant(row.recordedAt),
})

export function makeHireStore({ db, workspaceId }: Scope): HireStore {
  return {
    async ofJob(jobId) {
      const row = await db.hire.findUnique({ where: { workspaceId_jobId: { workspaceId, jobId } } })
      return row === null ? undefined : toHire(row)
    },
    async insert(hire) {
      await db.hire.create({
        data: {
          workspaceId,
          ...hire,
          candidateId: hire.candidateId ?? null,
          appliedOn: fromDay(hire.appliedOn),
          acceptedOn: new Date(`${hire.acceptedOn}T00:00:00Z`),
          internalCost: hire.internalCost ?? null,
          externalCost: hire.externalCost ?? null,
          currency: hire.currency ?? null,
          recordedAt: new Date(hire.recordedAt),
        },
      })
    },
    async remove(id) {
      await db.hire.deleteMany({ where: { workspaceId, id } })
    },
  }
}
