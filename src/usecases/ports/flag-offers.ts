import type { FlagOfferId, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type FlagOfferState = 'offered' | 'flagged' | 'declined'

/** *Flag near-miss*, offered to one person for one message. The message itself is never kept. */
export type FlagOffer = {
  readonly id: FlagOfferId
  readonly memberId: MemberId
  readonly channel: string
  readonly messageTs: string
  readonly state: FlagOfferState
  readonly createdAt: Instant
}

export type FlagOfferStore = {
  get(id: FlagOfferId): Promise<FlagOffer | undefined>
  lock(id: FlagOfferId): Promise<FlagOffer | undefined>
  /** One for a person and a message: asking again answers the one that stands, whatever became of it. */
  offer(offer: Omit<FlagOffer, 'state'>): Promise<FlagOffer>
  ofMessage(memberId: MemberId, channel: string, messageTs: string): Promise<FlagOffer | undefined>
  settle(id: FlagOfferId, state: Exclude<FlagOfferState, 'offered'>): Promise<void>
  /** As if it had never been made. */
  remove(id: FlagOfferId): Promise<void>
  /** Those that wait for one person, made since then, newest first, at most `limit`. */
  waiting(memberId: MemberId, since: Instant, limit: number): Promise<readonly FlagOffer[]>
}
