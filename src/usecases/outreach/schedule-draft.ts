import { z } from 'zod'
import type { DraftRefusal } from '../../domain/outreach/draft.ts'
import { zoneFor } from '../../domain/outreach/due.ts'
import { scheduleProblem, suggestTimes } from '../../domain/outreach/schedule.ts'
import type { RevisionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, at, type Instant, instant, type Zone } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { type Approved, type ApproveRefusal, afterApproval, approveRevision } from './approve-revision.ts'
import { DraftInput, idInput } from './draft-input.ts'
import { loadOutreachSettings } from './outreach-settings.ts'
import { type OwnDraftRefusal, readWaitingDraft } from './own-draft.ts'

export type ScheduleModel = {
  readonly fullName: string
  readonly revisionId: RevisionId
  readonly subject: string
  /** The first is what we would choose. */
  readonly suggestions: readonly Instant[]
  readonly zone: Zone
  /** Whether it is their own, or the workspace's because nobody knows theirs. */
  readonly zoneIsTheirs: boolean
  readonly now: Instant
}
export type ScheduleModelRefusal = DraftRefusal | OwnDraftRefusal

/** What **Schedule…** begins with: the current text and the moments that suit them, from `day` on where the gate named one. */
export const loadSchedule = defineUseCase({
  name: 'load-schedule',
  permission: 'draft.approve',
  input: z.object({ draftId: idInput('draft'), day: z.string().optional() }),
  run: (ctx, { draftId, day }): Promise<Result<ScheduleModel, ScheduleModelRefusal>> =>
    ctx.uow.run(async (tx) => {
      const own = await readWaitingDraft(ctx, tx, draftId)
      if (!own.ok) return own
      const { revision, person } = own.value
      const { quietHours } = await loadOutreachSettings(tx, ctx.services.defaults.outreach)
      const { holidays } = await loadWorkspaceSettings(tx, ctx.services.places)
      const zone = zoneFor(person.zone, ctx.workspace.zone)
      const notBefore = day === undefined ? undefined : asDay(day)
      return ok({
        fullName: person.fullName,
        revisionId: revision.id,
        subject: revision.subject,
        suggestions: suggestTimes({ now: ctx.now, zone, quietHours, holidays, notBefore }),
        zone,
        zoneIsTheirs: person.zone !== undefined,
        now: ctx.now,
      })
    }),
})

export type ScheduleRefusal =
  | ApproveRefusal
  | { readonly kind: 'time_needed' }
  | { readonly kind: 'in_past' }
  | { readonly kind: 'too_far' }
export type Scheduled = Approved & { readonly wanted: Instant; readonly zone: Zone }

/** A moment as the form offers it, or a day and a time by the candidate's clock, which count where they are given. */
const When = z.object({
  at: z.coerce.number().int().optional().catch(undefined),
  day: z.string().optional(),
  time: z.string().optional(),
})

/**
 * **Schedule…**: approves this very text for a later moment. The gate is asked for that moment now, and again when the message leaves;
 * where the moment falls into their night or weekend it leaves when that is over, and whoever scheduled it is told.
 */
export const scheduleDraft = defineUseCase({
  name: 'schedule-draft',
  permission: 'draft.approve',
  input: DraftInput.extend(When.shape),
  run: async (ctx, { draftId, revisionId, ...when }): Promise<Result<Scheduled, ScheduleRefusal>> => {
    const scheduled = await ctx.uow.once<Scheduled, ScheduleRefusal>(
      ctx.idempotencyKey,
      'schedule-draft',
      async (tx) => {
        const draft = await tx.drafts.get(draftId)
        const person = draft === undefined ? undefined : await tx.candidates.get(draft.candidateId)
        const zone = zoneFor(person?.zone, ctx.workspace.zone)
        const wanted = momentOf(when, zone)
        if (wanted === undefined) return refuse({ kind: 'time_needed' })
        const problem = scheduleProblem(wanted, ctx.now)
        if (problem !== undefined) return refuse({ kind: problem })
        const approved = await approveRevision(ctx, tx, { draftId, revisionId, notBefore: wanted, as: 'owner' })
        return approved.ok ? ok({ ...approved.value, wanted, zone }) : approved
      },
    )
    await afterApproval(ctx, draftId, scheduled)
    return scheduled
  },
})

function momentOf({ at: given, day, time }: z.output<typeof When>, zone: Zone): Instant | undefined {
  const written = day === undefined || day === '' ? undefined : asDay(day)
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time ?? '') ?? []
  if (written !== undefined && hour !== undefined)
    return at(written, Math.min(1_439, Number(hour) * 60 + Number(minute)), zone)
  const half = written !== undefined || hour !== undefined
  return half || given === undefined ? undefined : instant(given)
}
