import type { Candidate } from '../../domain/candidate/candidate.ts'
import { withRole } from '../../domain/outreach/citing.ts'
import { checkClaims } from '../../domain/outreach/claims.ts'
import { type ComposeInput, compose } from '../../domain/outreach/compose.ts'
import type { Fact, People } from '../../domain/outreach/fact.ts'
import type { Purpose } from '../../domain/outreach/purpose.ts'
import type { DraftId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { Material } from '../model/improve-draft.ts'
import type { RevisionRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job } from '../ports/workspace.ts'
import { peopleAround } from './other-people.ts'

export type Plan = {
  readonly candidate: Candidate
  readonly purpose: Purpose
  readonly job: Job | undefined
  readonly sender: { readonly name: string }
  /** The recruiter chose to keep the door open. */
  readonly asksToStay?: boolean | undefined
}
/** What a letter can be made from, as it is now. */
export type Composed = { readonly input: ComposeInput; readonly facts: readonly Fact[]; readonly people: People }

export async function composeLetter(ctx: SystemCtx, tx: Tx, plan: Plan): Promise<Composed> {
  const { candidate, purpose, job, sender } = plan
  const facts = withRole(await tx.candidates.facts(candidate.id), candidate.consideredRole)
  const people = await peopleAround(tx, candidate)
  const composed = compose({
    purpose,
    people,
    facts,
    senderName: sender.name,
    companyName: ctx.workspace.name,
    job,
    lastTouchAt: candidate.lastTouchAt,
    now: ctx.now,
    asksToStay: plan.asksToStay === true,
  })
  if (!composed.ok) throw new Error(`A ${purpose} text was asked for without its job`)
  return { input: composed.value, facts, people }
}

/** The next text of a draft, made anew from what is known now, and what a model needs to phrase it better. */
export async function textByTemplate(
  ctx: SystemCtx,
  tx: Tx,
  plan: Plan & { readonly draftId: DraftId; readonly number: number },
): Promise<{ readonly revision: RevisionRow; readonly material: Material }> {
  const { candidate, purpose, draftId, number } = plan
  const { input, facts, people } = await composeLetter(ctx, tx, plan)
  const { subject, body, claims, template } = ctx.services.templates.render(input)
  const checked = checkClaims(body, claims, { facts, purpose, people })
  if (!checked.ok) throw new Error(`The ${template} template tells what may not be told: ${checked.refusal[0]?.kind}`)
  const id = ctx.newId<'draft_revision'>()
  const revision: RevisionRow = {
    id,
    draftId,
    number,
    subject,
    body,
    author: 'template',
    authorId: undefined,
    template,
    asksToStay: input.asksToStay === true,
    createdAt: ctx.now,
    claims,
  }
  return { revision, material: { draftId, candidateId: candidate.id, revisionId: id, number, input, facts, people } }
}
