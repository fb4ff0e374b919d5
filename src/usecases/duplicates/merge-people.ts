/** Two records on file become one: compared side by side first, then **Merge**. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type Difference, type MergeField, mergeCandidate, type Side } from '../../domain/candidate/merge.ts'
import { type Both, internalOf, joinedPeople } from '../../domain/candidate/merge-people.ts'
import { type Joining, joinedVerdict, joinPermissions } from '../../domain/consent/joined-permission.ts'
import { type PermissionVerdict, permissionFor } from '../../domain/consent/permission.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Zone } from '../../domain/shared/time.ts'
import { duplicates as words } from '../../domain/shared/words/duplicates.ts'
import { recordHistory } from '../capture/add-silver.ts'
import type { Merged } from '../capture/merge-silver.ts'
import { fieldsOnRecord } from '../capture/profile-fields.ts'
import { keepPeopleUndo } from '../capture/undo-people-merge.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { pairOf } from '../ports/duplicates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { inOrder } from './list-duplicates.ts'

export type PeoplePreview = {
  readonly kept: Candidate
  readonly other: Candidate
  readonly differences: readonly Difference[]
  readonly members: ReadonlyMap<string, string>
  /** Where one of them is of our own staff: so is whoever they become, and stays with that record's owner. */
  readonly internal: Candidate | undefined
  /** A company of theirs that must not be approached. */
  readonly barred: string | undefined
  /** Whether they may be written to: by either record, and by both together. */
  readonly permission: Readonly<Record<'kept' | 'other' | 'joined', PermissionVerdict>>
  readonly zone: Zone
}
export type PeopleRefusal =
  | { readonly kind: 'gone' }
  /** One of them is not what the person saw: shown anew, and asked again. */
  | { readonly kind: 'changed_since'; readonly now: PeoplePreview }

const PAIR = { oneId: idInput('candidate'), otherId: idInput('candidate') }

/** Both side by side, of any two records; nothing is decided before **Merge**. */
export const previewPeopleMerge = defineUseCase({
  name: 'preview-people-merge',
  permission: 'candidate.change',
  input: z.object(PAIR),
  run: (ctx, { oneId, otherId }): Promise<Result<PeoplePreview, { readonly kind: 'gone' | 'same' }>> =>
    ctx.uow.run(async (tx) => {
      const [kept, other] = inOrder(await tx.candidates.getMany([oneId, otherId]))
      if (kept === undefined || other === undefined) return refuse({ kind: 'gone' })
      return kept.id === other.id ? refuse({ kind: 'same' }) : ok(await compare(ctx, tx, kept, other))
    }),
})

async function compare(
  { now, actor }: Ctx,
  tx: Tx,
  kept: Candidate,
  other: Candidate,
  choices: Partial<Record<MergeField, Side>> = {},
): Promise<PeoplePreview & { readonly merged: ReturnType<typeof mergeCandidate>['merged'] }> {
  const barred = await barredCompany(tx, kept, other)
  const { merged, differences } = mergeCandidate(
    fieldsOnRecord(kept, await tx.candidates.contacts(kept.id)),
    fieldsOnRecord(other, await tx.candidates.contacts(other.id)),
    { ...barred.choice, ...choices },
  )
  const owners = [kept.ownerId, other.ownerId].flatMap((id) => id ?? [])
  const members = new Map((await tx.members.getMany(owners)).map(({ id, name }) => [id as string, name]))
  const internal = internalOf({ kept, other })
  const [own, theirs] = [await tx.consent.permissions(kept.id), await tx.consent.permissions(other.id)]
  // Of contacts both stay, and who looks after one of our own staff is settled: there is nothing to choose.
  const settled = (field: MergeField) =>
    field === 'phone' || field === 'profileLink' || (field === 'ownerId' && internal !== undefined)
  return {
    kept,
    other,
    merged,
    differences: differences.filter(({ field }) => !settled(field)),
    members,
    internal,
    barred: barred.name,
    permission: {
      kept: permissionFor(own, 'contact', now),
      other: permissionFor(theirs, 'contact', now),
      joined: joinedVerdict(own, theirs, 'contact', now),
    },
    zone: actor.zone,
  }
}

/** A bar on a company ends with no merge unless somebody says so: of two companies the barred one is taken. */
async function barredCompany(tx: Tx, kept: Candidate, other: Candidate) {
  const nameOf = ({ company }: Candidate) => tx.consent.doNotContactCompany(company, undefined)
  const [stays, joins] = await Promise.all([nameOf(kept), nameOf(other)])
  const choice: Partial<Record<MergeField, Side>> =
    stays === undefined && joins !== undefined ? { company: 'typed' } : {}
  return { name: stays ?? joins, choice }
}

/**
 * **Merge**: all history of the other record becomes that of the one which was here first. Of the permissions a withdrawal holds, whichever
 * side it stood on; whoever was not to be approached is not; of two outcomes the stricter counts; and whom only one colleague saw stays so.
 */
export const mergePeople = defineUseCase({
  name: 'merge-people',
  permission: 'candidate.change',
  input: z.object({
    keptId: PAIR.oneId,
    otherId: PAIR.otherId,
    keptVersion: z.number().int(),
    otherVersion: z.number().int(),
    choices: z.record(z.string(), z.enum(['existing', 'typed'])),
  }),
  run: async (ctx, input): Promise<Result<Merged, PeopleRefusal>> => {
    const merged = await ctx.uow.once<Merged, PeopleRefusal>(ctx.idempotencyKey, 'merge-people', async (tx) => {
      const found = await lockBoth(tx, input.keptId, input.otherId)
      if (found === undefined) return refuse({ kind: 'gone' })
      const { kept, other } = found
      if (kept.version !== input.keptVersion || other.version !== input.otherVersion)
        return refuse({ kind: 'changed_since', now: await compare(ctx, tx, kept, other) })
      return ok({ candidateId: kept.id, mergeId: await merge(ctx, tx, found, input.choices) })
    })
    if (merged.ok) ctx.services.wake.posts()
    return merged
  },
})

async function lockBoth(tx: Tx, keptId: CandidateId, otherId: CandidateId): Promise<Both | undefined> {
  const living = await tx.candidates.lockAll([keptId, otherId])
  const [kept, other] = [keptId, otherId].map((id) => living.find((person) => person.id === id))
  return kept === undefined || other === undefined || kept === other ? undefined : { kept, other }
}

async function merge(ctx: Ctx, tx: Tx, { kept, other }: Both, choices: Partial<Record<MergeField, Side>>) {
  const { actor, now, newId } = ctx
  const { merged, differences } = await compare(ctx, tx, kept, other, choices)
  const barred = await tx.consent.barredAmong([kept.id, other.id])
  const after = joinedPeople({ kept, other }, merged)
  const joining = joinPermissions(await tx.consent.permissions(kept.id), await tx.consent.permissions(other.id), now)
  const moved = await tx.merges.moveAll(other.id, kept.id)
  const permissions = { marks: await writePermissions(ctx, tx, kept.id, joining), shortened: joining.shortened }
  const entries = await recordHistory(ctx, tx, kept.id, {
    text: words.merged(other.fullName),
    kind: 'merge',
    nearMiss: undefined,
  })
  const barCame = barred.has(other.id) && !barred.has(kept.id)
  if (barCame) await tx.consent.setDoNotContact(kept.id, now)
  await tx.candidates.change(kept.id, after)
  const pair = pairOf(kept.id, other.id)
  const pairWas = await tx.duplicates.lock(pair)
  if (pairWas !== undefined) await tx.duplicates.decide(pair, 'merged', actor.memberId, now)
  const mergeId = newId<'kept_form'>()
  await keepPeopleUndo(ctx, tx, mergeId, {
    kept,
    otherId: other.id,
    after,
    moved,
    permissions,
    entries,
    pairWas,
    barred,
    barredAt: barCame ? now : barred.get(kept.id),
  })
  const fields = differences.map(({ field }) => field)
  const data = { otherId: other.id, fields, mergeId }
  await tx.events.append({ stream: `candidate:${kept.id}`, type: 'candidate.merged', data })
  await tx.events.append({
    stream: `candidate:${other.id}`,
    type: 'candidate.merged_into',
    data: { keptId: kept.id, mergeId },
  })
  for (const id of [kept.id, other.id]) await tx.posts.redraw(id, now)
  const key = `merged_notice:${kept.id}:${mergeId}`
  await tx.posts.want({ key, kind: 'merged_notice', address: actor.slackUserId, subjects: [kept.id, mergeId] }, now)
  return mergeId
}

/** The names of the withdrawals that were said once more. */
async function writePermissions({ newId }: Ctx, tx: Tx, id: CandidateId, { withdrawn, shortened }: Joining) {
  for (const { id: permission, was, until } of shortened) await tx.consent.setEnd(permission, was, until)
  const marks = withdrawn.map((mark) => ({ ...mark, id: newId<'permission'>() }))
  for (const mark of marks) await tx.consent.grant(id, mark)
  return marks.map((mark) => mark.id)
}
