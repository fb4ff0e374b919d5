import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Fact } from '../../domain/outreach/fact.ts'
import type { Conversation } from '../../domain/outreach/gate-facts.ts'
import type {
  CandidateId,
  ContactId,
  FactId,
  InteractionId,
  MemberId,
  PoolId,
  SendId,
} from '../../domain/shared/ids.ts'
import type { Day, Instant } from '../../domain/shared/time.ts'

export type ContactKind = 'email' | 'phone' | 'profile'
export type Contact = {
  readonly id: ContactId
  readonly kind: ContactKind
  readonly value: string
  readonly isPrimary: boolean
}

/** What nobody needs to know of somebody new. */
export type Later = 'jobFunction' | 'careerStage' | 'employment' | 'relation' | 'birthday' | 'skillUses' | 'custom'
/** What comes of what is done with somebody. */
type Kept = 'version' | 'lastTouchAt' | 'snoozedUntil' | 'snoozedFor' | 'unworked' | 'firstDue' | 'checkedAt'
export type NewCandidate = Omit<Candidate, Kept | Later> & Partial<Pick<Candidate, Later>>
/** Only the fields that are there change; `undefined` clears. */
export type CandidateChange = {
  readonly [Field in keyof Omit<Candidate, 'id' | 'version' | 'createdAt'>]?: Candidate[Field] | undefined
}

/** A fact with where it came from: the message, the form, the conversation. */
export type FactRow = Fact & {
  readonly sourceKind: 'silver_form' | 'profile' | 'near_miss' | 'note' | 'reply' | 'import' | 'sample'
  readonly sourceLink: string | undefined
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

export type TimelinePlace = { readonly at: Instant; readonly id: InteractionId }

export type CandidateStore = {
  get(id: CandidateId): Promise<Candidate | undefined>
  /** At most as many as asked for, in the order asked for; the missing are left out. One query. */
  getMany(ids: readonly CandidateId[]): Promise<readonly Candidate[]>
  /**
   * `FOR NO KEY UPDATE`: taken by the claim of a send and by every writer of something the gate reads (standing, permission,
   * suppression, merge, erasure), so that the gate's answer still holds when the send is claimed. Follows a merge to the one that lives.
   */
  lock(id: CandidateId): Promise<Candidate | undefined>
  /** The same of several, whoever names them in whichever order, so that two who need the same people wait in turn. Follows no merge: those who live. */
  lockAll(ids: readonly CandidateId[]): Promise<readonly Candidate[]>
  insert(candidate: NewCandidate): Promise<void>
  /** Takes back an insertion with all that belongs to it; `in_use` where a draft was ever written for the person. Lock it first. */
  remove(id: CandidateId): Promise<'removed' | 'in_use'>
  /** Also brings the search row up to date. The row must be locked in this transaction. */
  change(id: CandidateId, change: CandidateChange): Promise<void>
  /** Moves last contact forward, never back. A word after they came here ends that they are unworked. */
  touch(id: CandidateId, at: Instant): Promise<void>
  /** Somebody looked through the profile and it is right. */
  checked(id: CandidateId, at: Instant): Promise<void>
  /**
   * Of these, who was in nobody's care (no owner, and in no other living list) and was not touched since they came, or not since `quietBefore`.
   * Tier A first, then the longest quiet; `overdue` where nobody had a word with them since that moment.
   */
  newToCare(
    people: readonly CandidateId[],
    pool: PoolId,
    quietBefore: Instant,
  ): Promise<readonly { readonly candidateId: CandidateId; readonly overdue: boolean }[]>
  /**
   * Another owner for those of these whom one of `from` owns now (`null`: nobody), locked as by `lock` and in one order; answers whose they
   * were.
   */
  giveOwner(
    people: readonly CandidateId[],
    to: MemberId | null,
    from: readonly (MemberId | null)[],
  ): Promise<readonly { readonly candidateId: CandidateId; readonly before: MemberId | undefined }[]>
  /** From which day on each of them may count as overdue. */
  giveFirstDays(days: readonly { readonly candidateId: CandidateId; readonly day: Day }[]): Promise<void>
  /** The living person who has this contact; comparison is by keyed hash of the normalised value. */
  findByContact(kind: ContactKind, value: string): Promise<CandidateId | undefined>
  /** Everybody on record under this address, whoever may see them; it may stand there twice, since internal staff are not told of. */
  allWithAddress(address: string): Promise<readonly CandidateId[]>
  contacts(id: CandidateId): Promise<readonly Contact[]>
  /** In one question; who has none is absent. */
  contactsOfMany(ids: readonly CandidateId[]): Promise<ReadonlyMap<CandidateId, readonly Contact[]>>
  /** `taken` where another person of this workspace has it; the same value for the same person is kept once. */
  addContact(
    id: CandidateId,
    contact: Omit<Contact, 'id'>,
  ): Promise<'added' | 'known' | { readonly taken: CandidateId }>
  /**
   * Makes these the contacts of that kind, the first of them first of its kind. Nothing is changed where another person has one of them, or
   * where one that a message went to would go.
   */
  setContacts(
    id: CandidateId,
    kind: ContactKind,
    values: readonly string[],
  ): Promise<'set' | { readonly taken: string } | { readonly written: string }>
  /** The newest first, at most 500. */
  facts(id: CandidateId): Promise<readonly FactRow[]>
  /** Those of the named facts that are this person's. */
  factsNamed(id: CandidateId, facts: readonly FactId[]): Promise<readonly FactRow[]>
  /** One fact and whose it is. */
  fact(id: FactId): Promise<(FactRow & { readonly candidateId: CandidateId }) | undefined>
  addFacts(id: CandidateId, facts: readonly FactRow[]): Promise<void>
  /** Changes what may be told, or the words; `changedAt` moves, so that drafts citing it are seen to be older. */
  changeFact(id: FactId, change: Partial<Pick<Fact, 'text' | 'telling'>>, at: Instant): Promise<void>
  /** Newest first; at most `limit`, behind the entry `before` where given. */
  timeline(id: CandidateId, limit: number, before?: TimelinePlace): Promise<readonly Interaction[]>
  /** Replies to and calls with our members since then, newest first, at most `limit`. */
  conversations(id: CandidateId, since: Instant, limit: number): Promise<readonly Conversation[]>
  record(id: CandidateId, interaction: Interaction): Promise<void>
  /** The same line on the timelines of many. */
  recordForAll(
    people: readonly CandidateId[],
    line: Pick<Interaction, 'kind' | 'at' | 'memberId' | 'text'>,
  ): Promise<void>
  /** One entry of a timeline and whose it is. */
  entry(id: InteractionId): Promise<(Interaction & { readonly candidateId: CandidateId }) | undefined>
  /** As if these had never been said. What a draft cites already is retracted instead, so that its text still points somewhere. */
  unsay(
    id: CandidateId,
    said: { readonly entries: readonly InteractionId[]; readonly facts: readonly FactId[] },
    at: Instant,
  ): Promise<void>
  /** Those who are snoozed beyond `today` until a job like theirs opens, in the order of their ids, at most `limit`, behind `after` where given. */
  waitingForJob(today: Day, limit: number, after?: CandidateId): Promise<readonly Candidate[]>
  /** Full names of whoever else was considered for the same job, or for a role called the same; the newest first, at most `limit`. */
  otherFinalists(person: Pick<Candidate, 'id' | 'consideredRole' | 'jobId'>, limit: number): Promise<readonly string[]>
}
