import type { PastHire } from '../../domain/jobs/channel-hint.ts'
import type { HireSource } from '../../domain/jobs/hire.ts'
import type { Currency } from '../../domain/jobs/money.ts'
import type { CandidateId, HireId, JobId, MemberId } from '../../domain/shared/ids.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'

/** Somebody took an offer. Costs are whole minor units of `currency`. */
export type Hire = {
  readonly id: HireId
  readonly jobId: JobId
  /** None where they were never on record here. */
  readonly candidateId: CandidateId | undefined
  readonly source: HireSource
  /** They were in one of our pools before they applied. */
  readonly fromPool: boolean
  readonly appliedOn: Day | undefined
  readonly acceptedOn: Day
  readonly internalCost: number | undefined
  readonly externalCost: number | undefined
  readonly currency: Currency | undefined
  readonly recordedBy: MemberId
  readonly recordedAt: Instant
}

/** One hire a job, which the job's lock and a unique index see to. */
export type HireStore = {
  ofJob(id: JobId): Promise<Hire | undefined>
  /** Sources of hires since that day with the jobs that they were for, the latest first, at most `limit`. */
  recent(since: Day, limit: number): Promise<readonly PastHire[]>
  insert(hire: Hire): Promise<void>
  remove(id: HireId): Promise<void>
}
