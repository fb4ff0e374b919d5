import { PERMISSION_PURPOSES, type PermissionBasis } from '../../domain/consent/permission.ts'
import type { CandidateId, InteractionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { history } from '../../domain/shared/words/capture.ts'
import { referral } from '../../domain/shared/words/referral.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NewCandidate } from '../ports/candidates.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { decideFlag } from './decide-flag.ts'
import { factsOf } from './facts-of.ts'
import { contactsOf, knownBy, type LookedUp, lookUp, waitingFlag } from './look-up.ts'
import { profileOf } from './profile-fields.ts'
import { readSilver, warningsOf } from './read-silver.ts'
import type { SilverDetails } from './silver-details.ts'
import { SilverInput, type SilverRefusal } from './silver-input.ts'

export type Added = { readonly candidateId: CandidateId }

/**
 * **Add** in "Add a silver medallist": one new person with contacts, facts, permission, pool and owner; with a flag, that flag is
 * accepted by the same act. A person who is known by a contact is not added twice: the refusal names the record to merge with.
 */
export const addSilver = defineUseCase({
  name: 'add-silver',
  permission: 'candidate.add',
  input: SilverInput,
  run: async (ctx, { entry, keepWords, nearMissId }): Promise<Result<Added, SilverRefusal>> => {
    const read = readSilver(entry, { today: dayIn(ctx.now, ctx.actor.zone), zone: ctx.actor.zone })
    if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal })
    const details = read.value
    const warned = warningsOf(details)
    if (!keepWords && Object.keys(warned).length > 0) return refuse({ kind: 'warned', warned })
    const added = await ctx.uow.once<Added, SilverRefusal>(ctx.idempotencyKey, 'add-silver', async (tx) => {
      const flag = nearMissId === undefined ? undefined : await waitingFlag(tx, nearMissId)
      if (flag?.ok === false) return flag
      const known = await knownBy(tx, details)
      if (known !== undefined) return refuse({ kind: 'known', ...known })
      const found = await lookUp(ctx, tx, details)
      if (!found.ok) return refuse({ kind: 'fields', problems: found.refusal })
      return insertPerson(ctx, tx, { details, found: found.value, nearMiss: flag?.value })
    })
    if (added.ok) ctx.services.wake.posts()
    return added
  },
})

type Plan = { readonly details: SilverDetails; readonly found: LookedUp; readonly nearMiss: NearMiss | undefined }

async function insertPerson(ctx: Ctx, tx: Tx, plan: Plan): Promise<Result<Added, SilverRefusal>> {
  const { details, found, nearMiss } = plan
  const { actor, now, newId } = ctx
  const id = newId<'candidate'>()
  await tx.candidates.insert(personOf(id, ctx, plan))
  for (const contact of contactsOf(details)) {
    const outcome = await tx.candidates.addContact(id, { ...contact, isPrimary: true })
    // Somebody added the same person at the same moment.
    if (typeof outcome === 'object') return refuse({ kind: 'known', candidateId: outcome.taken, by: contact.kind })
  }
  await tx.candidates.addFacts(id, factsOf(details, { by: actor.memberId, now, newId, nearMiss }))
  if (details.permission !== undefined) await grantPermission(ctx, tx, id, details.permission)
  if (details.poolId !== undefined) await tx.pools.addMembers(details.poolId, [id], actor.memberId, now)
  await recordHistory(ctx, tx, id, { text: history.added, kind: 'change', nearMiss })
  await tx.events.append({
    stream: `candidate:${id}`,
    type: 'candidate.added',
    data: {
      via: nearMiss === undefined ? 'form' : 'flag',
      nearMissId: nearMiss?.id ?? null,
      poolId: details.poolId ?? null,
      ownerId: found.ownerId ?? null,
    },
  })
  if (nearMiss !== undefined) await decideFlag(ctx, tx, nearMiss, { state: 'accepted', candidateId: id })
  const key = `added_notice:${id}`
  await tx.posts.want({ key, kind: 'added_notice', address: actor.slackUserId, subjects: [id] }, now)
  return ok({ candidateId: id })
}

const personOf = (id: CandidateId, { now }: Ctx, { details, found }: Plan): NewCandidate => ({
  ...profileOf(details),
  id,
  headline: details.headline,
  company: details.company,
  jobId: found.jobId,
  kind: found.referredBy === undefined ? 'near_miss' : 'referral',
  source: found.referredBy === undefined ? undefined : 'referral',
  referredBy: found.referredBy,
  ownerId: found.ownerId,
  skillUses: details.skillUses,
  zone: details.zone,
  createdAt: now,
})

/** Who applied here may be kept and written to on that ground; job alerts are a wish of their own and nobody's to assume. */
export async function grantPermission(ctx: Ctx, tx: Tx, id: CandidateId, basis: PermissionBasis): Promise<void> {
  for (const purpose of PERMISSION_PURPOSES.filter((one) => one !== 'job_alerts')) {
    await tx.consent.grant(id, {
      id: ctx.newId<'permission'>(),
      purpose,
      basis,
      source: 'silver modal',
      wording: 'recruiter-1',
      grantedAt: ctx.now,
      expiresAt: undefined,
      withdrawnAt: undefined,
    })
  }
}

/** The timeline begins with the flag, where there was one, and says what was done now. Answers the entries' ids. */
export async function recordHistory(
  { actor, now, newId }: Ctx,
  tx: Tx,
  id: CandidateId,
  entry: { readonly text: string; readonly kind: 'change' | 'merge'; readonly nearMiss: NearMiss | undefined },
): Promise<readonly InteractionId[]> {
  const { nearMiss, kind, text } = entry
  const ids = [newId<'interaction'>(), newId<'interaction'>()] as const
  const shared = { sendId: undefined, oneToOne: false }
  if (nearMiss !== undefined) {
    await tx.candidates.record(id, {
      ...shared,
      id: ids[0],
      kind: 'flag',
      at: nearMiss.flaggedAt,
      memberId: nearMiss.flaggedBy,
      text: (nearMiss.referral === undefined ? history.flagged : referral.history)(nearMiss.role, nearMiss.impressed),
      link: nearMiss.evidenceLink,
    })
  }
  const done = { id: ids[1], kind, at: now, memberId: actor.memberId, text, link: undefined }
  await tx.candidates.record(id, { ...shared, ...done })
  return ids
}
