import type { PoolNumbers, Rate, WeekNumbers } from '../../domain/metrics/numbers.ts'
import type { Span } from '../../domain/metrics/weeks.ts'
import type { CandidateId, PoolId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'

/** Which week, by whose clock, and after how long somebody counts as out of touch where no list says otherwise. */
export type Question = { readonly span: Span; readonly zone: Zone; readonly cadenceDays: number }

/** Who is found by each saved search; `undefined` where there are too many to be counted one by one. */
export type Found = ReadonlyMap<PoolId, readonly CandidateId[] | undefined>

/**
 * Counting many people: read-only transactions with their own time-out; a `SearchTooSlowError` where it takes longer than that.
 * What each number means is said in `domain/shared/words/metrics.ts`, which people read. Must not be called inside a unit of work.
 */
export type MetricReads = {
  week(question: Question): Promise<WeekNumbers>
  /** Living pools by name, at most 30, or one. In one that is a search are those whom `found` names. */
  pools(question: Question, which?: { readonly pool?: PoolId; readonly found?: Found }): Promise<readonly PoolNumbers[]>
  /** Week by week, in the order asked for. */
  trend(
    questions: readonly Question[],
  ): Promise<readonly { readonly keptInTouch: Rate; readonly sent: number; readonly replied: number }[]>
}
