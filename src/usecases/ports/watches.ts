import type { WatchKind } from '../../domain/nurture/company-watch.ts'
import type { CandidateId, MemberId, WatchId } from '../../domain/shared/ids.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'

export type CompanyWatch = {
  readonly id: WatchId
  readonly company: string
  readonly kind: WatchKind
  /** When it happened. */
  readonly day: Day
  /** Where that can be read. */
  readonly link: string | undefined
  readonly startedBy: MemberId
  readonly startedAt: Instant
  /** The last day on which its people surface. */
  readonly endsOn: Day
  readonly stoppedAt: Instant | undefined
}

/** Companies are compared as search compares them: however they are written. */
export type WatchStore = {
  /** The one that runs already where that company is watched; one that ended gives its place. */
  insert(watch: CompanyWatch, today: Day): Promise<'inserted' | { readonly running: CompanyWatch }>
  get(id: WatchId): Promise<CompanyWatch | undefined>
  lock(id: WatchId): Promise<CompanyWatch | undefined>
  stop(id: WatchId, at: Instant): Promise<void>
  /** Those whose people surface on that day, what happened last first, at most `limit`. */
  running(today: Day, limit: number): Promise<readonly CompanyWatch[]>
  /** People of the company who may be thought of, tier A and who was spoken with last first, at most `limit`. */
  peopleOf(company: string, limit: number): Promise<readonly CandidateId[]>
}
