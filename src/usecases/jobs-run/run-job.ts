import { z } from 'zod'
import { CLOCK_JOBS } from '../../domain/nurture/rhythms.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { JobRun, RunKey } from '../ports/job-runs.ts'
import { type RunTold, toldOf } from './run-told.ts'

/** Runs whose slot is by hand have this as their subject. */
export const BY_HAND = 'by_hand'

/**
 * `/medallist jobs run …`: one more run, now. Here it begins as a row: `carryOut` runs it, or the clock does where that was cut off. Once per
 * command, however often Slack repeats it. A nudge belongs to its day: whoever was reminded already is not reminded twice, but sees the
 * message brought up to date.
 */
export const runJob = defineUseCase({
  name: 'run-job',
  permission: 'settings.change',
  input: z.object({ job: z.enum(CLOCK_JOBS) }),
  run: (ctx, { job }): Promise<Result<RunKey, never>> =>
    ctx.uow.once<RunKey, never>(ctx.idempotencyKey, 'run-job', async (tx) => {
      const slot = `${dayIn(ctx.now, ctx.workspace.zone)}@${ctx.newId()}`
      const key: RunKey = { job, subject: BY_HAND, slot }
      await tx.jobRuns.begin(key, ctx.now)
      await tx.events.append({ stream: `job:${job}`, type: 'job.run_by_hand', data: { slot } })
      return ok(key)
    }),
})

/** As long as it takes: a digest is counted, drawn and brought to Slack. Answers how far it came. */
export const carryOut = async (ctx: Ctx, begun: RunKey): Promise<RunTold> =>
  told(ctx, await ctx.services.clock.run(begun), begun)

const told = (ctx: Ctx, run: JobRun | undefined, key: RunKey): Promise<RunTold> =>
  ctx.uow.run((tx) => toldOf(tx, run ?? { ...key, ...NOT_YET, startedAt: ctx.now }))

const NOT_YET = { finishedAt: undefined, outcome: undefined, report: undefined, attempts: 0 }
