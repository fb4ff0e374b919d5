import type { Purpose } from '../../domain/outreach/purpose.ts'
import type { SendState } from '../../domain/outreach/send.ts'
import type { CandidateId, ContactId, DraftId, MemberId, RevisionId, SendId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type SendRow = {
  readonly id: SendId
  readonly draftId: DraftId
  readonly revisionId: RevisionId
  readonly candidateId: CandidateId
  readonly contactId: ContactId
  readonly purpose: Purpose
  readonly state: SendState
  readonly approvedBy: MemberId
  readonly approvedAt: Instant
  readonly dueAt: Instant
  readonly attempts: number
  /** `<…@…>`, fixed before the first attempt. */
  readonly messageId: string
  readonly handedOverAt: Instant | undefined
  readonly lastError: string | undefined
  /** Kinds of the gate's refusals, where it refused at the moment of sending. */
  readonly refusals: readonly string[]
  readonly resolvedBy: MemberId | undefined
  readonly resolvedAt: Instant | undefined
  readonly replacesId: SendId | undefined
}
export type SendChange = Partial<
  Pick<
    SendRow,
    'state' | 'dueAt' | 'attempts' | 'handedOverAt' | 'lastError' | 'refusals' | 'resolvedBy' | 'resolvedAt'
  >
>

export type SendStore = {
  get(id: SendId): Promise<SendRow | undefined>
  lock(id: SendId): Promise<SendRow | undefined>
  ofDraft(id: DraftId): Promise<SendRow | undefined>
  /** The newest of our messages that has one of these Message-IDs, each with its angle brackets. */
  byMessageIds(ids: readonly string[]): Promise<SendRow | undefined>
  /** `alive` where the draft has a send that is not over: the unique index speaks, so that two presses make one. */
  insert(send: SendRow): Promise<'inserted' | 'alive'>
  /** The row must be locked. A lease is measured on the database's clock; `null` gives it up. */
  change(
    id: SendId,
    change: SendChange,
    lease?: { readonly owner: string; readonly seconds: number } | null,
  ): Promise<void>
  /** Whether this owner still holds the lease, by the database's clock. */
  holdsLease(id: SendId, owner: string): Promise<boolean>
  /** Makes the lease last for so long from now on; `false` where it ran out or is somebody else's. */
  renewLease(id: SendId, owner: string, seconds: number): Promise<boolean>
  /** Whether nobody else has taken it since, even where the lease ran out. */
  isOwner(id: SendId, owner: string): Promise<boolean>
  /** Whether somebody has a lease on it that ran out, by the database's clock. */
  leaseRanOut(id: SendId): Promise<boolean>
  /** Ends every lease now; only where no other process can hold one. */
  expireLeases(): Promise<void>
  /** Approved and retry_wait sends whose time has come, oldest first. */
  due(now: Instant, limit: number): Promise<readonly SendId[]>
  /** When the next one becomes due, if any waits. */
  nextDue(): Promise<Instant | undefined>
  /** Claimed and handing_over sends whose lease has run out. */
  abandoned(limit: number): Promise<readonly SendId[]>
  /** Everything approved for or sent to this person since then, whatever became of it, and all that is not over; newest first, at most `limit`. */
  ofCandidate(id: CandidateId, since: Instant, limit: number): Promise<readonly SendRow[]>
}
