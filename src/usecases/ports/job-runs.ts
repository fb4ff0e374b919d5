import type { ClockJob, Errand } from '../../domain/nurture/rhythms.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'

/** Names one run. `subject` is empty for the slot itself; else it is a part of it, such as somebody's nudge. */
export type RunKey = { readonly job: ClockJob | Errand; readonly subject: string; readonly slot: string }

export type JobRun = RunKey & {
  readonly startedAt: Instant
  readonly finishedAt: Instant | undefined
  readonly outcome: 'done' | 'given_up' | undefined
  /** Ids, codes and amounts, as the job's own schema reads them. */
  readonly report: unknown
  /** How often it was taken up. */
  readonly attempts: number
}

/** Runs of jobs. A slot is one row, so that however many replicas tick, and however often, it is begun once. */
export type JobRunStore = {
  get(key: RunKey): Promise<JobRun | undefined>
  /** `false` where it was begun before. */
  begin(key: RunKey, now: Instant): Promise<boolean>
  /** Takes a run that is not finished, for `seconds` on the database's clock; `undefined` where another holds it, or it is over. */
  claim(key: RunKey, owner: string, seconds: number): Promise<JobRun | undefined>
  /** Keeps how far it came. `false` where the lease was lost meanwhile: another goes on with it. */
  keep(key: RunKey, owner: string, report: unknown): Promise<boolean>
  /** Not over yet, and free at once for whoever comes next. */
  release(key: RunKey, owner: string): Promise<void>
  /** Fenced as `keep` is. */
  finish(key: RunKey, owner: string, outcome: 'done' | 'given_up', report: unknown, now: Instant): Promise<boolean>
  /** A part that is over with the transaction that begins it. `false` where it was done before. */
  record(key: RunKey, report: unknown, now: Instant): Promise<boolean>
  /** Slots of this job, whoever asked for them, that were begun and are not over; oldest first, at most 50. */
  unfinished(job: ClockJob | Errand): Promise<readonly RunKey[]>
  /** The day of the last slot that the clock began; where it began none, the day on which the workspace came to us. */
  lastSlot(job: ClockJob): Promise<{ readonly slot: Day } | { readonly since: Instant }>
  /** The last runs of whole slots, the newest first. */
  recent(job: ClockJob, limit: number): Promise<readonly JobRun[]>
  /** Ends every lease now; only where no other process can hold one. */
  expireLeases(): Promise<void>
}
