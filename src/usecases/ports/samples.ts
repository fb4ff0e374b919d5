import type { CandidateId, JobId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'
import type { Interaction } from './candidates.ts'
import type { DraftRow, RevisionRow } from './drafts.ts'
import type { NudgeItem } from './nudges.ts'
import type { Reply } from './replies.ts'
import type { SendRow } from './sends.ts'

/** A letter of the past: what was approved, what left, and what came back. */
export type PastLetter = {
  readonly draft: DraftRow
  readonly revision: RevisionRow
  readonly send: SendRow
  readonly reply: Reply | undefined
  readonly touches: readonly Interaction[]
}

/** A reminder of an earlier day. */
export type PastReminder = {
  readonly memberId: MemberId
  readonly candidateId: CandidateId
  readonly day: Day
  readonly state: Exclude<NudgeItem['state'], 'due'>
}

/** What only the sample company needs: many rows of the past at once, and taking its people away again with all that belongs to them. */
export type SampleStore = {
  /** Whether anybody is on record at all. */
  hasPeople(): Promise<boolean>
  /** In a few statements, without their touches; the people must be there. */
  keepLetters(letters: readonly PastLetter[]): Promise<void>
  /** In a few statements; each person's last contact is the latest of theirs. */
  keepTouches(people: readonly { readonly id: CandidateId; readonly touches: readonly Interaction[] }[]): Promise<void>
  /** They, who had been told no, were invited to interviews again at that moment. */
  keepInterview(person: CandidateId, at: Instant): Promise<void>
  keepReminders(reminders: readonly PastReminder[]): Promise<void>
  /** Those of the people about whom something was done, noted or written since then. */
  actedOn(people: readonly CandidateId[], since: Instant): Promise<readonly CandidateId[]>
  /** With everything that belongs to them: facts, permissions, letters, replies, flags, hires. */
  removePeople(people: readonly CandidateId[]): Promise<void>
  /** Closed jobs with their hires, open ones to which nothing refers; answers how many stay. */
  removeJobs(jobs: readonly JobId[]): Promise<number>
  /** Those that hold nobody any more; answers how many stay. */
  removePools(pools: readonly PoolId[]): Promise<number>
}
