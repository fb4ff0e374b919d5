import type { ReplyDecision, ReplyState } from '../../domain/replies/reply.ts'
import type { CandidateId, ContactId, MemberId, ReplyId, SendId } from '../../domain/shared/ids.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'

export type Reply = {
  readonly id: ReplyId
  readonly candidateId: CandidateId
  /** The message of ours that it answers, where it says so. */
  readonly sendId: SendId | undefined
  /** The address on record that it came from; none where it came from another. */
  readonly contactId: ContactId | undefined
  /** Of their mail, with its angle brackets. */
  readonly messageId: string
  readonly receivedAt: Instant
  /** Their own words. */
  readonly text: string
  /** The whole message, where it says more. */
  readonly original: string | undefined
  readonly state: ReplyState
  readonly laterOn: Day | undefined
  readonly decidedBy: MemberId | undefined
  readonly decidedAt: Instant | undefined
}

export type ReplyStore = {
  get(id: ReplyId): Promise<Reply | undefined>
  /** Locks the row, so that of two who decide at once the second finds it decided. Take the person's lock first. */
  lock(id: ReplyId): Promise<Reply | undefined>
  /** Those that nobody has decided, the oldest first, at most `limit`. */
  waiting(limit: number): Promise<readonly Reply[]>
  /** The latest that they wrote. */
  lastOf(person: CandidateId): Promise<(Pick<Reply, 'text' | 'state'> & { readonly at: Instant }) | undefined>
  /** `known` with the first one's id where this mail was taken in before. */
  insert(reply: Reply): Promise<'inserted' | { readonly known: ReplyId }>
  decide(
    id: ReplyId,
    decision: {
      readonly state: ReplyDecision
      readonly by: MemberId
      readonly at: Instant
      readonly laterOn: Day | undefined
    },
  ): Promise<void>
  /**
   * Somebody spoke with them since they wrote: what waits and came until `upTo` is answered, and reminds nobody any more. What it means can
   * still be said, on its card, which is drawn anew with whatever shows the person. The person must be locked in this transaction.
   */
  answered(
    person: CandidateId,
    how: { readonly by: MemberId; readonly at: Instant; readonly upTo: Instant },
  ): Promise<void>
  /** A decision was taken back: it waits again. */
  reopen(id: ReplyId): Promise<void>
}
