import type { Pass } from '../../domain/outreach/gate-facts.ts'
import type { CandidateId, MemberId, TakeOverId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type TakeOver = {
  readonly id: TakeOverId
  readonly candidateId: CandidateId
  readonly askedOf: MemberId
  readonly askedBy: MemberId
  /** `handed_over`: the person went to others with all that the colleague had. */
  readonly state: 'asked' | 'agreed' | 'declined' | 'handed_over'
  readonly askedAt: Instant
  readonly answeredAt: Instant | undefined
}

export type TakeOverStore = {
  /** `asked_already` where the same question waits. */
  insert(ask: TakeOver): Promise<'inserted' | 'asked_already'>
  get(id: TakeOverId): Promise<TakeOver | undefined>
  lock(id: TakeOverId): Promise<TakeOver | undefined>
  answer(id: TakeOverId, state: 'agreed' | 'declined', at: Instant): Promise<void>
  /** Conversations with this person that went from one colleague to another. */
  passes(id: CandidateId): Promise<readonly Pass[]>
}
