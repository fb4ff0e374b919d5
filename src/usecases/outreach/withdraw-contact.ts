import { defaultExpiry, type PermissionRecord } from '../../domain/consent/permission.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** They want to hear no more of us. The person is locked; `where` is where they said so, and in which words they were asked. */
export async function withdrawContact(
  { newId, now }: SystemCtx,
  tx: Tx,
  id: CandidateId,
  where: Pick<PermissionRecord, 'source' | 'wording'>,
): Promise<void> {
  const permissions = await tx.consent.permissions(id)
  await tx.consent.withdraw(id, 'contact', now)
  await tx.consent.withdraw(id, 'job_alerts', now)
  if (permissions.some(({ purpose }) => purpose === 'contact')) return
  // Where there was nothing to withdraw, their no stands by itself, so that nobody claims another ground later.
  await tx.consent.grant(id, {
    ...where,
    id: newId<'permission'>(),
    purpose: 'contact',
    basis: 'applied_here',
    grantedAt: now,
    expiresAt: defaultExpiry('applied_here', now),
    withdrawnAt: now,
  })
}
