import type { WouldHire } from '../../domain/candidate/flag-form.ts'
import type { EarlierReferral, Referral } from '../../domain/candidate/referral.ts'
import type { CandidateId, MemberId, NearMissId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type NearMissState = 'waiting' | 'accepted' | 'merged' | 'dismissed'

export type NearMiss = {
  readonly id: NearMissId
  readonly fullName: string
  readonly role: string
  readonly impressed: string
  readonly wouldHire: WouldHire | undefined
  /** *OK to quote me* */
  readonly quotable: boolean
  readonly flaggedBy: MemberId
  readonly flaggedAt: Instant
  readonly evidenceLink: string | undefined
  readonly evidence: { readonly channel: string; readonly ts: string } | undefined
  readonly state: NearMissState
  readonly decidedBy: MemberId | undefined
  readonly decidedAt: Instant | undefined
  readonly dismissReason: string | undefined
  readonly candidateId: CandidateId | undefined
  /** A referral instead of a near-miss. */
  readonly referral?: Referral | undefined
  /** Whoever made it wants to hear no more of it. */
  readonly muted?: boolean
}

export type NearMissStore = {
  get(id: NearMissId): Promise<NearMiss | undefined>
  /** Locks the row, so that two recruiters deciding at once decide in turn. */
  lock(id: NearMissId): Promise<NearMiss | undefined>
  insert(nearMiss: NearMiss): Promise<void>
  decide(
    id: NearMissId,
    decision: {
      readonly state: Exclude<NearMissState, 'waiting'>
      readonly by: MemberId
      readonly at: Instant
      readonly candidateId?: CandidateId
      readonly dismissReason?: string
    },
  ): Promise<void>
  /** An acceptance was taken back at once: the flag waits again. */
  reopen(id: NearMissId): Promise<void>
  /** Flags of one message by one person, oldest first: the second press of the same shortcut on the same message finds the first. */
  ofMessage(channel: string, ts: string, by: MemberId): Promise<readonly NearMiss[]>
  /** One person's own flags, newest first. */
  flaggedBy(by: MemberId, limit: number): Promise<readonly NearMiss[]>
  /** The flags that were taken up as one of these people, oldest first, at most 500. */
  ofPeople(ids: readonly CandidateId[]): Promise<readonly NearMiss[]>
  /** Referrals since then that were not dismissed, of somebody of this name or with this address; at most 50. */
  referralsOf(
    who: { readonly fullName: string; readonly email: string | undefined },
    since: Instant,
  ): Promise<readonly EarlierReferral[]>
  mute(id: NearMissId, muted: boolean): Promise<void>
  /** How many wait for a recruiter. */
  countWaiting(): Promise<number>
}
