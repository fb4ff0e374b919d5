/** What a form names and only rows can answer: the owner, the pool, the open job, people who are known by the same contact. */
import type { CandidateId, JobId, MemberId, NearMissId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import type { ContactKind } from '../ports/candidates.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { SilverProblems } from './read-silver.ts'
import { NO_OWNER, type SilverDetails } from './silver-details.ts'
import type { FlagRefusal } from './silver-input.ts'

export type LookedUp = {
  readonly ownerId: MemberId | undefined
  readonly jobId: JobId | undefined
  readonly referredBy?: MemberId | undefined
}

export async function lookUp(ctx: Ctx, tx: Tx, details: SilverDetails): Promise<Result<LookedUp, SilverProblems>> {
  const problems: { -readonly [Field in keyof SilverProblems]: SilverProblems[Field] } = {}
  const { ownerSlackId, poolId, email } = details
  let ownerId: MemberId | undefined = ctx.actor.memberId
  if (ownerSlackId !== undefined)
    ownerId = ownerSlackId === NO_OWNER ? undefined : (await tx.members.bySlackId(ownerSlackId))?.id
  if (ownerId === undefined && ownerSlackId !== NO_OWNER) problems.owner = { kind: 'unknown_owner' }
  const referrer = details.referredBy === undefined ? undefined : await tx.members.bySlackId(details.referredBy)
  if (details.referredBy !== undefined && referrer === undefined) problems.referredBy = { kind: 'unknown_owner' }
  if (poolId !== undefined) {
    const pool = await tx.pools.get(poolId)
    if (pool === undefined || pool.archivedAt !== undefined) problems.pool = { kind: 'unknown_pool' }
    else if (pool.query !== undefined) problems.pool = { kind: 'dynamic_pool' }
  }
  if (email !== undefined && (await tx.consent.suppressions(email)).some(({ reason }) => reason === 'erased'))
    problems.email = { kind: 'erased_address' }
  if (Object.keys(problems).length > 0) return refuse(problems)
  const role = fold(details.role)
  const job = (await tx.jobs.open(MOST_JOBS)).find(({ title }) => fold(title) === role)
  return ok({ ownerId, jobId: job?.id, referredBy: referrer?.id })
}

const MOST_JOBS = 500

export type TypedContact = { readonly kind: ContactKind; readonly value: string }

/** In the order in which they tell who somebody is. */
export const contactsOf = ({ email, phone, profileLink }: SilverDetails): readonly TypedContact[] =>
  (
    [
      ['email', email],
      ['profile', profileLink],
      ['phone', phone],
    ] as const
  ).flatMap(([kind, value]) => (value === undefined ? [] : [{ kind, value }]))

export async function knownBy(
  tx: Tx,
  details: SilverDetails,
): Promise<{ readonly candidateId: CandidateId; readonly by: ContactKind } | undefined> {
  for (const { kind, value } of contactsOf(details)) {
    const candidateId = await tx.candidates.findByContact(kind, value)
    if (candidateId !== undefined) return { candidateId, by: kind }
  }
  return undefined
}

/** The flag, locked and still waiting; of two who decide at once the second hears who was first. */
export async function waitingFlag(tx: Tx, id: NearMissId): Promise<Result<NearMiss, FlagRefusal>> {
  const nearMiss = await tx.nearMisses.lock(id)
  if (nearMiss === undefined) return refuse({ kind: 'flag_gone' })
  if (nearMiss.state === 'waiting') return ok(nearMiss)
  const by = nearMiss.decidedBy === undefined ? undefined : await tx.members.get(nearMiss.decidedBy)
  return refuse({ kind: 'flag_decided', state: nearMiss.state, by: by?.name })
}
