/** What two records of one person allow together: no more than the stricter of both, purpose by purpose. Pure. */
import type { PermissionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import {
  expiryOf,
  PERMISSION_PURPOSES,
  type PermissionPurpose,
  type PermissionRecord,
  type PermissionVerdict,
  permissionFor,
} from './permission.ts'

export type Joining = {
  /** A withdrawal of either that the other's permissions would lift: said once more of both, as of now. */
  readonly withdrawn: readonly Omit<PermissionRecord, 'id'>[]
  /** Permissions that would outlast the earlier end of both. */
  readonly shortened: readonly {
    readonly id: PermissionId
    readonly was: Instant | undefined
    readonly until: Instant
  }[]
}
type Records = readonly PermissionRecord[]

/** Who said nothing in one of them said no no either: then the other counts. */
export function joinPermissions(one: Records, other: Records, now: Instant): Joining {
  const joinings = PERMISSION_PURPOSES.map((purpose) => {
    const of = (records: Records) => records.filter((record) => record.purpose === purpose)
    return joinOne(purpose, of(one), of(other), now)
  })
  return {
    withdrawn: joinings.flatMap(({ withdrawn }) => withdrawn),
    shortened: joinings.flatMap(({ shortened }) => shortened),
  }
}

/** What holds once both are one. */
export function joinedVerdict(
  one: Records,
  other: Records,
  purpose: PermissionPurpose,
  now: Instant,
): PermissionVerdict {
  const { withdrawn, shortened } = joinPermissions(one, other, now)
  const ends = new Map(shortened.map(({ id, until }) => [id, until]))
  const both = [...one, ...other].map((record) => ({ ...record, expiresAt: ends.get(record.id) ?? record.expiresAt }))
  // Nothing is valid by a withdrawal, so its name is never told.
  const marks = withdrawn.map((mark) => ({ ...mark, id: '' as PermissionId }))
  return permissionFor([...both, ...marks], purpose, now)
}

function joinOne(purpose: PermissionPurpose, one: Records, other: Records, now: Instant): Joining {
  const both = [...one, ...other]
  const verdicts = [one, other].map((records) => permissionFor(records, purpose, now))
  if (verdicts.some(({ kind }) => kind === 'withdrawn')) {
    const isLifted = permissionFor(both, purpose, now).kind !== 'withdrawn'
    const [said] = both.filter(({ withdrawnAt }) => withdrawnAt !== undefined)
    if (!isLifted || said === undefined) return NOTHING
    const { id: _id, ...rest } = said
    return { ...NOTHING, withdrawn: [{ ...rest, source: 'merge', withdrawnAt: now }] }
  }
  const ends = verdicts.flatMap((verdict) => endOf(verdict) ?? [])
  if (ends.length < 2) return NOTHING
  const until = Math.min(...ends) as Instant
  const longer = both.filter((record) => record.withdrawnAt === undefined && expiryOf(record) > until)
  return { ...NOTHING, shortened: longer.map(({ id, expiresAt }) => ({ id, was: expiresAt, until })) }
}

const NOTHING: Joining = { withdrawn: [], shortened: [] }

function endOf(verdict: PermissionVerdict): Instant | undefined {
  if (verdict.kind === 'valid') return expiryOf(verdict.record)
  return verdict.kind === 'expired' ? verdict.at : undefined
}
