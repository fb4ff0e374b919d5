import { z } from 'zod'
import { type Candidate, STANDINGS } from '../../domain/candidate/candidate.ts'
import { asId, type JobId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, dayIn, instant } from '../../domain/shared/time.ts'
import { jobHistory } from '../../domain/shared/words/jobs.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { entry } from '../people/change-person.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job } from '../ports/workspace.ts'
import { tellFlaggers } from '../replies/tell-flaggers.ts'
import { isOver } from './open-job.ts'
import { CloseInput, type CloseProblems, type HireDetails, readClose } from './read-close.ts'
import { wasInPool } from './was-in-pool.ts'

export type CloseJobRefusal =
  | { readonly kind: 'job_gone' }
  | { readonly kind: 'job_closed' }
  | { readonly kind: 'no_such_person' }
  | { readonly kind: 'fields'; readonly problems: CloseProblems }
export type ClosedJob = { readonly jobId: JobId; readonly outcome: 'hired' | 'cancelled'; readonly title: string }

/**
 * **Close job**: what became of it, for the goals and the times to fill. Whoever was hired and is on record stands as hired from that day;
 * nobody else is touched. Their flaggers hear of it.
 */
export const closeJob = defineUseCase({
  name: 'close-job',
  permission: 'job.change',
  input: CloseInput,
  run: async (ctx, input): Promise<Result<ClosedJob, CloseJobRefusal>> => {
    const seen = await ctx.uow.run(async (tx) => ({
      job: await tx.jobs.get(input.jobId),
      person: input.candidateId === undefined ? undefined : (await tx.candidates.getMany([input.candidateId]))[0],
    }))
    if (seen.job === undefined) return refuse({ kind: 'job_gone' })
    const details = readClose(ctx, input, seen.job)
    if (!details.ok) return refuse({ kind: 'fields', problems: details.refusal })
    const { hire, openedAt } = details.value
    const hired = hire === undefined ? undefined : input.candidateId
    if (hired !== undefined && seen.person === undefined) return refuse({ kind: 'no_such_person' })
    const fromPool =
      hire !== undefined && seen.person !== undefined
        ? await wasInPool(ctx, seen.person, hire.appliedOn ?? hire.acceptedOn)
        : false
    type Closed = Omit<ClosedJob, 'title'>
    const closed = await ctx.uow.once<Closed, CloseJobRefusal>(ctx.idempotencyKey, 'close-job', async (tx) => {
      const person = hired === undefined ? undefined : await tx.candidates.lock(hired)
      if (hired !== undefined && person === undefined) return refuse({ kind: 'no_such_person' })
      const job = await tx.jobs.lock(input.jobId)
      if (job === undefined) return refuse({ kind: 'job_gone' })
      if (job.closedAt !== undefined) return refuse({ kind: 'job_closed' })
      await tx.jobs.close(job.id, { outcome: input.outcome, openedAt, at: ctx.now })
      if (hire !== undefined) await recordHire(ctx, tx, job, { hire, person, fromPool })
      await tx.events.append({
        stream: `job:${job.id}`,
        type: 'job.closed',
        data: {
          outcome: input.outcome,
          openedAtBefore: job.openedAt,
          ...(person === undefined
            ? {}
            : { candidateId: person.id, standingBefore: person.standing, dayBefore: person.standingDay ?? null }),
        },
      })
      await redrawAll(ctx, tx, job.id)
      return ok({ jobId: job.id, outcome: input.outcome })
    })
    if (!closed.ok) return closed
    ctx.services.wake.posts()
    return ok({ ...closed.value, title: seen.job.title })
  },
})

async function recordHire(
  ctx: Ctx,
  tx: Tx,
  job: Job,
  { hire, person, fromPool }: { hire: HireDetails; person: Candidate | undefined; fromPool: boolean },
): Promise<void> {
  await tx.hires.insert({
    id: ctx.newId<'hire'>(),
    jobId: job.id,
    candidateId: person?.id,
    fromPool,
    recordedBy: ctx.actor.memberId,
    recordedAt: ctx.now,
    ...hire,
  })
  if (person === undefined) return
  await tx.candidates.change(person.id, { standing: 'hired', standingDay: hire.acceptedOn })
  await tx.candidates.record(person.id, entry(ctx, 'change', jobHistory.hired(job.title)))
  await tx.events.append({
    stream: `candidate:${person.id}`,
    type: 'candidate.standing_changed',
    data: { from: person.standing, to: 'hired', jobId: job.id },
  })
  await tellFlaggers(ctx, tx, person.id, { news: 'hired', of: job.id })
  await tx.posts.redraw(person.id, ctx.now)
}

const MOST_DRAFTS = 500

/** Its own cards, and those of the drafts that tell of it: they can leave no more, or again. */
async function redrawAll({ now }: Ctx, tx: Tx, id: JobId): Promise<void> {
  await tx.posts.redraw([id, ...(await tx.drafts.waitingAbout(id, MOST_DRAFTS))], now)
}

export type UndoCloseRefusal =
  | { readonly kind: 'job_gone' }
  | { readonly kind: 'job_open' }
  | { readonly kind: 'too_late' }

/** **Undo** after a job was closed: it is open again, no hire is counted, and whoever was hired stands where they stood. */
export const undoCloseJob = defineUseCase({
  name: 'undo-close-job',
  permission: 'job.change',
  input: z.object({ jobId: idInput('job') }),
  run: async (ctx, { jobId }): Promise<Result<{ readonly jobId: JobId }, UndoCloseRefusal>> => {
    type Undone = { readonly jobId: JobId }
    const undone = await ctx.uow.once<Undone, UndoCloseRefusal>(ctx.idempotencyKey, 'undo-close-job', async (tx) => {
      const closed = (await tx.events.read(`job:${jobId}`, 1)).find(({ type }) => type === 'job.closed')
      const id = asId<'candidate'>(String(closed?.data.candidateId))
      const person = id === undefined ? undefined : await tx.candidates.lock(id)
      const job = await tx.jobs.lock(jobId)
      if (job === undefined) return refuse({ kind: 'job_gone' })
      if (job.closedAt === undefined) return refuse({ kind: 'job_open' })
      if (closed === undefined || isOver(ctx.now, closed.at)) return refuse({ kind: 'too_late' })
      const hire = await tx.hires.ofJob(jobId)
      if (hire !== undefined) await tx.hires.remove(hire.id)
      if (person !== undefined && person.standing === 'hired' && person.standingDay === hire?.acceptedOn)
        await standAsBefore(ctx, tx, person, closed.data)
      await tx.jobs.reopen(jobId, instant(Number(closed.data.openedAtBefore)))
      await tx.events.append({ stream: `job:${jobId}`, type: 'job.reopened', data: {} })
      await redrawAll(ctx, tx, jobId)
      return ok({ jobId })
    })
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})

async function standAsBefore(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  before: Readonly<Record<string, unknown>>,
): Promise<void> {
  const standing = STANDINGS.find((one) => one === before.standingBefore)
  if (standing === undefined) return
  await tx.candidates.change(person.id, { standing, standingDay: asDay(String(before.dayBefore)) })
  await tx.candidates.record(person.id, entry(ctx, 'change', jobHistory.hireUndone))
  await tx.events.append({
    stream: `candidate:${person.id}`,
    type: 'candidate.standing_changed',
    data: { from: 'hired', to: standing },
  })
  await tx.posts.redraw(person.id, ctx.now)
}

/** What *Close job* begins with: the job, and the day that it is for whoever asks. */
export const prepareClose = defineUseCase({
  name: 'prepare-close',
  permission: 'job.change',
  input: z.object({ jobId: idInput('job') }),
  run: (ctx, { jobId }): Promise<Result<ClosingJob, CloseJobRefusal>> =>
    ctx.uow.run(async (tx) => {
      const job = await tx.jobs.get(jobId)
      if (job === undefined) return refuse({ kind: 'job_gone' })
      if (job.closedAt !== undefined) return refuse({ kind: 'job_closed' })
      const { zone } = ctx.actor
      return ok({ job, openedOn: dayIn(job.openedAt, zone), today: dayIn(ctx.now, zone) })
    }),
})
export type ClosingJob = { readonly job: Job; readonly openedOn: string; readonly today: string }
