/** People and approved drafts as rows, for tests of delivery that are not about writing them. */
import { newUuid } from '../../src/adapters/system/ids.ts'
import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import type { CandidateId, DraftId, MemberId, RevisionId } from '../../src/domain/shared/ids.ts'
import { DAY, type Instant, plus } from '../../src/domain/shared/time.ts'
import type { SystemCtx } from '../../src/usecases/context.ts'
import { planSend } from '../../src/usecases/outreach/plan-send.ts'
import type { DraftRow, RevisionRow } from '../../src/usecases/ports/drafts.ts'
import type { SendRow } from '../../src/usecases/ports/sends.ts'
import { aCandidate } from './a-candidate.ts'

export type Person = { readonly email?: string } & Partial<Candidate>

/** Somebody whom nothing keeps from being written to. */
export async function addPerson(
  ctx: SystemCtx,
  { email = `${newUuid()}@example.com`, ...change }: Person = {},
): Promise<CandidateId> {
  const id = newUuid<'candidate'>()
  const { now } = ctx
  await ctx.uow.run(async (tx) => {
    await tx.candidates.insert(aCandidate({ id, reason: 'close_second', createdAt: now, ...change }))
    await tx.candidates.addContact(id, { kind: 'email', value: email, isPrimary: true })
    await tx.consent.grant(id, {
      id: newUuid<'permission'>(),
      purpose: 'contact',
      basis: 'applied_here',
      source: 'test',
      wording: '1',
      grantedAt: plus(now, -30 * DAY),
      expiresAt: undefined,
      withdrawnAt: undefined,
    })
  })
  return id
}

type DraftChange = Partial<DraftRow> & { readonly body?: string; readonly asksToStay?: boolean }

function draftRows(now: Instant, member: MemberId, candidateId: CandidateId, change: DraftChange) {
  const { body = 'Hello,\n\nshall we talk?\n\nInes', asksToStay = false, ...rest } = change
  const revision: RevisionRow = {
    id: newUuid<'draft_revision'>(),
    draftId: newUuid<'draft'>(),
    number: 1,
    subject: 'The second SRE role',
    body,
    author: 'person',
    authorId: member,
    template: undefined,
    asksToStay,
    createdAt: now,
    claims: [],
  }
  const draft: DraftRow = {
    id: revision.draftId,
    candidateId,
    ownerId: member,
    jobId: undefined,
    purpose: 'keep_warm',
    whyNow: 'It is time.',
    state: 'waiting',
    revisionId: revision.id,
    decidedBy: undefined,
    decidedAt: undefined,
    rejectReason: undefined,
    createdAt: now,
    ...rest,
  }
  return { draft, revision }
}

/** A draft that waits for `member`, written by no use case: what an act makes of it is the matter. */
export async function waitingDraft(
  { now, uow }: SystemCtx,
  member: MemberId,
  candidateId: CandidateId,
): Promise<{ readonly candidateId: CandidateId; readonly draftId: DraftId; readonly revisionId: RevisionId }> {
  const { draft, revision } = draftRows(now, member, candidateId, {})
  await uow.run((tx) => tx.drafts.insert(draft, revision))
  return { candidateId, draftId: draft.id, revisionId: revision.id }
}

/** A draft that `member` wrote and approved, due now. */
export async function approveDraft(
  ctx: SystemCtx,
  member: MemberId,
  candidateId: CandidateId,
  { dueAt = ctx.now, ...change }: DraftChange & { readonly dueAt?: Instant } = {},
): Promise<SendRow> {
  const decided = { state: 'approved', decidedBy: member, decidedAt: ctx.now } as const
  const { draft, revision } = draftRows(ctx.now, member, candidateId, { ...decided, ...change })
  return ctx.uow.run(async (tx) => {
    await tx.drafts.insert(draft, revision)
    const [contact] = await tx.candidates.contacts(candidateId)
    if (contact === undefined) throw new Error('Nobody to write to')
    const planned = await planSend(ctx, tx, { draft, contactId: contact.id, approvedBy: member, dueAt })
    if (planned.kind === 'alive') throw new Error('There is a send already')
    return planned.send
  })
}
