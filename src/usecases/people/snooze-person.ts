import { z } from 'zod'
import {
  ARCHIVED,
  SNOOZE_CHOICES,
  type Snooze,
  type SnoozeRefusal,
  snoozeFor,
  snoozeOf,
} from '../../domain/nurture/snooze.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, type Day, dayIn } from '../../domain/shared/time.ts'
import { snoozeLine } from '../../domain/shared/words/snooze.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { entry, type NoSuchPerson } from './change-person.ts'

export type SnoozePersonRefusal =
  | SnoozeRefusal
  | { readonly kind: 'no_such_day' | 'not_snoozed' | 'archived_already' | 'snoozed_since' }
export type Snoozed = {
  readonly candidateId: CandidateId
  /** `null` where nobody is left in peace any more. */
  readonly snooze: SnoozeState | null
  /** What was before, for *Undo*. */
  readonly before: SnoozeState | null
}
/** A snooze as a button carries it; `for` is empty where a day alone ends it. */
export type SnoozeState = { readonly until: Day; readonly for: 'similar_job' | '' }

/** **Snooze**: nobody is reminded of them until then, and they do not count as stale. Drafting stays possible and says so. */
export const snoozePerson = defineUseCase({
  name: 'snooze-person',
  permission: 'candidate.change',
  input: z.object({
    candidateId: idInput('candidate'),
    choice: z.enum(SNOOZE_CHOICES, { error: 'Please choose until when.' }),
    day: z.string().optional(),
  }),
  run: (ctx, { candidateId, choice, day: given }) =>
    change(ctx, 'snooze-person', candidateId, () => {
      const day = given === undefined || given === '' ? undefined : asDay(given)
      if (choice === 'day' && given !== undefined && given !== '' && day === undefined)
        return refuse({ kind: 'no_such_day' })
      return snoozeFor(choice, day, dayIn(ctx.now, ctx.actor.zone))
    }),
})

/** **Archive**: nobody is reminded of them any more, until somebody ends it. Their record, and the ways to write to them, stay. */
export const archivePerson = defineUseCase({
  name: 'archive-person',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }) =>
    change(ctx, 'archive-person', candidateId, (before) =>
      before?.until === ARCHIVED ? refuse({ kind: 'archived_already' }) : ok({ until: ARCHIVED, for: undefined }),
    ),
})

/** **Wake**: they count again from now on. */
export const wakePerson = defineUseCase({
  name: 'wake-person',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }) =>
    change(ctx, 'wake-person', candidateId, (before) =>
      before === undefined ? refuse({ kind: 'not_snoozed' }) : ok(undefined),
    ),
})

/**
 * *Undo*: as it was before, which may be a snooze too; one that has run out meanwhile is none. Refused where somebody decided otherwise
 * since: a candidate who asked for peace until a day must not be woken by an old button.
 */
export const restoreSnooze = defineUseCase({
  name: 'restore-snooze',
  permission: 'candidate.change',
  input: z.object({
    candidateId: idInput('candidate'),
    until: z.string().max(10),
    for: z.enum(['similar_job', '']).catch(''),
    /** What was done then; buttons of before do not say. */
    done: z.object({ until: z.string().max(10), for: z.enum(['similar_job', '']).catch('') }).optional(),
  }),
  run: (ctx, { candidateId, until, for: reason, done }) =>
    change(ctx, 'restore-snooze', candidateId, (now) => {
      if (done !== undefined && !isStill(now, done, dayIn(ctx.now, ctx.actor.zone)))
        return refuse({ kind: 'snoozed_since' })
      const day = until === '' ? undefined : asDay(until)
      if (until !== '' && day === undefined) return refuse({ kind: 'no_such_day' })
      const today = dayIn(ctx.now, ctx.actor.zone)
      if (day === undefined || day <= today) return ok(undefined)
      if (day === ARCHIVED) return ok({ until: ARCHIVED, for: undefined })
      const again = snoozeFor('day', day, today)
      return again.ok ? ok({ until: day, for: reason === '' ? undefined : reason }) : again
    }),
})

/** A snooze that has run out since is over, as is that of somebody who was woken. */
function isStill(now: Snooze | undefined, done: { readonly until: string; readonly for: string }, today: Day): boolean {
  const day = asDay(done.until)
  if (day === undefined || day <= today) return now === undefined
  return now?.until === day && (now.for ?? '') === done.for
}

async function change(
  ctx: Ctx,
  name: string,
  id: CandidateId,
  decide: (before: Snooze | undefined) => Result<Snooze | undefined, SnoozePersonRefusal>,
): Promise<Result<Snoozed, SnoozePersonRefusal | NoSuchPerson>> {
  const today = dayIn(ctx.now, ctx.actor.zone)
  const changed = await ctx.uow.once<Snoozed, SnoozePersonRefusal | NoSuchPerson>(
    ctx.idempotencyKey,
    name,
    async (tx) => {
      const person = await tx.candidates.lock(id)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const before = snoozeOf(person, today)
      const decided = decide(before)
      if (!decided.ok) return decided
      await keep(ctx, tx, person.id, decided.value)
      return ok({ candidateId: person.id, snooze: stateOf(decided.value), before: stateOf(before) })
    },
  )
  if (changed.ok) ctx.services.wake.posts()
  return changed
}

async function keep(ctx: Ctx, tx: Tx, id: CandidateId, snooze: Snooze | undefined): Promise<void> {
  await tx.candidates.change(id, { snoozedUntil: snooze?.until, snoozedFor: snooze?.for })
  await tx.candidates.record(id, entry(ctx, 'change', snoozeLine(snooze)))
  const data =
    snooze === undefined ? {} : { until: snooze.until, ...(snooze.for === undefined ? {} : { for: snooze.for }) }
  await tx.events.append({
    stream: `candidate:${id}`,
    type: snooze === undefined ? 'candidate.woken' : 'candidate.snoozed',
    data,
  })
  await tx.posts.redraw(id, ctx.now)
}

const stateOf = (snooze: Snooze | undefined): SnoozeState | null =>
  snooze === undefined ? null : { until: snooze.until, for: snooze.for ?? '' }
