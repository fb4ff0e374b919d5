import { z } from 'zod'
import { CLOCK_JOBS, type ClockJob, cameAlready, RHYTHMS } from '../../domain/nurture/rhythms.ts'
import { nextSlot } from '../../domain/nurture/slots.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { dayIn, type Instant } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { type RunTold, toldOf } from './run-told.ts'

export type JobLine = {
  readonly job: ClockJob
  readonly next: Instant | undefined
  /** The channel where its posts go; none where it posts nothing. */
  readonly channel: string | undefined
  readonly runs: readonly RunTold[]
}

const RUNS_SHOWN = 3

/** `/medallist jobs`: what the clock does, when it did it last, and when it comes next. */
export const listJobs = defineUseCase({
  name: 'list-jobs',
  permission: 'settings.change',
  input: z.object({}),
  run: ({ uow, now, workspace, services }): Promise<Result<readonly JobLine[], never>> =>
    uow.run(async (tx) => {
      const settings = await loadWorkspaceSettings(tx, services.places)
      const lines: JobLine[] = []
      for (const job of CLOCK_JOBS) {
        const last = await tx.jobRuns.lastSlot(job)
        const begun = 'slot' in last ? last.slot : undefined
        const arrived = 'slot' in last ? undefined : dayIn(last.since, workspace.zone)
        const rhythm = RHYTHMS[job](settings)
        let next = nextSlot(now, workspace.zone, rhythm)
        // What was begun today, or arrived today, comes on another day; a week that had its digest has no other.
        while (next !== undefined && (next.day === arrived || cameAlready(job, next.day, begun)))
          next = nextSlot(next.at, workspace.zone, rhythm)
        lines.push({
          job,
          next: next?.at,
          channel: job === 'nudge' || job === 'digest' ? settings.channels[job] : undefined,
          runs: await told(tx, job),
        })
      }
      return ok(lines)
    }),
})

async function told(tx: Tx, job: ClockJob): Promise<readonly RunTold[]> {
  const runs = await tx.jobRuns.recent(job, RUNS_SHOWN)
  return Promise.all(runs.map((run) => toldOf(tx, run)))
}
