import type { CandidateId } from '../../domain/shared/ids.ts'

/** Ids of what went from one record to another, by table. */
export type Moved = Readonly<Record<string, readonly string[]>>

/** One record's history becomes another's, in one transaction. Lock both people first. */
export type MergeStore = {
  /** Contacts, facts, notes and talks, permissions, drafts, sends, replies, hires, flags and pools; the record left behind points at the other. */
  moveAll(from: CandidateId, to: CandidateId): Promise<Moved>
  /** What is still there goes back, and the record lives again. */
  moveBack(moved: Moved, from: CandidateId, to: CandidateId): Promise<void>
}
