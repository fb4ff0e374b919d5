import { z } from 'zod'
import { SENIORITIES } from '../../domain/candidate/candidate.ts'
import { skillSlug } from '../../domain/pool/skills.ts'
import type { JobId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, at, DAY, dayIn, HOUR, type Instant } from '../../domain/shared/time.ts'
import { snoozeLine } from '../../domain/shared/words/snooze.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { entry } from '../people/change-person.ts'
import { wakeForJob } from '../people/snooze-for-job.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job, WokenByJob } from '../ports/workspace.ts'
import { lineInput, optionalLine } from '../text-input.ts'
import { whoFits } from './who-fits.ts'

export type OpenJobRefusal =
  | { readonly kind: 'no_such_day' }
  | { readonly kind: 'day_in_future' }
  | { readonly kind: 'day_too_old' }
  | { readonly kind: 'too_many_skills' }
  | { readonly kind: 'unknown_manager' }

const MOST_SKILLS = 30
/** What has been open for longer is no news to anybody. */
const OLDEST_DAYS = 3 * 366
/** At nine by the opener's clock, where only the day is known. */
const NINE = 9 * 60
/** Owners who hear of their own people; a job that suits everybody's people need not wake everybody. */
const MOST_OWNERS = 20

const Input = z.object({
  title: lineInput(150),
  location: optionalLine(120),
  remoteOk: z.boolean(),
  skills: optionalLine(1_000),
  seniority: z.enum(SENIORITIES).optional(),
  managerId: idInput('member').optional(),
  openedOn: z.string(),
})

/**
 * A job opens: its card with the people whom we know already goes to whoever opened it, and to each owner of such a person. Whoever is left
 * in peace until a job like theirs opens counts again. Nobody is contacted.
 */
export const openJob = defineUseCase({
  name: 'open-job',
  permission: 'job.change',
  input: Input,
  run: async (ctx, input): Promise<Result<{ readonly jobId: JobId }, OpenJobRefusal>> => {
    const read = readJob(ctx, input)
    if (!read.ok) return read
    const job = read.value
    const fitting = await whoFits(ctx, job)
    const opened = await ctx.uow.once<{ readonly jobId: JobId }, OpenJobRefusal>(
      ctx.idempotencyKey,
      'open-job',
      async (tx) => {
        if (job.managerId !== undefined && (await tx.members.get(job.managerId)) === undefined)
          return refuse({ kind: 'unknown_manager' })
        await tx.jobs.insert(job)
        const woken = await wakeForJob(ctx, tx, job)
        await tx.events.append({
          stream: `job:${job.id}`,
          type: 'job.opened',
          data: { openedAt: job.openedAt, woken },
        })
        const owners = fitting === 'too_slow' ? [] : fitting.people.map(({ person }) => person.ownerId)
        await announce(ctx, tx, job, owners)
        return ok({ jobId: job.id })
      },
    )
    if (opened.ok) ctx.services.wake.posts()
    return opened
  },
})

function readJob(ctx: Ctx, input: z.output<typeof Input>): Result<Job, OpenJobRefusal> {
  const { title, location, remoteOk, seniority, managerId } = input
  const today = dayIn(ctx.now, ctx.actor.zone)
  const day = asDay(input.openedOn)
  if (day === undefined) return refuse({ kind: 'no_such_day' })
  if (day > today) return refuse({ kind: 'day_in_future' })
  const openedAt = day === today ? ctx.now : at(day, NINE, ctx.actor.zone)
  if (ctx.now - openedAt > OLDEST_DAYS * DAY) return refuse({ kind: 'day_too_old' })
  const skills = new Set((input.skills ?? '').split(/[,;]/).flatMap((text) => skillSlug(text) ?? []))
  if (skills.size > MOST_SKILLS) return refuse({ kind: 'too_many_skills' })
  return ok({
    id: ctx.newId<'job'>(),
    title,
    location,
    remoteOk,
    skills: [...skills],
    managerId,
    seniority,
    openedBy: ctx.actor.memberId,
    openedAt,
    closedAt: undefined,
    outcome: undefined,
  })
}

/** The opener hears of everybody who fits, each owner of their own people. */
async function announce(ctx: Ctx, tx: Tx, job: Job, owners: readonly (MemberId | undefined)[]): Promise<void> {
  await tx.posts.want(
    { key: `job_opened:${job.id}`, kind: 'job_opened', address: ctx.actor.slackUserId, subjects: [job.id] },
    ctx.now,
  )
  const others = new Set(owners.flatMap((id) => (id === undefined || id === ctx.actor.memberId ? [] : [id])))
  for (const member of await tx.members.getMany([...others].slice(0, MOST_OWNERS)))
    await tx.posts.want(
      {
        key: `job_opened:${job.id}:${member.id}`,
        kind: 'job_opened',
        address: member.slackUserId,
        subjects: [job.id, member.id],
      },
      ctx.now,
    )
}

export type UndoOpenRefusal =
  | { readonly kind: 'job_gone' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'job_closed' }
  /** A draft, a person or a day's work refers to it. */
  | { readonly kind: 'too_late' }

/** How long an act on a job can be taken back. */
export const UNDO_HOURS = 24

/** **Undo** after a job was opened: it was never there, and whoever it woke waits again for one like theirs. Its cards say so. */
export const undoOpenJob = defineUseCase({
  name: 'undo-open-job',
  permission: 'job.change',
  input: z.object({ jobId: idInput('job') }),
  run: async (ctx, { jobId }): Promise<Result<null, UndoOpenRefusal>> => {
    const undone = await ctx.uow.once<null, UndoOpenRefusal>(ctx.idempotencyKey, 'undo-open-job', async (tx) => {
      const job = await tx.jobs.lock(jobId)
      if (job === undefined) return refuse({ kind: 'job_gone' })
      if (job.openedBy !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      if (job.closedAt !== undefined) return refuse({ kind: 'job_closed' })
      const opened = (await tx.events.read(`job:${jobId}`, 50)).find(({ type }) => type === 'job.opened')
      if (opened === undefined || isOver(ctx.now, opened.at)) return refuse({ kind: 'too_late' })
      const woken = await tx.jobs.wokenBy(jobId)
      if ((await tx.jobs.remove(jobId)) === 'in_use') return refuse({ kind: 'too_late' })
      await letWaitAgain(ctx, tx, woken)
      await tx.events.append({ stream: `job:${jobId}`, type: 'job.open_undone', data: {} })
      await tx.posts.redraw(jobId, ctx.now)
      return ok(null)
    })
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})

/** Until the day that somebody chose before, unless that has passed or somebody decided otherwise since. */
async function letWaitAgain(ctx: Ctx, tx: Tx, woken: readonly WokenByJob[]): Promise<void> {
  const today = dayIn(ctx.now, ctx.actor.zone)
  for (const { candidateId, until } of woken) {
    const person = await tx.candidates.lock(candidateId)
    if (person === undefined || person.snoozedUntil !== undefined || until <= today) continue
    const snooze = { until, for: 'similar_job' } as const
    await tx.candidates.change(person.id, { snoozedUntil: snooze.until, snoozedFor: snooze.for })
    await tx.candidates.record(person.id, entry(ctx, 'change', snoozeLine(snooze)))
    await tx.events.append({
      stream: `candidate:${person.id}`,
      type: 'candidate.snoozed',
      data: { until: snooze.until, for: snooze.for },
    })
    await tx.posts.redraw(person.id, ctx.now)
  }
}

export const isOver = (now: Instant, since: Instant): boolean => now - since > UNDO_HOURS * HOUR
