import { similarJob } from '../../domain/nurture/similar-job.ts'
import type { CandidateId, JobId } from '../../domain/shared/ids.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { wokenByJob } from '../../domain/shared/words/snooze.ts'
import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job, WokenByJob } from '../ports/workspace.ts'

/** At a time, and in all: whoever is behind them is woken by the day of their snooze. */
const BATCH = 200
const MOST = 1_000

/**
 * A job opened: whoever was snoozed until one like theirs does counts again, in the transaction that opens it. Answers whom, and keeps
 * until when they were to be left in peace, for *Undo*. Persons are
 * locked in the order of their ids, so that two jobs that open at once do not wait for each other in a circle.
 */
export async function wakeForJob(
  ctx: Pick<SystemCtx, 'newId' | 'now' | 'workspace'>,
  tx: Tx,
  job: Pick<Job, 'title' | 'location' | 'remoteOk' | 'skills'> & { readonly id: JobId },
): Promise<readonly CandidateId[]> {
  const today = dayIn(ctx.now, ctx.workspace.zone)
  const woken: WokenByJob[] = []
  let after: CandidateId | undefined
  for (let seen = 0; seen < MOST; seen += BATCH) {
    const waiting = await tx.candidates.waitingForJob(today, BATCH, after)
    for (const { id } of waiting.filter((person) => similarJob(person, job) !== undefined)) {
      const person = await tx.candidates.lock(id)
      if (person?.id !== id || person.snoozedFor !== 'similar_job' || similarJob(person, job) === undefined) continue
      await wake(ctx, tx, id, job)
      if (person.snoozedUntil !== undefined) woken.push({ candidateId: id, until: person.snoozedUntil })
    }
    after = waiting.at(-1)?.id
    if (waiting.length < BATCH) break
  }
  await tx.jobs.keepWoken(job.id, woken)
  return woken.map(({ candidateId }) => candidateId)
}

async function wake(
  ctx: Pick<SystemCtx, 'newId' | 'now'>,
  tx: Tx,
  id: CandidateId,
  job: Pick<Job, 'title'> & { readonly id: JobId },
): Promise<void> {
  await tx.candidates.change(id, { snoozedUntil: undefined, snoozedFor: undefined })
  await tx.candidates.record(id, {
    id: ctx.newId<'interaction'>(),
    kind: 'change',
    at: ctx.now,
    memberId: undefined,
    text: wokenByJob(job.title),
    link: undefined,
    sendId: undefined,
    oneToOne: false,
  })
  await tx.events.append({ stream: `candidate:${id}`, type: 'candidate.woken', data: { jobId: job.id } })
  await tx.posts.redraw(id, ctx.now)
}
