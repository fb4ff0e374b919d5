import type { AskKind, AskState } from '../../domain/outreach/ask.ts'
import type { DraftAskId, DraftId, MemberId, RevisionId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type DraftAsk = {
  readonly id: DraftAskId
  readonly draftId: DraftId
  /** The text that they were shown, or wrote. */
  readonly revisionId: RevisionId
  readonly kind: AskKind
  readonly askedOf: MemberId
  readonly askedBy: MemberId
  readonly question: string | undefined
  readonly state: AskState
  /** What they suggest; none where it looks good, or where they approved it in their own voice. */
  readonly answer: string | undefined
  readonly askedAt: Instant
  readonly answeredAt: Instant | undefined
}

export type DraftAskStore = {
  get(id: DraftAskId): Promise<DraftAsk | undefined>
  /** Locks the row, so that an answer and a withdrawal come one after the other. */
  lock(id: DraftAskId): Promise<DraftAsk | undefined>
  insert(ask: DraftAsk): Promise<void>
  /** The row must be locked. */
  change(id: DraftAskId, change: Pick<DraftAsk, 'state' | 'revisionId' | 'answer' | 'answeredAt'>): Promise<void>
  /** Everything that was asked about a draft, newest first, at most `limit`. */
  ofDraft(id: DraftId, limit: number): Promise<readonly DraftAsk[]>
}
