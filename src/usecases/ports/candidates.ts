import type { Candidate, Standing } from '../../domain/candidate/candidate.ts'
import type { CandidateId, ContactId, FactId, InteractionId, MemberId, SendId } from '../../domain/shared/ids.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'

export type ContactKind = 'email' | 'phone' | 'profile'
export type Contact = {
  readonly id: ContactId
  readonly kind: ContactKind
  readonly value: string
  readonly isPrimary: boolean
}

export type NewCandidate = Omit<Candidate, 'version' | 'lastTouchAt'>
/** Only the fields that are there change; `undefined` clears. */
export type CandidateChange = {
  readonly [Field in keyof Omit<Candidate, 'id' | 'version' | 'createdAt'>]?: Candidate[Field] | undefined
}

export type FactKind =
  | 'praise'
  | 'strength'
  | 'advice'
  | 'skill'
  | 'role'
  | 'location'
  | 'wish'
  | 'promise'
  | 'reason'
  | 'note'
export type FactRow = {
  readonly id: FactId
  readonly kind: FactKind
  readonly text: string
  readonly telling: 'may_be_mentioned' | 'internal_only'
  /** Where it came from: the message, the form, the conversation. */
  readonly sourceKind: 'silver_form' | 'near_miss' | 'note' | 'reply' | 'sample'
  readonly sourceLink: string | undefined
  readonly authorId: MemberId | undefined
  readonly statedAt: Instant
  readonly changedAt: Instant
  readonly retractedAt: Instant | undefined
}

export type InteractionKind = 'note' | 'flag' | 'told_outcome' | 'message_sent' | 'reply' | 'call' | 'merge' | 'change'
export type Interaction = {
  readonly id: InteractionId
  readonly kind: InteractionKind
  readonly at: Instant
  readonly memberId: MemberId | undefined
  readonly text: string
  readonly link: string | undefined
  readonly sendId: SendId | undefined
  /** Only one-to-one touches keep somebody from going stale. */
  readonly oneToOne: boolean
}

export type CandidateStore = {
  get(id: CandidateId): Promise<Candidate | undefined>
  /** At most as many as asked for, in the order asked for; the missing are left out. One query. */
  getMany(ids: readonly CandidateId[]): Promise<readonly Candidate[]>
  /**
   * `FOR NO KEY UPDATE`: taken by the claim of a send and by every writer of something the gate reads (standing, permission,
   * suppression, merge, erasure), so that the gate's answer still holds when the send is claimed. Follows a merge to the one that lives.
   */
  lock(id: CandidateId): Promise<Candidate | undefined>
  insert(candidate: NewCandidate): Promise<void>
  /** Also brings the search row up to date. The row must be locked in this transaction. */
  change(id: CandidateId, change: CandidateChange): Promise<void>
  /** Moves last contact forward, never back. */
  touch(id: CandidateId, at: Instant): Promise<void>
  /** The living person who has this contact; comparison is by keyed hash of the normalised value. */
  findByContact(kind: ContactKind, value: string): Promise<CandidateId | undefined>
  contacts(id: CandidateId): Promise<readonly Contact[]>
  /** `taken` where another person of this workspace has it; the same value for the same person is kept once. */
  addContact(
    id: CandidateId,
    contact: Omit<Contact, 'id'>,
  ): Promise<'added' | 'known' | { readonly taken: CandidateId }>
  facts(id: CandidateId): Promise<readonly FactRow[]>
  addFact(id: CandidateId, fact: FactRow): Promise<void>
  retractFact(id: FactId, at: Instant): Promise<void>
  /** Newest first; at most `limit`, older than `before` where given. */
  timeline(id: CandidateId, limit: number, before?: Instant): Promise<readonly Interaction[]>
  record(id: CandidateId, interaction: Interaction): Promise<void>
}

/** Where things stand with the day it has been so. */
export type StandingChange = { readonly standing: Standing; readonly day: Day | undefined }
