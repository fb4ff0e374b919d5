/** What the card of a job shows, as it is now. No actor: the worker draws it, and a recruiter who asks who fits sees the same. */
import { z } from 'zod'
import type { JobId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Instant, Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Job } from '../ports/workspace.ts'
import { type Fitting, whoFits } from './who-fits.ts'

export type JobCardModel = {
  readonly job: Job
  /** Slack id of the hiring manager. */
  readonly manager: string | undefined
  readonly who: { readonly people: readonly Fitting[]; readonly more: boolean } | 'too_slow'
  /** Names of owners and flaggers. */
  readonly names: ReadonlyMap<MemberId, string>
  /** Whose card it is: their own people alone. Without it everybody, and *Undo* for whoever opened it. */
  readonly owner: MemberId | undefined
  readonly now: Instant
  readonly zone: Zone
}

/** `taken_back` where the opening was undone. */
export async function loadJobCard(
  ctx: SystemCtx,
  id: JobId,
  owner?: MemberId,
): Promise<JobCardModel | 'taken_back' | undefined> {
  const found = await ctx.uow.run(async (tx) => {
    const job = await tx.jobs.get(id)
    if (job !== undefined) {
      const manager = job.managerId === undefined ? undefined : await tx.members.get(job.managerId)
      return { job, manager: manager?.slackUserId }
    }
    const [last] = await tx.events.read(`job:${id}`, 1)
    return last?.type === 'job.open_undone' ? 'taken_back' : undefined
  })
  if (found === undefined || found === 'taken_back') return found
  const fitting = found.job.closedAt === undefined ? await whoFits(ctx, found.job) : { people: [], more: false }
  const who =
    fitting === 'too_slow' || owner === undefined
      ? fitting
      : { people: fitting.people.filter(({ person }) => person.ownerId === owner), more: false }
  const mentioned = who === 'too_slow' ? [] : who.people.flatMap(({ person, flaggedBy }) => [person.ownerId, flaggedBy])
  const members = await ctx.uow.run((tx) => tx.members.getMany([...new Set(mentioned.flatMap((one) => one ?? []))]))
  const names = new Map(members.map((member) => [member.id, member.name]))
  return { ...found, who, names, owner, now: ctx.now, zone: ctx.workspace.zone }
}

/** **Who fits** in the list of jobs. */
export const readJob = defineUseCase({
  name: 'read-job',
  permission: 'pool.read',
  input: z.object({ jobId: idInput('job') }),
  run: async (ctx, { jobId }): Promise<Result<JobCardModel, { readonly kind: 'job_gone' }>> => {
    const model = await loadJobCard(ctx, jobId)
    return model === undefined || model === 'taken_back' ? refuse({ kind: 'job_gone' }) : ok(model)
  },
})
