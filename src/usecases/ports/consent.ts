import type { CandidateId, PermissionId, SendId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type PermissionPurpose = 'store' | 'contact' | 'job_alerts'
export type PermissionBasis = 'applied_here' | 'consent' | 'legitimate_interest' | 'referral'
export type PermissionRow = {
  readonly id: PermissionId
  readonly purpose: PermissionPurpose
  readonly basis: PermissionBasis
  readonly source: string
  /** Version of the wording that the person saw. */
  readonly wording: string
  readonly grantedAt: Instant
  readonly expiresAt: Instant | undefined
  readonly withdrawnAt: Instant | undefined
}
export const SUPPRESSION_REASONS = ['unsubscribed', 'complaint', 'hard_bounce', 'asked_not_to', 'erased'] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]
export type Suppression = { readonly reason: SuppressionReason; readonly at: Instant }

/** Writers lock the candidate first (see `CandidateStore.lock`). Addresses are kept as keyed hashes alone. */
export type ConsentStore = {
  permissions(id: CandidateId): Promise<readonly PermissionRow[]>
  grant(id: CandidateId, permission: PermissionRow): Promise<void>
  withdraw(id: CandidateId, purpose: PermissionPurpose, at: Instant): Promise<void>
  suppressions(address: string): Promise<readonly Suppression[]>
  /** Idempotent per address and reason; `false` where it stood already. */
  suppress(address: string, reason: SuppressionReason, at: Instant, sendId: SendId | undefined): Promise<boolean>
  liftSuppression(address: string, reason: SuppressionReason): Promise<void>
  /** The do-not-contact company that this company name or mail domain belongs to. */
  doNotContactCompany(company: string | undefined, mailDomain: string | undefined): Promise<string | undefined>
}
