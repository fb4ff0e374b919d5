import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { compose } from '../../domain/outreach/compose.ts'
import { PURPOSES, type Purpose } from '../../domain/outreach/purpose.ts'
import type { DraftId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { DraftRow, RevisionRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job } from '../ports/workspace.ts'
import { choosePurpose } from './choose-purpose.ts'
import { idInput } from './draft-input.ts'
import { showCard } from './show-card.ts'
import { whyNow } from './why-now.ts'

const PURPOSE_NAMES = Object.keys(PURPOSES) as [Purpose, ...Purpose[]]

export type WriteDraftRefusal =
  | { readonly kind: 'no_such_person' }
  /** A new-role note needs an open job like theirs. */
  | { readonly kind: 'no_job' }

export type WrittenDraft = { readonly draftId: DraftId; readonly kind: 'written' | 'waiting_already' }

/**
 * Puts a draft for one person into the asker's DM: text by template from the facts that may be told. Asking again while one of the same
 * purpose waits brings that one up again instead of making a twin. Nothing here sends.
 */
export const writeDraft = defineUseCase({
  name: 'write-draft',
  permission: 'draft.write',
  input: z.object({ candidateId: idInput('candidate'), purpose: z.enum(PURPOSE_NAMES).optional() }),
  run: async (ctx, { candidateId, purpose: wanted }): Promise<Result<WrittenDraft, WriteDraftRefusal>> => {
    const written = await ctx.uow.once<WrittenDraft, WriteDraftRefusal>(
      ctx.idempotencyKey,
      'write-draft',
      async (tx) => {
        const candidate = await tx.candidates.lock(candidateId)
        if (candidate === undefined) return refuse({ kind: 'no_such_person' })
        const choice = choosePurpose(candidate, await tx.jobs.open(MOST_JOBS), ctx.now)
        const purpose = wanted ?? choice.purpose
        if (purpose === 'new_role' && choice.job === undefined) return refuse({ kind: 'no_job' })
        const job = purpose === 'new_role' ? choice.job : undefined
        const waiting = (await tx.drafts.waitingFor(candidate.id)).find(
          (draft) => draft.ownerId === ctx.actor.memberId && draft.purpose === purpose,
        )
        if (waiting !== undefined) {
          await showCard(ctx, tx, waiting)
          return ok({ draftId: waiting.id, kind: 'waiting_already' })
        }
        const draft = await insertDraft(ctx, tx, { candidate, purpose, job })
        await showCard(ctx, tx, draft)
        return ok({ draftId: draft.id, kind: 'written' })
      },
    )
    if (written.ok) ctx.services.wake.posts()
    return written
  },
})

const MOST_JOBS = 200

type Plan = { readonly candidate: Candidate; readonly purpose: Purpose; readonly job: Job | undefined }

async function insertDraft(ctx: Ctx, tx: Tx, plan: Plan): Promise<DraftRow> {
  const { candidate, purpose, job } = plan
  const id = ctx.newId<'draft'>()
  const first = await textByTemplate(ctx, tx, {
    ...plan,
    draftId: id,
    number: 1,
    sender: { id: ctx.actor.memberId, name: ctx.actor.name },
  })
  const draft: DraftRow = {
    id,
    candidateId: candidate.id,
    ownerId: ctx.actor.memberId,
    jobId: job?.id,
    purpose,
    whyNow: whyNow(candidate, job, dayIn(ctx.now, ctx.actor.zone), ctx.now),
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
  return draft
}

/** The next text of a draft, made anew from what is known now. */
export async function textByTemplate(
  ctx: SystemCtx,
  tx: Tx,
  plan: Plan & {
    readonly draftId: DraftId
    readonly number: number
    readonly sender: { readonly id: MemberId; readonly name: string }
  },
): Promise<RevisionRow> {
  const { candidate, purpose, job, draftId, number, sender } = plan
  const facts = await tx.candidates.facts(candidate.id)
  const authors = await tx.members.getMany([...new Set(facts.flatMap((fact) => fact.authorId ?? []))])
  const composed = compose({
    purpose,
    fullName: candidate.fullName,
    facts,
    otherPeople: [],
    senderName: sender.name,
    companyName: ctx.workspace.name,
    authors: new Map(authors.map((author) => [author.id, author.name])),
    job,
    lastTouchAt: candidate.lastTouchAt,
    now: ctx.now,
  })
  if (!composed.ok) throw new Error(`A ${purpose} text was asked for without its job`)
  const { subject, body, claims, template } = ctx.services.templates.render(composed.value)
  const id = ctx.newId<'draft_revision'>()
  return {
    id,
    draftId,
    number,
    subject,
    body,
    author: 'template',
    authorId: undefined,
    template,
    createdAt: ctx.now,
    claims,
  }
}
