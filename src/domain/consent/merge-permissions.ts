/** Two records turn out to be one person: the stricter permission wins, because that is what they last held us to. */

import { never } from '../shared/result.ts'
import type { Instant } from '../shared/time.ts'
import {
  expiryOf,
  PERMISSION_PURPOSES,
  type PermissionPurpose,
  type PermissionRecord,
  permissionFor,
} from './permission.ts'

/**
 * The records that count for the merged person, purpose by purpose from the stricter side; the other side's rows stay in the
 * history, so that a merge can be undone. A side that says nothing has not said no. A no on either side stands even against a
 * later yes on the other: they may not have known that both were us, so the yes is asked for afresh.
 */
export function mergePermissions(
  ours: readonly PermissionRecord[],
  theirs: readonly PermissionRecord[],
  now: Instant,
): readonly PermissionRecord[] {
  return PERMISSION_PURPOSES.flatMap((purpose) => {
    const [a, b] = [ours, theirs].map((records) => records.filter((record) => record.purpose === purpose))
    return stricter(a ?? [], b ?? [], purpose, now)
  })
}

function stricter(
  a: readonly PermissionRecord[],
  b: readonly PermissionRecord[],
  purpose: PermissionPurpose,
  now: Instant,
): readonly PermissionRecord[] {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const difference = endOf(a, purpose, now) - endOf(b, purpose, now)
  return difference === 0 ? [...a, ...b] : difference < 0 ? a : b
}

/** When it ends or ended; a withdrawal has ended before everything else. */
function endOf(records: readonly PermissionRecord[], purpose: PermissionPurpose, now: Instant): number {
  const verdict = permissionFor(records, purpose, now)
  switch (verdict.kind) {
    case 'withdrawn':
      return Number.NEGATIVE_INFINITY
    case 'expired':
      return verdict.at
    case 'valid':
      return expiryOf(verdict.record)
    case 'missing':
      // Given only later than `now`, which imports from a wrong clock can do: no permission yet.
      return Number.MIN_SAFE_INTEGER
    default:
      return never(verdict)
  }
}
