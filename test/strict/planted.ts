// One of everything in a workspace, with words that give it away wherever they are shown.

import { newUuid } from '../../src/adapters/system/ids.ts'
import { readRole } from '../../src/domain/jobs/read-role.ts'
import type {
  CandidateId,
  DraftAskId,
  DraftId,
  FactId,
  FileImportId,
  HandOverId,
  JobId,
  MemberId,
  NearMissId,
  PoolId,
  ReplyId,
  SendId,
  TakeOverId,
  WatchId,
} from '../../src/domain/shared/ids.ts'
import { DAY, dayIn, plus } from '../../src/domain/shared/time.ts'
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
  readonly match: string
  /** Asked by the owner of somebody else about the draft. */
  readonly ask: DraftAskId
  readonly job: JobId
  readonly reply: ReplyId
  /** Somebody who left and still looks after one person, and what they handed over before. */
  readonly leaver: MemberId
  readonly handOver: HandOverId
  /** `flagger` asks `owner` to leave a conversation. */
  readonly takeOver: TakeOverId
  /** Of the owner; its columns wait to be looked at. */
  readonly fileImport: FileImportId
  readonly watch: WatchId
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
  const leaver = newUuid<'member'>()
  const left = await addPerson(ctx, { email: `left.${email}`, fullName: `${word} Left` })
  const send = await approveDraft(ctx, owner, other, { body: `${word} letter`, dueAt: plus(now, DAY) })
  const ids = {
    flag: newUuid<'near_miss'>(),
    fact: newUuid<'fact'>(),
    pool: newUuid<'pool'>(),
    draft: newUuid<'draft'>(),
    ask: newUuid<'draft_ask'>(),
    job: newUuid<'job'>(),
    reply: newUuid<'reply'>(),
    handOver: newUuid<'hand_over'>(),
    takeOver: newUuid<'take_over'>(),
    fileImport: newUuid<'file_import'>(),
    watch: newUuid<'watch'>(),
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
  const match = newUuid<'match_run'>()
  await ctx.uow.run(async (tx) => {
    const { zone } = ctx.workspace
    const slackUserId = `U0${leaver.slice(-8).toUpperCase()}`
    const who = { name: `${word} Leaver`, email: undefined, zone, isSlackAdmin: false, refreshedAt: now }
    await tx.members.keep({ ...who, id: leaver, slackUserId })
    await tx.candidates.lock(left)
    await tx.candidates.change(left, { ownerId: leaver })
    const today = dayIn(now, ctx.workspace.zone)
    const news = { company: `${word} Works`, kind: 'layoff' as const, day: today, link: undefined, endsOn: today }
    await tx.watches.insert({ ...news, id: ids.watch, startedBy: owner, startedAt: now, stoppedAt: undefined }, today)
    await tx.takeOvers.insert({
      id: ids.takeOver,
      candidateId: candidate,
      askedOf: owner,
      askedBy: flagger,
      state: 'asked',
      askedAt: now,
      answeredAt: undefined,
    })
    await tx.handOvers.insert({
      id: ids.handOver,
      from: leaver,
      startedBy: owner,
      plan: { to: [owner], way: 'load', people: 0, groups: {}, quotas: {} },
      done: { people: {}, drafts: {}, nobody: 0, held: [], pools: {}, back: 0 },
      state: 'done',
      startedAt: now,
      finishedAt: now,
    })
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
    const said = { slackFileId: 'F0PLANTED', basis: 'consent', standing: undefined, role: undefined } as const
    await tx.fileImports.begin({ id: ids.fileImport, memberId: owner, file: `${word}.csv`, ...said }, now)
    const head = {
      form: 'CSV',
      names: [`${word} name`, `${word} mail`],
      examples: [[`${word} Row`], []],
      guessed: ['fullName', 'email'],
    }
    await tx.fileImports.change(ids.fileImport, { state: 'to_map', tableId: word, head }, now)
    const pair = pairOf(candidate, other)
    // Compared already, so that looking at the list changes nothing.
    for (const id of [candidate, other, left]) await tx.duplicates.file(id, [])
    await tx.duplicates.suggest(candidate, [{ ...pair, score: 80, reasons: ['same_name'] }], now)
    await tx.pools.keepListing({ id: listing, memberId: owner, query: word }, now)
    const asked = { memberId: owner, jobId: undefined, criteria: readRole(`${word} role: Go`).criteria }
    await tx.matches.insert(
      { id: match, ...asked, found: 1, more: false, at: now, likeness: undefined },
      [{ id: candidate, likeness: undefined }],
      now,
    )
  })
  return { candidate, other, leaver, ...ids, card: `${ids.draft}:${revision.id}`, send: send.id, form, listing, match }
}
