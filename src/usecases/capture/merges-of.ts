/** The merges of one record that stand, and who may take them back. */
import { asId, type CandidateId, type MemberId } from '../../domain/shared/ids.ts'
import { DAY, type Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { UNDO_DAYS } from './undo-people-merge.ts'

/** One merge, by a name of its own: the same person may be merged with again. What it wrote over is kept sealed under it for 30 days. */
export type MergeId = KeptFormId

export type Merge = {
  readonly mergeId: MergeId
  /** The other record, where there was one: what a form brought has none. */
  readonly withId: CandidateId | undefined
  readonly by: MemberId | undefined
  readonly at: Instant
  /** The other went into this one; otherwise this one went into the other. */
  readonly intoThis: boolean
}

/** As many merges of one record as are looked through. */
const MOST_MERGES = 200

/** The newest that stands, into this record or of this record into another. */
export async function newestMerge(tx: Tx, id: CandidateId): Promise<Merge | undefined> {
  const types = ['candidate.merged', 'candidate.merged_into', 'candidate.merge_undone']
  const log = await tx.events.read(`candidate:${id}`, MOST_MERGES, types)
  const undone = new Set(log.flatMap(({ type, data }) => (type === 'candidate.merge_undone' ? [data.mergeId] : [])))
  // What an import added to the record has no name, and is taken back with the import.
  const newest = log.find(
    ({ type, data: { mergeId } }) =>
      type !== 'candidate.merge_undone' && typeof mergeId === 'string' && !undone.has(mergeId),
  )
  const mergeId = asId<'kept_form'>(String(newest?.data.mergeId))
  if (newest === undefined || mergeId === undefined) return undefined
  const withId = asId<'candidate'>(String(newest.data.keptId ?? newest.data.otherId))
  return { mergeId, withId, by: newest.actor, at: newest.at, intoThis: newest.type === 'candidate.merged' }
}

/** Whoever merged them, whoever looks after one of them, and admins. */
export async function isTheirs(
  { actor }: Ctx,
  tx: Tx,
  merger: MemberId | undefined,
  people: readonly (CandidateId | undefined)[],
): Promise<boolean> {
  if (merger === actor.memberId || actor.roles.has('admin')) return true
  for (const id of people) {
    const person = id === undefined ? undefined : await tx.candidates.get(id)
    if (person?.ownerId === actor.memberId) return true
  }
  return false
}

/** The merge that **Undo merge** on the profile would take back, for whoever may. */
export async function mergeToUndo(ctx: Ctx, tx: Tx, id: CandidateId): Promise<MergeId | undefined> {
  const newest = await newestMerge(tx, id)
  if (newest === undefined || !newest.intoThis || ctx.now - newest.at > UNDO_DAYS * DAY) return undefined
  return (await isTheirs(ctx, tx, newest.by, [id, newest.withId])) ? newest.mergeId : undefined
}
