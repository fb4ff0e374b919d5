import type { PermissionPurpose, PermissionRecord } from '../../domain/consent/permission.ts'
import type { Suppression, SuppressionReason } from '../../domain/consent/suppression.ts'
import type { CandidateId, ContactId, MemberId, PermissionId, SendId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type DoNotContactRow = {
  readonly id: string
  readonly name: string
  readonly domain: string | undefined
  readonly reason: string | undefined
  readonly addedBy: MemberId
  readonly addedAt: Instant
}

/** Writers lock the candidate first (see `CandidateStore.lock`). Addresses are kept as keyed hashes alone. */
export type ConsentStore = {
  permissions(id: CandidateId): Promise<readonly PermissionRecord[]>
  grant(id: CandidateId, permission: PermissionRecord): Promise<void>
  /** Withdraws every standing record of that purpose. */
  withdraw(id: CandidateId, purpose: PermissionPurpose, at: Instant): Promise<void>
  /** As if these had never been given: records that nobody withdrew, and addresses that nothing went to or came from. */
  takeBack(
    id: CandidateId,
    given: { readonly permissions: readonly PermissionId[]; readonly contacts: readonly ContactId[] },
  ): Promise<void>
  /** Where it ended at `was`, it ends at `until`; `undefined` is the ground's own end. */
  setEnd(id: PermissionId, was: Instant | undefined, until: Instant | undefined): Promise<void>
  /** As if a merge had never said these once more. */
  unmark(id: CandidateId, marks: readonly PermissionId[]): Promise<void>
  suppressions(address: string): Promise<readonly Suppression[]>
  /** Idempotent per address and reason; `false` where it stood already. */
  suppress(address: string, reason: SuppressionReason, at: Instant, sendId: SendId | undefined): Promise<boolean>
  liftSuppression(address: string, reason: SuppressionReason): Promise<void>
  /** `true` where somebody decided that this person is not to be approached. */
  isDoNotContact(id: CandidateId): Promise<boolean>
  /** Those of these people who are not to be approached, and since when. */
  barredAmong(ids: readonly CandidateId[]): Promise<ReadonlyMap<CandidateId, Instant>>
  setDoNotContact(id: CandidateId, at: Instant | undefined): Promise<void>
  /** The name of the do-not-contact company that this employer or mail domain belongs to. */
  doNotContactCompany(company: string | undefined, mailDomain: string | undefined): Promise<string | undefined>
  /** `known` where that company is on the list already. */
  addDoNotContactCompany(row: DoNotContactRow): Promise<'added' | 'known'>
  /** By name, however written; `undefined` where it was not on the list. */
  removeDoNotContactCompany(name: string): Promise<{ readonly id: string; readonly name: string } | undefined>
  /** By name, at most `limit`. */
  doNotContactCompanies(limit: number): Promise<readonly DoNotContactRow[]>
}
