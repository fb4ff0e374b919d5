/** Taking back what was decided: **Dismiss** of a flag, and every merge with somebody on record. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import {
  asId,
  type CandidateId,
  type ContactId,
  type FactId,
  type InteractionId,
  type NearMissId,
  type PermissionId,
  type PoolId,
} from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY } from '../../domain/shared/time.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { CandidateChange } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { isTheirs, type MergeId, newestMerge } from './merges-of.ts'
import { givenBack, readPeopleKept, UNDO_DAYS, undoPeople } from './undo-people-merge.ts'

/** What a merge writes over. */
const WRITTEN = [
  'fullName', 'consideredRole', 'jobId', 'standing', 'standingDay', 'reason', 'stageReached', 'bringBack', 'advice', 'skills',
  'location', 'remoteOk', 'zone', 'seniority', 'tier', 'ownerId', 'nextTouch', 'referredBy',
  'headline', 'company',
] as const satisfies readonly (keyof CandidateChange)[] // biome-ignore format: a list

const ids = <Kind extends string>() => z.array(z.string()).transform((all) => all.flatMap((id) => asId<Kind>(id) ?? []))
const Values = z.record(z.string(), z.unknown())
const Kept = z.object({
  /** Of a merge from before it was kept what was written, which can be taken back as long as nothing else changed. */
  version: z.number(),
  before: Values,
  after: Values.optional(),
  entries: ids<'interaction'>(),
  facts: ids<'fact'>(),
  permissions: ids<'permission'>(),
  contacts: ids<'contact'>(),
  pools: ids<'pool'>(),
})

/** What the merge brought, and what the person was before; called in its transaction, after everything else was written. */
export async function keepUndo(
  { actor, now }: Ctx,
  tx: Tx,
  merge: MergeId,
  merged: {
    readonly person: Candidate
    readonly nearMissId: NearMissId | undefined
    readonly entries: readonly InteractionId[]
    readonly facts: readonly FactId[]
    readonly permissions: readonly PermissionId[]
    readonly contacts: readonly ContactId[]
    readonly pools: readonly PoolId[]
  },
): Promise<void> {
  const { person, nearMissId, ...brought } = merged
  const values = (of: Candidate) => Object.fromEntries(WRITTEN.map((field) => [field, of[field] ?? null]))
  const written = { before: values(person), after: values((await tx.candidates.get(person.id)) ?? person) }
  await tx.forms.keep(merge, actor.memberId, { version: person.version + 1, ...written, ...brought }, now, UNDO_DAYS)
  await tx.events.append({
    stream: streamOf(merge),
    type: 'merge.done',
    data: { candidateId: person.id, nearMissId: nearMissId ?? null },
  })
}

const streamOf = (merge: MergeId): string => `merge:${merge}`

/** For the notice of it. */
export const isMergeUndone = ({ uow }: SystemCtx, merge: MergeId): Promise<boolean> =>
  uow.run(async (tx) => (await tx.events.read(streamOf(merge), 1))[0]?.type !== 'merge.done')

export type UndoFlagRefusal =
  | { readonly kind: 'undone_already' }
  | { readonly kind: 'not_yours' }
  /** Another merge of the record came later, and goes first: what this one found there holds what that one brought. */
  | { readonly kind: 'later_first'; readonly mergeId: MergeId; readonly other: string | undefined }
  /** 30 days have passed, or the record is not there any more. */
  | { readonly kind: 'too_late' }

type Undone = { readonly undone: true }

/**
 * **Undo** of a merge, however it came about: the person is what they were but for what somebody changed since, and a flag waits again, as
 * whoever flagged it sees. It is for who merged, for whom the relationship is, and for admins.
 */
export const undoMerge = defineUseCase({
  name: 'undo-merge',
  permission: 'candidate.change',
  input: z.object({ mergeId: idInput('kept_form') }),
  run: (ctx, { mergeId }) =>
    takingBack(ctx, 'undo-merge', async (tx) => {
      const [done] = await tx.events.read(streamOf(mergeId), 1)
      const candidateId = asId<'candidate'>(String(done?.data.candidateId))
      if (done?.type !== 'merge.done' || done.actor === undefined || candidateId === undefined)
        return refuse({ kind: 'undone_already' })
      const form = await tx.forms.get(mergeId, done.actor)
      const people = readPeopleKept(form)
      const otherId = asId<'candidate'>(people?.otherId ?? '')
      const living = await tx.candidates.lockAll(otherId === undefined ? [candidateId] : [candidateId, otherId])
      if (!(await isTheirs(ctx, tx, done.actor, [candidateId, otherId]))) return refuse({ kind: 'not_yours' })
      const newest = await newestMerge(tx, candidateId)
      if (newest !== undefined && newest.mergeId !== mergeId)
        return refuse({ kind: 'later_first', mergeId: newest.mergeId, other: await ownName(tx, newest.withId) })
      const person = living.find(({ id }) => id === candidateId)
      if (person === undefined || ctx.now - done.at > UNDO_DAYS * DAY) return refuse({ kind: 'too_late' })
      if (people !== undefined) {
        if (!(await undoPeople(ctx, tx, person, people, mergeId))) return refuse({ kind: 'too_late' })
        return taken(ctx, tx, mergeId, candidateId, undefined)
      }
      const kept = Kept.safeParse(form)
      if (!kept.success || (kept.data.after === undefined && person.version !== kept.data.version))
        return refuse({ kind: 'too_late' })
      const nearMissId = asId<'near_miss'>(String(done.data.nearMissId))
      if (nearMissId !== undefined && (await tx.nearMisses.lock(nearMissId))?.state !== 'merged')
        return refuse({ kind: 'undone_already' })
      const { before, after, entries, facts, permissions, contacts, pools } = kept.data
      const change = after === undefined ? changeOf(before) : givenBack(WRITTEN, person, { before, after })
      await tx.candidates.change(person.id, change)
      await tx.candidates.unsay(person.id, { entries, facts }, ctx.now)
      await tx.consent.takeBack(person.id, { permissions, contacts })
      const left = { by: ctx.actor.memberId, at: ctx.now, how: 'undone' } as const
      for (const pool of pools) await tx.pools.removeMembers(pool, [person.id], left)
      return taken(ctx, tx, mergeId, person.id, nearMissId)
    }),
})

/** What the record itself says, also where another stands in its place now. */
const ownName = async (tx: Tx, id: CandidateId | undefined): Promise<string | undefined> =>
  id === undefined ? undefined : (await tx.candidates.get(id))?.fullName

async function taken(
  ctx: Ctx,
  tx: Tx,
  mergeId: MergeId,
  candidateId: CandidateId,
  nearMissId: NearMissId | undefined,
): Promise<Result<Undone, never>> {
  await tx.forms.forget(mergeId)
  const data = { nearMissId: nearMissId ?? null, mergeId }
  await tx.events.append({ stream: `candidate:${candidateId}`, type: 'candidate.merge_undone', data })
  await tx.events.append({ stream: streamOf(mergeId), type: 'merge.undone', data: { candidateId } })
  await tx.posts.redraw(candidateId, ctx.now)
  return nearMissId === undefined ? ok({ undone: true }) : reopened(ctx, tx, nearMissId)
}

/** JSON has no `undefined`. */
const changeOf = (before: Readonly<Record<string, unknown>>): CandidateChange =>
  // A merge from before a field was written leaves it as it is.
  Object.fromEntries(WRITTEN.filter((field) => field in before).map((field) => [field, before[field] ?? undefined]))

/** **Undo** of *Dismiss*, for every recruiter: the flag waits again. */
export const undoDismiss = defineUseCase({
  name: 'undo-dismiss',
  permission: 'near_miss.decide',
  input: z.object({ nearMissId: idInput('near_miss') }),
  run: (ctx, { nearMissId }) =>
    takingBack(ctx, 'undo-dismiss', async (tx) => {
      const flag = await tx.nearMisses.lock(nearMissId)
      return flag?.state === 'dismissed' ? reopened(ctx, tx, nearMissId) : refuse({ kind: 'undone_already' })
    }),
})

async function takingBack(
  ctx: Ctx,
  name: string,
  work: (tx: Tx) => Promise<Result<Undone, UndoFlagRefusal>>,
): Promise<Result<Undone, UndoFlagRefusal>> {
  const undone = await ctx.uow.once(ctx.idempotencyKey, name, work)
  if (undone.ok) ctx.services.wake.posts()
  return undone
}

async function reopened(ctx: Ctx, tx: Tx, id: NearMissId): Promise<Result<Undone, never>> {
  await tx.nearMisses.reopen(id)
  await tx.events.append({ stream: `near_miss:${id}`, type: 'near_miss.reopened', data: {} })
  await tx.posts.redraw(id, ctx.now)
  return ok({ undone: true })
}
