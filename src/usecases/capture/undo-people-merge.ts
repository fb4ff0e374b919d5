/** Taking back the merge of two records, within 30 days: each has again what was its own; what came since stays with the one that lived. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { asId, type CandidateId, type InteractionId } from '../../domain/shared/ids.ts'
import { sameValue } from '../../domain/shared/same-value.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import type { CandidateChange } from '../ports/candidates.ts'
import { pairOf } from '../ports/duplicates.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Moved } from '../ports/merges.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** How long a merge can be taken back. */
export const UNDO_DAYS = 30

const WRITTEN = [
  'fullName', 'consideredRole', 'jobId', 'standing', 'standingDay', 'reason', 'stageReached', 'bringBack', 'advice', 'skills',
  'location', 'remoteOk', 'zone', 'seniority', 'tier', 'kind', 'ownerId', 'nextTouch', 'headline', 'company', 'source', 'referredBy', 'snoozedUntil',
  'snoozedFor', 'jobFunction', 'careerStage', 'employment', 'relation', 'birthday', 'skillUses', 'custom',
] as const satisfies readonly (keyof CandidateChange)[] // biome-ignore format: a list

const Values = z.record(z.string(), z.unknown())
const PeopleKept = z.object({
  people: z.literal(true),
  otherId: z.string(),
  before: Values,
  after: Values,
  moved: z.record(z.string(), z.array(z.string())),
  entries: z.array(z.string()),
  barred: z.array(z.string()),
  /** Since when the joined record was not to be contacted, right after the merge. */
  barredAt: z.number().optional(),
})
export type PeopleKept = z.infer<typeof PeopleKept>

export const readPeopleKept = (kept: unknown): PeopleKept | undefined => PeopleKept.safeParse(kept).data

export async function keepPeopleUndo(
  { actor, now }: Ctx,
  tx: Tx,
  merge: KeptFormId,
  merged: {
    readonly kept: Candidate
    readonly otherId: CandidateId
    readonly after: CandidateChange
    readonly moved: Moved
    readonly entries: readonly InteractionId[]
    readonly barred: ReadonlyMap<CandidateId, Instant>
    readonly barredAt: Instant | undefined
  },
): Promise<void> {
  const { kept, otherId, after, moved, entries } = merged
  const values = (of: CandidateChange) => Object.fromEntries(WRITTEN.map((field) => [field, of[field] ?? null]))
  const undo = {
    people: true,
    otherId,
    before: values(kept),
    after: values(after),
    moved,
    entries,
    barred: [...merged.barred.keys()],
    barredAt: merged.barredAt,
  }
  await tx.forms.keep(merge, actor.memberId, undo, now, UNDO_DAYS)
  const data = { candidateId: kept.id, otherId, nearMissId: null }
  await tx.events.append({ stream: `merge:${merge}`, type: 'merge.done', data })
}

/** `person` is locked. `false` where the other record is not one that can live again. */
export async function undoPeople(ctx: Ctx, tx: Tx, person: Candidate, kept: PeopleKept): Promise<boolean> {
  const otherId = asId<'candidate'>(kept.otherId)
  const other = otherId === undefined ? undefined : await tx.candidates.get(otherId)
  if (otherId === undefined || other === undefined) return false
  const barredAt = (await tx.consent.barredAmong([person.id])).get(person.id)
  await tx.merges.moveBack(kept.moved, person.id, otherId)
  await tx.candidates.unsay(person.id, { entries: kept.entries as unknown as InteractionId[], facts: [] }, ctx.now)
  // Only what is as the merge left it: whoever changed something since meant it.
  const unchanged = WRITTEN.filter((field) => sameValue(person[field], kept.after[field]))
  await tx.candidates.change(
    person.id,
    Object.fromEntries(unchanged.map((field) => [field, kept.before[field] ?? undefined])),
  )
  await tx.candidates.change(otherId, {})
  const isOfMerge = barredAt === kept.barredAt
  if (isOfMerge && !kept.barred.includes(person.id)) await tx.consent.setDoNotContact(person.id, undefined)
  // Whoever asked since to be left alone asked for both.
  if (barredAt !== undefined && !isOfMerge && !kept.barred.includes(otherId))
    await tx.consent.setDoNotContact(otherId, barredAt)
  const pair = pairOf(person.id, otherId)
  if ((await tx.duplicates.lock(pair)) !== undefined) await tx.duplicates.decide(pair, 'open', undefined, ctx.now)
  await tx.events.append({ stream: `candidate:${otherId}`, type: 'candidate.merge_undone', data: { nearMissId: null } })
  await tx.posts.redraw(otherId, ctx.now)
  return true
}
