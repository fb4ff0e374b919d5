/** What the clock starts. It only looks which slots are due and whose run is not over; the rows see to it that each happens once. */
import { cameAlready, RHYTHMS } from '../domain/nurture/rhythms.ts'
import { slotsDue } from '../domain/nurture/slots.ts'
import { dayIn } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { JobRun, RunKey } from '../usecases/ports/job-runs.ts'
import type { Log } from '../usecases/ports/log.ts'
import { loadWorkspaceSettings } from '../usecases/settings/workspace-settings.ts'
import { dayOf, type Job } from './job.ts'

export type SchedulerParts = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'>
  readonly jobs: readonly Job[]
  readonly log: Log
  readonly leaseSeconds: number
  /** Calls each minute until the answer is called. */
  readonly everyMinute: (call: () => Promise<void>) => () => Promise<void>
}

export type Scheduler = {
  /** Ticks each minute from now on. */
  start(): void
  /** Begins what is due and goes on with what is not over, everywhere. Ticks do not overlap. */
  tick(): Promise<void>
  /** Takes one begun run as far as it comes now, and answers how it stands. */
  run(workspace: WorkspaceInfo, key: RunKey): Promise<JobRun | undefined>
  /** No further tick; resolves when the present one has come to a place from which another can go on. */
  stop(): Promise<void>
}

export function makeScheduler({ contexts, jobs, log, leaseSeconds, everyMinute }: SchedulerParts): Scheduler {
  const stopping = new AbortController()
  const { signal } = stopping
  let ticking: Promise<void> | undefined
  const running = new Set<Promise<unknown>>()
  const byName = (name: Job['name']): Job | undefined => jobs.find((job) => job.name === name)

  /** Begins the slots that are due; a second replica finds them begun. */
  const begin = async (workspace: WorkspaceInfo, { name }: Job): Promise<void> => {
    // Somebody begins it, and the clock only sees to its end.
    if (name === 'hand_over') return
    const ctx = contexts.forSystem(workspace)
    await ctx.uow.run(async (tx) => {
      const settings = await loadWorkspaceSettings(tx, ctx.services.places)
      const last = await tx.jobRuns.lastSlot(name)
      const begun = 'slot' in last ? last.slot : undefined
      const since = 'slot' in last ? last.slot : dayIn(last.since, workspace.zone)
      for (const { day } of slotsDue(ctx.now, workspace.zone, since, RHYTHMS[name](settings)))
        if (!cameAlready(name, day, begun)) await tx.jobRuns.begin({ job: name, subject: '', slot: day }, ctx.now)
    })
  }

  const goOn = async (workspace: WorkspaceInfo, job: Job, key: RunKey): Promise<void> => {
    const ctx = contexts.forSystem(workspace)
    const owner = ctx.newId<'lease'>()
    const claimed = await ctx.uow.run((tx) => tx.jobRuns.claim(key, owner, leaseSeconds))
    if (claimed === undefined) return
    const { report, attempts } = claimed
    const keep = (kept: unknown) => ctx.uow.run((tx) => tx.jobRuns.keep(key, owner, kept))
    try {
      const ran = await job.run({
        workspace,
        key,
        day: dayOf(key),
        byHand: key.subject !== '',
        report,
        attempts,
        keep,
        signal,
      })
      const after = contexts.forSystem(workspace, ctx.correlationId)
      const { kind } = ran
      await after.uow.run(async (tx) => {
        if (kind !== 'later') return void (await tx.jobRuns.finish(key, owner, kind, ran.report, after.now))
        await tx.jobRuns.keep(key, owner, ran.report)
        await tx.jobRuns.release(key, owner)
      })
      log.info({ workspaceId: workspace.id, job: job.name, slot: key.slot, outcome: kind }, 'a job ran')
    } catch (error) {
      // Its lease runs out, and a later tick goes on with it.
      log.error({ err: error, workspaceId: workspace.id, job: job.name, slot: key.slot }, 'a job failed')
    }
  }

  const around = async (): Promise<void> => {
    for (const workspace of await contexts.workspaces())
      for (const job of jobs) {
        if (signal.aborted) return
        try {
          await begin(workspace, job)
          const open = await contexts.forSystem(workspace).uow.run((tx) => tx.jobRuns.unfinished(job.name))
          for (const key of open) if (!signal.aborted) await goOn(workspace, job, key)
        } catch (error) {
          log.error({ err: error, workspaceId: workspace.id, job: job.name }, 'a job could not be looked after')
        }
      }
  }

  const during = async <Value>(work: Promise<Value>): Promise<Value> => {
    running.add(work)
    try {
      return await work
    } finally {
      running.delete(work)
    }
  }
  const tick = (): Promise<void> =>
    (ticking ??= during(around())
      .catch((error: unknown) => log.error({ err: error }, 'a tick failed'))
      .finally(() => {
        ticking = undefined
      }))
  let endTicks: (() => Promise<void>) | undefined
  return {
    tick: () => (signal.aborted ? Promise.resolve() : tick()),
    start() {
      endTicks = everyMinute(tick)
    },
    async run(workspace, key) {
      const job = byName(key.job)
      if (job !== undefined && !signal.aborted) await during(goOn(workspace, job, key))
      return contexts.forSystem(workspace).uow.run((tx) => tx.jobRuns.get(key))
    },
    async stop() {
      stopping.abort()
      await endTicks?.()
      await Promise.allSettled(running)
    },
  }
}
