import { z } from 'zod'
import type { CandidateId, JobId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { keepPerson, type Source } from './keep-person.ts'
import { pastReminders } from './past-reminders.ts'
import { keepHires, keepJobs, keepPools, type Pools } from './sample-jobs.ts'
import { SAMPLE_PEOPLE } from './sample-people.ts'
import { COLLEAGUES, type Colleagues, type SamplePerson } from './sample-person.ts'

/** How far the filling came and what it made: changed in the transaction of each batch, so that one that was cut off goes on where it ended. */
const PROGRESS = 'sample.company'

const id = z.uuid()
const Progress = z.object({
  at: z.number(),
  colleagues: z.record(z.enum(COLLEAGUES), id),
  pools: z.object({ 'SRE bench': id, 'Design finalists': id }),
  jobs: z.array(id),
  people: z.array(id),
  done: z.boolean(),
})
export type SampleProgress = {
  readonly at: Instant
  readonly colleagues: Colleagues
  readonly pools: Pools
  readonly jobs: readonly JobId[]
  readonly people: readonly CandidateId[]
  readonly done: boolean
}

/** Short transactions: the embedded database has one connection, and each has ten seconds, on however slow a machine. */
const BATCH = 5

/** `undefined` where no sample company was ever begun here. */
export async function sampleProgress(tx: Tx): Promise<SampleProgress | undefined> {
  const read = Progress.safeParse((await tx.settings.all())[PROGRESS])
  return read.success ? (read.data as unknown as SampleProgress) : undefined
}

const keepProgress = (ctx: SystemCtx, tx: Tx, progress: SampleProgress, by?: MemberId) =>
  tx.settings.set(PROGRESS, progress, by, ctx.now)
export const forgetSample = (tx: Tx): Promise<void> => tx.settings.remove(PROGRESS)

/** Jobs and pools; the people come by `fillSample`. */
export async function beginSample(ctx: SystemCtx, tx: Tx, colleagues: Colleagues): Promise<SampleProgress> {
  const jobs = await keepJobs(ctx, tx, colleagues)
  const pools = await keepPools(ctx, tx, colleagues)
  const progress: SampleProgress = { at: ctx.now, colleagues, pools, jobs, people: [], done: false }
  await keepProgress(ctx, tx, progress, colleagues.ines)
  return progress
}

/** Fills in whoever is not there yet, some at a time; `sourceOf` finds what a manager wrote about somebody, where the workspace has it. */
export async function fillSample(
  ctx: SystemCtx,
  begun: SampleProgress,
  sourceOf: (person: SamplePerson) => Source | undefined = () => undefined,
): Promise<SampleProgress> {
  let progress = begun
  while (!progress.done) {
    const done: number = progress.people.length
    const batch = SAMPLE_PEOPLE.slice(done, done + BATCH)
    progress = await ctx.uow.run(async (tx) => {
      const { colleagues, pools } = progress
      const kept = []
      for (const person of batch)
        kept.push(await keepPerson(ctx, tx, { colleagues, pools, source: sourceOf(person) }, person))
      await tx.samples.keepLetters(kept.flatMap(({ letters }) => letters))
      await tx.samples.keepTouches(kept)
      const people = [...progress.people, ...kept.map((one) => one.id)]
      const isLast = people.length === SAMPLE_PEOPLE.length
      const idOf = (name: string) => people[SAMPLE_PEOPLE.findIndex((one) => one.name === name)]
      if (isLast) await tx.samples.keepReminders(pastReminders(ctx, colleagues, idOf))
      const filled = isLast ? await keepHires(ctx, tx, colleagues, idOf) : []
      const next = { ...progress, at: ctx.now, people, jobs: [...progress.jobs, ...filled], done: isLast }
      await keepProgress(ctx, tx, next, colleagues.ines)
      return next
    })
  }
  return progress
}

export const samplePools = ({ pools }: SampleProgress): readonly PoolId[] => Object.values(pools)
