import type { Rating, RatingKind, Ratings } from '../../domain/candidate/rating.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'

/** What colleagues think of how somebody fits. Each stays on record; of each kind the newest counts. */
export type RatingStore = {
  newest(id: CandidateId): Promise<Ratings>
  /** Of those who have any. */
  newestOfMany(ids: readonly CandidateId[]): Promise<ReadonlyMap<CandidateId, Ratings>>
  /** Takes the place of the one before; `undefined` takes that one back. The search row follows with the next change of the person. */
  set(id: CandidateId, kind: RatingKind, rating: Rating | undefined): Promise<void>
}
