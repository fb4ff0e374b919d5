import { z } from 'zod'
import { PURPOSES, type Purpose } from '../../domain/outreach/purpose.ts'
import type { DraftId, JobId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { betterAfterwards, cardAt, type Material } from '../model/improve-draft.ts'
import type { DraftRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { choosePurpose, JOBS_LOOKED_AT } from './choose-purpose.ts'
import { idInput } from './draft-input.ts'
import { showCard } from './show-card.ts'
import { type Plan, textByTemplate } from './text-by-template.ts'
import { whyNow } from './why-now.ts'

const PURPOSE_NAMES = Object.keys(PURPOSES) as [Purpose, ...Purpose[]]

export type WriteDraftRefusal =
  | { readonly kind: 'no_such_person' }
  /** A new-role note needs an open job like theirs. */
  | { readonly kind: 'no_job' }
  /** The job that it should tell of is closed, or was never there. */
  | { readonly kind: 'job_closed' }

export type WrittenDraft = { readonly draftId: DraftId; readonly kind: 'written' | 'waiting_already' }

/**
 * Puts a draft for one person into the asker's DM: text by template from the facts that may be told. Asking again while one of the same
 * purpose waits brings that one up again instead of making a twin. Nothing here sends. Where there is a model, the template's text is
 * committed all the same and its card waits a few seconds for better words.
 */
export const writeDraft = defineUseCase({
  name: 'write-draft',
  permission: 'draft.write',
  input: z.object({
    candidateId: idInput('candidate'),
    purpose: z.enum(PURPOSE_NAMES).optional(),
    /** The job that it tells of; without it the newest that is like theirs. */
    jobId: idInput('job').optional(),
    /** *Keep the door open*: a letter with the news asks whether we may stay in touch. */
    asksToStay: z.boolean().default(false),
  }),
  run: async (
    ctx,
    { candidateId, purpose: wanted, jobId, asksToStay },
  ): Promise<Result<WrittenDraft, WriteDraftRefusal>> => {
    let fresh: Material | undefined
    const written = await ctx.uow.once<WrittenDraft, WriteDraftRefusal>(
      ctx.idempotencyKey,
      'write-draft',
      async (tx) => {
        const candidate = await tx.candidates.lock(candidateId)
        if (candidate === undefined) return refuse({ kind: 'no_such_person' })
        const named = jobId === undefined ? undefined : await tx.jobs.get(jobId)
        if (jobId !== undefined && (named === undefined || named.closedAt !== undefined))
          return refuse({ kind: 'job_closed' })
        const choice =
          named === undefined
            ? choosePurpose(candidate, await tx.jobs.open(JOBS_LOOKED_AT), ctx.now)
            : { purpose: 'new_role' as const, job: named }
        const purpose = wanted ?? choice.purpose
        if (purpose === 'new_role' && choice.job === undefined) return refuse({ kind: 'no_job' })
        const job = purpose === 'new_role' ? choice.job : undefined
        const waiting = await ownWaiting(ctx, tx, { candidate, purpose, jobId })
        if (waiting !== undefined) {
          await showCard(ctx, tx, waiting)
          return ok({ draftId: waiting.id, kind: 'waiting_already' })
        }
        const { draft, material } = await insertDraft(ctx, tx, {
          candidate,
          purpose,
          job,
          sender: ctx.actor,
          asksToStay,
        })
        await showCard(ctx, tx, draft, cardAt(ctx))
        fresh = material
        return ok({ draftId: draft.id, kind: 'written' })
      },
    )
    if (written.ok) {
      ctx.services.wake.posts()
      betterAfterwards(ctx, fresh)
    }
    return written
  },
})

/** A draft of the asker's that waits and would do; one whose role was closed since would only be refused. */
export async function ownWaiting(
  ctx: Ctx,
  tx: Tx,
  { candidate, purpose, jobId }: Pick<Plan, 'candidate' | 'purpose'> & { readonly jobId?: JobId | undefined },
): Promise<DraftRow | undefined> {
  for (const draft of await tx.drafts.waitingFor(candidate.id)) {
    if (draft.ownerId !== ctx.actor.memberId || draft.purpose !== purpose) continue
    if (jobId !== undefined && draft.jobId !== jobId) continue
    const job = draft.jobId === undefined ? undefined : await tx.jobs.get(draft.jobId)
    if (job?.closedAt === undefined) return draft
  }
  return undefined
}

/** The draft with its first text. The person must be locked in this transaction. */
export async function insertDraft(
  ctx: Ctx,
  tx: Tx,
  plan: Plan,
): Promise<{ readonly draft: DraftRow; readonly material: Material }> {
  const { candidate, purpose, job } = plan
  const id = ctx.newId<'draft'>()
  const { revision: first, material } = await textByTemplate(ctx, tx, { ...plan, draftId: id, number: 1 })
  const draft: DraftRow = {
    id,
    candidateId: candidate.id,
    ownerId: ctx.actor.memberId,
    jobId: job?.id,
    purpose,
    whyNow: whyNow(candidate, job, ctx.now, ctx.actor.zone),
    state: 'waiting',
    revisionId: first.id,
    decidedBy: undefined,
    decidedAt: undefined,
    rejectReason: undefined,
    createdAt: ctx.now,
  }
  await tx.drafts.insert(draft, first)
  await tx.events.append({
    stream: `draft:${id}`,
    type: 'draft.written',
    data: {
      candidateId: candidate.id,
      revisionId: first.id,
      purpose,
      cites: first.claims.map((claim) => claim.factId),
    },
  })
  return { draft, material }
}
