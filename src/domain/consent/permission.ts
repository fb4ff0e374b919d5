/** Permission records: what the person allowed, on which ground, in which words, until when. No record, no send. */
import type { PermissionId } from '../shared/ids.ts'
import { addMonths, at, dayIn, type Instant, UTC } from '../shared/time.ts'

export const PERMISSION_PURPOSES = ['store', 'contact', 'job_alerts'] as const
export type PermissionPurpose = (typeof PERMISSION_PURPOSES)[number]

/** `applied_here` is the modal's default: "Applied here; covered by our privacy notice". */
export const PERMISSION_BASES = ['applied_here', 'consent', 'legitimate_interest', 'referral'] as const
export type PermissionBasis = (typeof PERMISSION_BASES)[number]

export type PermissionRecord = {
  readonly id: PermissionId
  readonly purpose: PermissionPurpose
  readonly basis: PermissionBasis
  /** Where we got it: `silver modal`, `reply of 3 March`, `registration page`. */
  readonly source: string
  /** Which wording the person saw, so that a later change of the notice does not rewrite what they agreed to. */
  readonly wording: string
  readonly grantedAt: Instant
  /** Where nobody set a day, the basis's own default counts: a permission without an end is none. */
  readonly expiresAt: Instant | undefined
  readonly withdrawnAt: Instant | undefined
}

export type PermissionVerdict =
  | { readonly kind: 'valid'; readonly record: PermissionRecord }
  | { readonly kind: 'missing' }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'withdrawn'; readonly at: Instant }

/** Longer than the six-monthly request, so that one unanswered mail does not close a door; the request's own silence rule does that. */
const MONTHS_VALID = { applied_here: 12, legitimate_interest: 12, referral: 6, consent: 24 } as const satisfies Record<
  PermissionBasis,
  number
>

/** When a permission given now lapses, unless an admin's setting says otherwise. */
export function defaultExpiry(basis: PermissionBasis, grantedAt: Instant): Instant {
  return at(addMonths(dayIn(grantedAt, UTC), MONTHS_VALID[basis]), 0, UTC)
}

export const expiryOf = (record: PermissionRecord): Instant =>
  record.expiresAt ?? defaultExpiry(record.basis, record.grantedAt)

/**
 * What the records say about one purpose at one moment. A withdrawal outlives every ground that we can claim by ourselves;
 * only the person's own later consent lifts it. Who no longer lets us store them does not let us contact them either.
 */
export function permissionFor(
  records: readonly PermissionRecord[],
  purpose: PermissionPurpose,
  now: Instant,
): PermissionVerdict {
  if (purpose !== 'store') {
    const store = permissionFor(records, 'store', now)
    if (store.kind === 'withdrawn') return store
  }
  const given = records.filter((record) => record.purpose === purpose && record.grantedAt <= now)
  if (given.length === 0) return { kind: 'missing' }
  const withdrawnAt = latest(given.flatMap((record) => (record.withdrawnAt === undefined ? [] : [record.withdrawnAt])))
  const standing = given.filter(
    (record) =>
      record.withdrawnAt === undefined &&
      (withdrawnAt === undefined || (record.basis === 'consent' && record.grantedAt > withdrawnAt)),
  )
  if (standing.length === 0 && withdrawnAt !== undefined) return { kind: 'withdrawn', at: withdrawnAt }
  const longest = standing.reduce((best, record) => (expiryOf(record) > expiryOf(best) ? record : best))
  const until = expiryOf(longest)
  return until > now ? { kind: 'valid', record: longest } : { kind: 'expired', at: until }
}

/** Their own word, given after that moment and standing, that we may write. */
export const consentedSince = (records: readonly PermissionRecord[], moment: Instant): boolean =>
  records.some(
    ({ purpose, basis, grantedAt, withdrawnAt }) =>
      purpose === 'contact' && basis === 'consent' && withdrawnAt === undefined && grantedAt > moment,
  )

const latest = (moments: readonly Instant[]): Instant | undefined =>
  moments.length === 0 ? undefined : (Math.max(...moments) as Instant)
