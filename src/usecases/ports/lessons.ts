import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** What this workspace calls a skill: `kube` is `kubernetes`. Both are names that skills are stored under. */
export type Lesson = {
  readonly spelling: string
  readonly skill: string
  readonly taughtBy: MemberId
  readonly taughtAt: Instant
}

export type LessonStore = {
  /** By spelling. */
  all(): Promise<readonly Lesson[]>
  /** `known` where that spelling means something already; `full` where there are `most` of them. */
  teach(lesson: Lesson, most: number): Promise<'taught' | 'known' | 'full'>
  /** `undefined` where nobody taught it. */
  forget(spelling: string, at: Instant): Promise<Lesson | undefined>
  /** Taught or taken back, and not everybody's search row has been gone through since. */
  pending(): Promise<readonly string[]>
  /** Brings the search rows of at most `limit` people with that spelling up to date, behind `after`; the last of them, `undefined` at the end. */
  apply(spelling: string, after: CandidateId | undefined, limit: number): Promise<CandidateId | undefined>
  /** Everybody was gone through. */
  settle(spelling: string, at: Instant): Promise<void>
}
