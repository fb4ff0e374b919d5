/** What the card of a job shows, as it is now. No actor: the worker draws it, and a recruiter who asks who fits sees the same. */
import { z } from 'zod'
import { type ChannelHint, channelHint, HINT_YEARS } from '../../domain/jobs/channel-hint.ts'
import type { JobToFill } from '../../domain/nurture/similar-job.ts'
import type { JobId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { addDays, dayIn, type Instant, type Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Job } from '../ports/workspace.ts'
import type { Fitting } from './rank-people.ts'
import { whoFits } from './who-fits.ts'

export type JobCardModel = {
  readonly job: Job
  /** Slack id of the hiring manager. */
  readonly manager: string | undefined
  readonly who: { readonly people: readonly Fitting[]; readonly more: boolean } | 'too_slow'
  /** Names of owners and flaggers. */
  readonly names: ReadonlyMap<MemberId, string>
  /** Whose card it is: their own people alone. Without it everybody, and *Undo* for whoever opened it. */
  readonly owner: MemberId | undefined
  /** Which sources brought the hires for jobs like it; for whoever opened it. */
  readonly channels?: ChannelHint | undefined
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
  const channels =
    owner === undefined && found.job.closedAt === undefined ? await channelsFor(ctx, found.job) : undefined
  return { ...found, who, names, owner, channels, now: ctx.now, zone: ctx.workspace.zone }
}

/** A few hundred hires are years of them. */
const MOST_HIRES = 500

/** Where hires for jobs like it came from; without sources where they are too few to say. */
export const channelsFor = (ctx: SystemCtx, job: JobToFill): Promise<ChannelHint> =>
  ctx.uow.read(async (tx) => {
    const since = addDays(dayIn(ctx.now, ctx.workspace.zone), -HINT_YEARS * 365)
    const past = await tx.hires.recent(since, MOST_HIRES)
    return channelHint(job, past)
  })

/** Where hires for jobs like it came from, and how that is counted. */
export const readChannels = defineUseCase({
  name: 'read-channels',
  permission: 'pool.read',
  input: z.object({ jobId: idInput('job') }),
  run: async (ctx, { jobId }): Promise<Result<ChannelHint, { readonly kind: 'job_gone' }>> => {
    const job = await ctx.uow.read((tx) => tx.jobs.get(jobId))
    return job === undefined ? refuse({ kind: 'job_gone' }) : ok(await channelsFor(ctx, job))
  },
})

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
