import type { Claim } from '../../domain/outreach/claims.ts'
import type { Purpose } from '../../domain/outreach/purpose.ts'
import type { CandidateId, DraftId, JobId, MemberId, RevisionId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type DraftState = 'waiting' | 'approved' | 'rejected' | 'withdrawn'

export type DraftRow = {
  readonly id: DraftId
  readonly candidateId: CandidateId
  readonly ownerId: MemberId
  readonly jobId: JobId | undefined
  readonly purpose: Purpose
  readonly whyNow: string
  readonly state: DraftState
  /** The revision that may be approved now; an older one is superseded. */
  readonly revisionId: RevisionId
  readonly decidedBy: MemberId | undefined
  readonly decidedAt: Instant | undefined
  readonly rejectReason: string | undefined
  readonly createdAt: Instant
}
export type RevisionRow = {
  readonly id: RevisionId
  readonly draftId: DraftId
  readonly number: number
  readonly subject: string
  readonly body: string
  readonly author: 'template' | 'person' | 'model'
  readonly authorId: MemberId | undefined
  readonly template: string | undefined
  /** The version of the prompt, where a model wrote it. */
  readonly prompt?: string | undefined
  /** Sentences of the model that no fact bears out, as they were written: for the card, never for the letter. */
  readonly cut?: readonly string[]
  /** Its mail carries the link where they answer whether we may stay in touch. */
  readonly asksToStay?: boolean
  readonly createdAt: Instant
  readonly claims: readonly Claim[]
}

export type DraftStore = {
  get(id: DraftId): Promise<DraftRow | undefined>
  /** Whose each of these drafts is. */
  ownersOf(ids: readonly DraftId[]): Promise<ReadonlyMap<DraftId, MemberId>>
  lock(id: DraftId): Promise<DraftRow | undefined>
  revision(id: RevisionId): Promise<RevisionRow | undefined>
  /** The draft with its first revision. */
  insert(draft: DraftRow, first: RevisionRow): Promise<void>
  /** A new text: becomes the current revision; the old one stays as it was. The draft must be locked. */
  revise(id: DraftId, revision: RevisionRow): Promise<void>
  decide(
    id: DraftId,
    decision: {
      readonly state: DraftState
      readonly by: MemberId | undefined
      readonly at: Instant
      readonly rejectReason?: string
    },
  ): Promise<void>
  /** Waiting drafts of one owner, oldest first, at most `limit`. */
  waitingOf(owner: MemberId, limit: number): Promise<readonly DraftRow[]>
  /** Waiting drafts that tell of a job, at most `limit`. */
  waitingAbout(job: JobId, limit: number): Promise<readonly DraftId[]>
  /** Waiting drafts for one person: a second request finds the first. */
  waitingFor(person: CandidateId): Promise<readonly DraftRow[]>
}
