import { z } from 'zod'
import type { MemberId } from '../../domain/shared/ids.ts'
import type { JobRun } from '../ports/job-runs.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** What a run did, with names instead of ids. */
export type RunTold = Pick<JobRun, 'job' | 'slot' | 'startedAt' | 'finishedAt' | 'outcome'> & {
  readonly byHand: boolean
  /** Of a nudge: who was reminded, and of how many people. */
  readonly nudged: readonly { readonly slackUserId: string; readonly people: number }[]
}

const Nudged = z.object({ people: z.record(z.string(), z.number()) })

export async function toldOf(tx: Tx, run: JobRun): Promise<RunTold> {
  const { job, slot, startedAt, finishedAt, outcome, subject } = run
  const read = job === 'nudge' ? Nudged.safeParse(run.report) : undefined
  const people = read?.success ? read.data.people : {}
  const members = await tx.members.getMany(Object.keys(people) as MemberId[])
  const nudged = members.map(({ id, slackUserId }) => ({ slackUserId, people: people[id] ?? 0 }))
  return { job, slot, startedAt, finishedAt, outcome, byHand: subject !== '', nudged }
}
