import { z } from 'zod'
import { ok, type Result } from '../../domain/shared/result.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { Job } from '../ports/workspace.ts'

export type JobList = {
  readonly jobs: readonly { readonly job: Job; readonly manager: string | undefined }[]
  readonly more: boolean
  readonly now: Instant
}

/** A message bears some 13,000 characters. */
const MOST_SHOWN = 15

/** `/pool job`: the open jobs, the newest first. */
export const listOpenJobs = defineUseCase({
  name: 'list-open-jobs',
  permission: 'pool.read',
  input: z.object({}),
  run: (ctx): Promise<Result<JobList, never>> =>
    ctx.uow.run(async (tx) => {
      const jobs = await tx.jobs.open(MOST_SHOWN + 1)
      const managers = await tx.members.getMany([...new Set(jobs.flatMap(({ managerId }) => managerId ?? []))])
      const shown = jobs.slice(0, MOST_SHOWN).map((job) => ({
        job,
        manager: managers.find(({ id }) => id === job.managerId)?.name,
      }))
      return ok({ jobs: shown, more: jobs.length > MOST_SHOWN, now: ctx.now })
    }),
})
