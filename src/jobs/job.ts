import type { ClockJob, Errand } from '../domain/nurture/rhythms.ts'
import type { Day } from '../domain/shared/time.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { JobRun, RunKey } from '../usecases/ports/job-runs.ts'

/** One slot of one job, held by a lease. */
export type Running = {
  readonly workspace: WorkspaceInfo
  readonly key: RunKey
  /** The day that the slot is of, by the workspace's clock. */
  readonly day: Day
  /** Asked for by somebody instead of by the clock. */
  readonly byHand: boolean
  /** How far an earlier attempt came. */
  readonly report: unknown
  readonly attempts: number
  /** Keeps how far it came; `false` where the lease was lost and another goes on with it. */
  readonly keep: (report: unknown) => Promise<boolean>
  /** Aborted when the process stops: end at the next place from which somebody else can go on. */
  readonly signal: AbortSignal
}

/** `later`: not all of it could be done; it is taken up again with the next tick, and `report` says how far it came. */
export type Ran = { readonly kind: 'done' | 'later' | 'given_up'; readonly report: unknown }

/** What happens by the clock. `run` may be cut off anywhere and run again; what it did must then be found done. */
export type Job = {
  readonly name: ClockJob | Errand
  readonly run: (running: Running) => Promise<Ran>
}

/** Slots of the clock are days; those asked for by hand have something behind theirs. */
export const dayOf = ({ slot }: Pick<JobRun, 'slot'>): Day => slot.slice(0, 10) as Day
