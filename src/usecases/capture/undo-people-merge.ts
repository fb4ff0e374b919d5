/** Taking back the merge of two records, within 30 days: each has again what was its own; what came since stays with the one that lived. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Joining } from '../../domain/consent/joined-permission.ts'
import { asId, type CandidateId, type InteractionId, type PermissionId } from '../../domain/shared/ids.ts'
import { sameValue } from '../../domain/shared/same-value.ts'
import { asDay, type Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import type { CandidateChange } from '../ports/candidates.ts'
import { type DuplicateState, pairOf } from '../ports/duplicates.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Moved } from '../ports/merges.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** How long a merge can be taken back. */
export const UNDO_DAYS = 30

const WRITTEN = [
  'fullName', 'consideredRole', 'jobId', 'standing', 'standingDay', 'reason', 'stageReached', 'bringBack', 'advice', 'skills',
  'location', 'remoteOk', 'zone', 'seniority', 'tier', 'kind', 'ownerId', 'nextTouch', 'headline', 'company', 'source', 'referredBy', 'snoozedUntil',
  'snoozedFor', 'jobFunction', 'careerStage', 'employment', 'relation', 'birthday', 'skillUses', 'custom', 'lastTouchAt', 'unworked', 'firstDue',
] as const satisfies readonly (keyof CandidateChange)[] // biome-ignore format: a list

const Values = z.record(z.string(), z.unknown())
const PeopleKept = z.object({
  people: z.literal(true),
  otherId: z.string(),
  before: Values,
  after: Values,
  moved: z.record(z.string(), z.array(z.string())),
  /** Withdrawals that the merge said once more of both, and permissions that it made end earlier. */
  permissions: z
    .object({
      marks: z.array(z.string()),
      shortened: z.array(z.object({ id: z.string(), was: z.number().optional(), until: z.number() })),
    })
    .optional(),
  entries: z.array(z.string()),
  pairWas: z.enum(['open', 'dismissed', 'merged']).optional(),
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
    readonly permissions: Pick<Joining, 'shortened'> & { readonly marks: readonly PermissionId[] }
    readonly entries: readonly InteractionId[]
    /** What was said of the two as duplicates before. */
    readonly pairWas: DuplicateState | undefined
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
    permissions: merged.permissions,
    entries,
    pairWas: merged.pairWas,
    barred: [...merged.barred.keys()],
    barredAt: merged.barredAt,
  }
  await tx.forms.keep(merge, actor.memberId, undo, now, UNDO_DAYS)
  const data = { candidateId: kept.id, otherId, nearMissId: null }
  await tx.events.append({ stream: `merge:${merge}`, type: 'merge.done', data })
}

/** `person` is locked. `false` where the other record is not one that can live again. */
export async function undoPeople(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  kept: PeopleKept,
  mergeId: KeptFormId,
): Promise<boolean> {
  const otherId = asId<'candidate'>(kept.otherId)
  const other = otherId === undefined ? undefined : await tx.candidates.get(otherId)
  if (otherId === undefined || other === undefined) return false
  const barredAt = (await tx.consent.barredAmong([person.id])).get(person.id)
  const { marks = [], shortened = [] } = kept.permissions ?? {}
  await tx.consent.unmark(person.id, marks as PermissionId[])
  for (const { id, was, until } of shortened)
    await tx.consent.setEnd(id as PermissionId, until as Instant, was as Instant | undefined)
  const talks = await tx.merges.moveBack(kept.moved, person.id, otherId)
  await tx.candidates.unsay(person.id, { entries: kept.entries as unknown as InteractionId[], facts: [] }, ctx.now)
  await tx.candidates.change(person.id, { ...givenBack(WRITTEN, person, kept), ...quietAsBefore(person, kept) })
  await tx.candidates.change(otherId, {})
  await touchAnew(tx, person, other, { kept, talks })
  const isOfMerge = barredAt === kept.barredAt
  if (isOfMerge && !kept.barred.includes(person.id)) await tx.consent.setDoNotContact(person.id, undefined)
  // Whoever asked since to be left alone asked for both.
  if (barredAt !== undefined && !isOfMerge && !kept.barred.includes(otherId))
    await tx.consent.setDoNotContact(otherId, barredAt)
  const pair = pairOf(person.id, otherId)
  if ((await tx.duplicates.lock(pair)) !== undefined)
    await tx.duplicates.decide(pair, kept.pairWas ?? 'open', undefined, ctx.now)
  await tx.events.append({
    stream: `candidate:${otherId}`,
    type: 'candidate.merge_undone',
    data: { nearMissId: null, mergeId },
  })
  await tx.posts.redraw(otherId, ctx.now)
  return true
}

/** Only what the merge changed and left as it is: whoever changed something since meant it. */
export function givenBack(
  written: readonly (keyof CandidateChange)[],
  person: Candidate,
  { before, after }: Pick<PeopleKept, 'before' | 'after'>,
): CandidateChange {
  const fields = written.filter(
    (field) => field in before && sameValue(person[field], after[field]) && !sameValue(before[field], after[field]),
  )
  return Object.fromEntries(fields.map((field) => [field, before[field] ?? undefined]))
}

/** How quiet it was about them before: what was said with them since counts anew below. A day that somebody gave them since stays. */
function quietAsBefore({ firstDue }: Candidate, { before }: PeopleKept): CandidateChange {
  const { lastTouchAt, unworked } = Touches.parse(before)
  return {
    ...('lastTouchAt' in before ? { lastTouchAt: lastTouchAt as Instant | undefined } : {}),
    ...(unworked === undefined ? {} : { unworked }),
    ...(firstDue === undefined && 'firstDue' in before ? { firstDue: asDay(String(before.firstDue)) } : {}),
  }
}

const moment = z
  .number()
  .nullish()
  .transform((at) => at ?? undefined)
const Touches = z.object({ lastTouchAt: moment, unworked: z.boolean().optional() })

/** Each of both was last touched when there was a word with that one; what nothing on the timelines explains stays with whoever stayed. */
async function touchAnew(
  tx: Tx,
  person: Candidate,
  other: Candidate,
  { kept, talks }: { readonly kept: PeopleKept; readonly talks: ReadonlyMap<CandidateId, Instant> },
): Promise<void> {
  const known = [Touches.parse(kept.after).lastTouchAt, talks.get(other.id)]
  const now = [talks.get(person.id), known.includes(person.lastTouchAt) ? undefined : person.lastTouchAt]
  const sides = [
    { id: person.id, before: Touches.parse(kept.before).lastTouchAt, now },
    { id: other.id, before: other.lastTouchAt, now: [talks.get(other.id)] },
  ]
  for (const { id, before, now: touches } of sides) {
    const last = touches.reduce((later, at) => (later === undefined || (at ?? 0) > later ? at : later), undefined)
    if (last !== undefined && last > (before ?? 0)) await tx.candidates.touch(id, last)
  }
}
