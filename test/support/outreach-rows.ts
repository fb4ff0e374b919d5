/** People and approved drafts as rows, for tests of delivery that are not about writing them. */
import { newUuid } from '../../src/adapters/system/ids.ts'
import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import type { CandidateId, MemberId } from '../../src/domain/shared/ids.ts'
import { DAY, type Day, type Instant, plus } from '../../src/domain/shared/time.ts'
import type { SystemCtx } from '../../src/usecases/context.ts'
import { planSend } from '../../src/usecases/outreach/plan-send.ts'
import type { DraftRow, RevisionRow } from '../../src/usecases/ports/drafts.ts'
import type { SendRow } from '../../src/usecases/ports/sends.ts'

export type Person = { readonly email?: string } & Partial<Candidate>

/** Somebody whom nothing keeps from being written to. */
export async function addPerson(
  ctx: SystemCtx,
  { email = `${newUuid()}@example.com`, ...change }: Person = {},
): Promise<CandidateId> {
  const id = newUuid<'candidate'>()
  const { now } = ctx
  await ctx.uow.run(async (tx) => {
    await tx.candidates.insert({ ...aPerson(id, now), ...change })
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

/** A draft that `member` wrote and approved, due now. */
export async function approveDraft(
  ctx: SystemCtx,
  member: MemberId,
  candidateId: CandidateId,
  change: Partial<DraftRow> & { readonly dueAt?: Instant; readonly body?: string } = {},
): Promise<SendRow> {
  const { now } = ctx
  const { dueAt = now, body = 'Hello,\n\nshall we talk?\n\nInes', ...rest } = change
  const revision: RevisionRow = {
    id: newUuid<'draft_revision'>(),
    draftId: newUuid<'draft'>(),
    number: 1,
    subject: 'The second SRE role',
    body,
    author: 'person',
    authorId: member,
    template: undefined,
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
    state: 'approved',
    revisionId: revision.id,
    decidedBy: member,
    decidedAt: now,
    rejectReason: undefined,
    createdAt: now,
    ...rest,
  }
  return ctx.uow.run(async (tx) => {
    await tx.drafts.insert(draft, revision)
    const [contact] = await tx.candidates.contacts(candidateId)
    if (contact === undefined) throw new Error('Nobody to write to')
    const planned = await planSend(ctx, tx, { draft, contactId: contact.id, approvedBy: member, dueAt })
    if (planned.kind === 'alive') throw new Error('There is a send already')
    return planned.send
  })
}

const aPerson = (id: CandidateId, now: Instant): Candidate => ({
  id,
  fullName: 'Ana Souza',
  headline: undefined,
  company: undefined,
  consideredRole: 'Senior SRE',
  jobId: undefined,
  standing: 'told_no',
  standingDay: '2025-09-01' as Day,
  reason: 'close_second',
  stageReached: undefined,
  bringBack: undefined,
  advice: undefined,
  skills: [],
  location: undefined,
  remoteOk: undefined,
  seniority: undefined,
  tier: undefined,
  kind: 'near_miss',
  source: undefined,
  ownerId: undefined,
  nextTouch: undefined,
  zone: undefined,
  lastTouchAt: undefined,
  createdAt: now,
  version: 1,
})
