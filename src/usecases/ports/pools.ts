import type { CandidateId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type Pool = {
  readonly id: PoolId
  readonly name: string
  /** The printed query of a dynamic pool; `undefined` for a list. */
  readonly query: string | undefined
  readonly ownerId: MemberId
  readonly cadenceDays: number
  readonly personaNote: string | undefined
  readonly createdAt: Instant
  readonly archivedAt: Instant | undefined
}
export type Listing = { readonly id: string; readonly memberId: MemberId; readonly query: string }

export type PoolStore = {
  get(id: PoolId): Promise<Pool | undefined>
  /** Living pools by name, at most `limit`. */
  list(limit: number): Promise<readonly Pool[]>
  /** `taken` where a living pool has that name, whatever its case. */
  insert(pool: Pool): Promise<'inserted' | 'taken'>
  addMembers(id: PoolId, people: readonly CandidateId[], by: MemberId, at: Instant): Promise<number>
  removeMembers(id: PoolId, people: readonly CandidateId[]): Promise<void>
  poolsOf(person: CandidateId): Promise<readonly Pool[]>
  /** Keeps the query behind a list so that its buttons carry only an id; lists that are older than two days are forgotten. */
  keepListing(listing: Listing, at: Instant): Promise<void>
  listing(id: string): Promise<(Listing & { readonly keptAt: Instant }) | undefined>
  /** Gives its name free; its people stay. `false` where it was archived already. */
  archive(id: PoolId, at: Instant): Promise<boolean>
}
