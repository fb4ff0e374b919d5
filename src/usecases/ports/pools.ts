import type { CandidateId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type Pool = {
  readonly id: PoolId
  readonly name: string
  /** The printed query of a dynamic pool; `undefined` for a list. */
  readonly query: string | undefined
  readonly ownerId: MemberId
  readonly cadenceDays: number
  /** Who belongs in it, and what to talk about with them. */
  readonly personaNote: string | undefined
  /** The Slack channel that hears how its week was; an id. */
  readonly channel: string | undefined
  readonly createdAt: Instant
  readonly archivedAt: Instant | undefined
  /** Where its people went, if it was archived by a merge. */
  readonly mergedInto: PoolId | undefined
  /** Grows with every change; a writer that read an older one is refused. */
  readonly version: number
}
export type NewPool = Omit<Pool, 'version' | 'mergedInto' | 'channel'> & { readonly channel?: string | undefined }
/** What a form may change; whether it is a query or a list stays what it was. */
export type PoolChange = Pick<Pool, 'name' | 'query' | 'ownerId' | 'cadenceDays' | 'personaNote' | 'channel'>

export type Listing = { readonly id: string; readonly memberId: MemberId; readonly query: string }

/** By hand; when the list was saved; noticed at night, of a pool that is a query; or with another pool. */
export type JoinedHow = 'by_hand' | 'saved' | 'query' | 'merged'
export type LeftHow = 'by_hand' | 'query' | 'undone'
export type Joined = { readonly by: MemberId | undefined; readonly at: Instant; readonly how: JoinedHow }
export type Left = { readonly by: MemberId | undefined; readonly at: Instant; readonly how: LeftHow }

/** One line of a pool's history. */
export type PoolTurn = {
  readonly stayId: string
  readonly candidateId: CandidateId
  readonly at: Instant
  readonly by: MemberId | undefined
} & ({ readonly what: 'joined'; readonly how: JoinedHow } | { readonly what: 'left'; readonly how: LeftHow })
export type TurnPlace = { readonly at: Instant; readonly stayId: string; readonly what: PoolTurn['what'] }

export type PoolStore = {
  get(id: PoolId): Promise<Pool | undefined>
  /** Nobody else changes it, or who is in it, until this transaction ends. */
  lock(id: PoolId): Promise<Pool | undefined>
  /** Living pools by name, at most `limit`. */
  list(limit: number): Promise<readonly Pool[]>
  /** Those that were put away, the latest first. */
  archived(limit: number): Promise<readonly Pool[]>
  /** `taken` where a living pool has that name, however it is spelt. */
  insert(pool: NewPool): Promise<'inserted' | 'taken'>
  /** The pool must be locked in this transaction. */
  change(id: PoolId, change: PoolChange): Promise<'changed' | 'taken'>
  /** Whom it put in; who is in it already stays as they are. */
  addMembers(
    id: PoolId,
    people: readonly CandidateId[],
    by: MemberId,
    at: Instant,
    how?: JoinedHow,
  ): Promise<readonly CandidateId[]>
  /** Whom it took out. */
  removeMembers(id: PoolId, people: readonly CandidateId[], left: Left): Promise<readonly CandidateId[]>
  /** Those of a list go into another as well, with who added them and when; answers who was not in it before. */
  uniteMembers(from: PoolId, to: PoolId): Promise<readonly CandidateId[]>
  isMember(id: PoolId, person: CandidateId): Promise<boolean>
  /** Living lists that somebody is in. */
  poolsOf(person: CandidateId): Promise<readonly Pool[]>
  /** Who came and who went, the latest first. */
  turns(id: PoolId, limit: number, before?: TurnPlace): Promise<readonly PoolTurn[]>
  /** Those who are in it as far as its history knows, at most `limit`. */
  staying(id: PoolId, limit: number): Promise<readonly CandidateId[]>
  /** Whether anything was ever noticed of it. */
  hasHistory(id: PoolId): Promise<boolean>
  noteJoined(id: PoolId, people: readonly CandidateId[], joined: Joined): Promise<void>
  noteLeft(id: PoolId, people: readonly CandidateId[], left: Left): Promise<void>
  /** Keeps the query behind a list so that its buttons carry only an id; lists that are older than two days are forgotten. */
  keepListing(listing: Listing, at: Instant): Promise<void>
  listing(id: string): Promise<(Listing & { readonly keptAt: Instant }) | undefined>
  /** Gives its name free; its people stay, and are no longer looked after by it. `false` where it was archived already. */
  archive(id: PoolId, at: Instant, mergedInto?: PoolId): Promise<boolean>
  /** `taken` where a living pool has its name by now; `living` where it was not archived. */
  restore(id: PoolId): Promise<'restored' | 'taken' | 'living'>
}
