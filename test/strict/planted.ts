// One of everything in a workspace, with words that give it away wherever they are shown.
import { newUuid } from '../../src/adapters/system/ids.ts'
import type {
  CandidateId,
  DraftAskId,
  DraftId,
  FactId,
  JobId,
  MemberId,
  NearMissId,
  PoolId,
  ReplyId,
  SendId,
} from '../../src/domain/shared/ids.ts'
import { DAY, plus } from '../../src/domain/shared/time.ts'
import type { SystemCtx } from '../../src/usecases/context.ts'
import type { DraftRow, RevisionRow } from '../../src/usecases/ports/drafts.ts'
import { pairOf } from '../../src/usecases/ports/duplicates.ts'
import { addPerson, approveDraft } from '../support/outreach-rows.ts'

export type Planted = {
  readonly candidate: CandidateId
  /** Who may be the same person. */
  readonly other: CandidateId
  readonly flag: NearMissId
  readonly fact: FactId
  readonly pool: PoolId
  readonly draft: DraftId
  /** `<draft>:<revision>`, as cards carry it. */
  readonly card: string
  readonly send: SendId
  readonly form: string
  readonly listing: string
  /** Asked by the owner of somebody else about the draft. */
  readonly ask: DraftAskId
  readonly job: JobId
  readonly reply: ReplyId
}

/** `word` is in every text; `flagger` flagged, `owner` does everything else. */
export async function plant(
  ctx: SystemCtx,
  { word, owner, flagger }: { readonly word: string; readonly owner: MemberId; readonly flagger: MemberId },
): Promise<Planted> {
  const { now } = ctx
  const email = `${word}@example.com`
  const candidate = await addPerson(ctx, {
    email,
    fullName: `${word} Person`,
    advice: `${word} advice`,
    ownerId: owner,
  })
  const other = await addPerson(ctx, { email: `sent.${email}`, fullName: `${word} Sent` })
  const send = await approveDraft(ctx, owner, other, { body: `${word} letter`, dueAt: plus(now, DAY) })
  const ids = {
    flag: newUuid<'near_miss'>(),
    fact: newUuid<'fact'>(),
    pool: newUuid<'pool'>(),
    draft: newUuid<'draft'>(),
    ask: newUuid<'draft_ask'>(),
    job: newUuid<'job'>(),
    reply: newUuid<'reply'>(),
  }
  const revision: RevisionRow = {
    id: newUuid<'draft_revision'>(),
    draftId: ids.draft,
    number: 1,
    subject: `${word} subject`,
    body: `${word} body`,
    author: 'person',
    authorId: owner,
    template: undefined,
    createdAt: now,
    claims: [],
  }
  const draft: DraftRow = {
    id: ids.draft,
    candidateId: candidate,
    ownerId: owner,
    jobId: undefined,
    purpose: 'keep_warm',
    whyNow: `${word} now`,
    state: 'waiting',
    revisionId: revision.id,
    decidedBy: undefined,
    decidedAt: undefined,
    rejectReason: undefined,
    createdAt: now,
  }
  const form = newUuid<'kept_form'>()
  const listing = newUuid<'listing'>()
  await ctx.uow.run(async (tx) => {
    await tx.nearMisses.insert({
      id: ids.flag,
      fullName: `${word} Flagged`,
      role: `${word} role`,
      impressed: `${word} praise`,
      wouldHire: undefined,
      quotable: false,
      flaggedBy: flagger,
      flaggedAt: now,
      evidenceLink: undefined,
      evidence: undefined,
      state: 'waiting',
      decidedBy: undefined,
      decidedAt: undefined,
      dismissReason: undefined,
      candidateId: undefined,
    })
    await tx.candidates.addFacts(candidate, [
      {
        id: ids.fact,
        kind: 'note',
        text: `${word} note`,
        telling: 'internal_only',
        authorId: owner,
        statedAt: now,
        changedAt: now,
        retractedAt: undefined,
        sourceKind: 'note',
        sourceLink: undefined,
      },
    ])
    await tx.pools.insert({
      id: ids.pool,
      name: `${word} pool`,
      query: undefined,
      ownerId: owner,
      cadenceDays: 90,
      personaNote: undefined,
      createdAt: now,
      archivedAt: undefined,
    })
    await tx.pools.addMembers(ids.pool, [candidate], owner, now)
    await tx.drafts.insert(draft, revision)
    await tx.asks.insert({
      id: ids.ask,
      draftId: ids.draft,
      revisionId: revision.id,
      kind: 'look',
      askedOf: flagger,
      askedBy: owner,
      question: `${word} question`,
      state: 'asked',
      answer: undefined,
      askedAt: now,
      answeredAt: undefined,
    })
    await tx.jobs.insert({
      id: ids.job,
      // No secret: whoever flags somebody is told which jobs are open.
      title: 'Basket weaver',
      location: undefined,
      remoteOk: false,
      skills: [],
      managerId: undefined,
      openedBy: owner,
      openedAt: now,
      closedAt: undefined,
    })
    await tx.replies.insert({
      id: ids.reply,
      candidateId: candidate,
      sendId: undefined,
      contactId: undefined,
      messageId: `<${ids.reply}@${word}.example>`,
      receivedAt: now,
      text: `${word} answer`,
      original: `${word} original`,
      state: 'waiting',
      laterOn: undefined,
      decidedBy: undefined,
      decidedAt: undefined,
    })
    await tx.forms.keep(
      form,
      owner,
      { entry: { fullName: `${word} Typed`, role: 'x' }, keepWords: true, by: 'email' },
      now,
    )
    const pair = pairOf(candidate, other)
    // Compared already, so that looking at the list changes nothing.
    for (const id of [candidate, other]) await tx.duplicates.file(id, [])
    await tx.duplicates.suggest(candidate, [{ ...pair, score: 80, reasons: ['same_name'] }], now)
    await tx.pools.keepListing({ id: listing, memberId: owner, query: word }, now)
  })
  return { candidate, other, ...ids, card: `${ids.draft}:${revision.id}`, send: send.id, form, listing }
}
