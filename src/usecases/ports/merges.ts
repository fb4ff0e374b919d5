import type { CandidateId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** Ids of what went from one record to another, by table. */
export type Moved = Readonly<Record<string, readonly string[]>>

/** One record's history becomes another's, in one transaction. Lock both people first. */
export type MergeStore = {
  /** Contacts, facts, notes and talks, permissions, drafts, sends, replies, hires, flags, pools and whom somebody was reminded of; the record left behind points at the other. */
  moveAll(from: CandidateId, to: CandidateId): Promise<Moved>
  /**
   * What is still there goes back, with what was written to its addresses and came from them since, and the record lives again. Answers when
   * there was last a word with each of both.
   */
  moveBack(moved: Moved, from: CandidateId, to: CandidateId): Promise<ReadonlyMap<CandidateId, Instant>>
}
