/** `/medallist jobs`, `jobs run nudge`, `jobs run digest`. */
import { CLOCK_JOBS } from '../domain/nurture/rhythms.ts'
import { nearest } from '../domain/shared/text.ts'
import { clockJobs as words } from '../domain/shared/words/clock-jobs.ts'
import type { Ctx } from '../usecases/context.ts'
import { listJobs } from '../usecases/jobs-run/list-jobs.ts'
import { carryOut, runJob } from '../usecases/jobs-run/run-job.ts'
import { renderJobs, renderRan } from '../views/clock-jobs/blocks.ts'
import { asTyped } from '../views/mrkdwn.ts'
import { edgeWords } from './refused.ts'
import type { Early } from './shell/enter.ts'
import type { Reply } from './shell/tell.ts'

export async function clockJobsReply(
  { ctx, ack }: { readonly ctx: Ctx } & Early,
  given: readonly string[],
): Promise<Reply> {
  // Who may not run jobs hears that, whatever else is wrong with what they typed.
  const list = await listJobs(ctx, {})
  if (!list.ok) return { text: edgeWords(list.refusal) }
  const [act = '', which = ''] = given.map((word) => word.toLowerCase())
  if (act !== 'run') return renderJobs(list.value)
  const job = CLOCK_JOBS.find((one) => one === which)
  if (job === undefined)
    return { text: `${words.which(asTyped(which, 60), nearest(which, CLOCK_JOBS))} ${words.usage}` }
  const begun = await runJob(ctx, { job })
  if (!begun.ok) return { text: edgeWords(begun.refusal) }
  // It is on record, and takes longer than Slack waits.
  await ack()
  return renderRan(await carryOut(ctx, begun.value), list.value.find((line) => line.job === job)?.channel ?? '')
}
