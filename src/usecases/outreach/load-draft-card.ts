import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type Due, dueAt } from '../../domain/outreach/due.ts'
import type { Fact } from '../../domain/outreach/fact.ts'
import { nextActs } from '../../domain/outreach/next-acts.ts'
import type { NextAct, Refusal, Verdict } from '../../domain/outreach/refusal.ts'
import type { DraftId } from '../../domain/shared/ids.ts'
import type { Instant, Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { FactRow, Interaction } from '../ports/candidates.ts'
import type { DraftRow, RevisionRow } from '../ports/drafts.ts'
import type { ModelOutcome } from '../ports/model-calls.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job, Member } from '../ports/workspace.ts'
import { asksOf, type CardAsk } from './ask-card.ts'
import { askGate } from './load-gate-facts.ts'

export type CardFact = {
  readonly said: string
  readonly fact: Pick<Fact, 'kind' | 'text'>
  readonly link: string | undefined
  readonly author: string | undefined
}

/** Everything that the card in the recruiter's DM shows. */
export type DraftCardModel = {
  readonly draft: DraftRow
  readonly revision: RevisionRow
  readonly candidate: Candidate
  readonly owner: Member
  readonly job: Job | undefined
  readonly decidedBy: Member | undefined
  readonly facts: readonly CardFact[]
  /** Only while it waits: afterwards the decision counts, not what would be said now. */
  readonly verdict: Verdict | undefined
  readonly nextActs: readonly NextAct[]
  /** When it would leave if it were approved now. */
  readonly wouldLeave: Due | undefined
  readonly send: SendRow | undefined
  /** Whom the owner asked about it. */
  readonly asks: readonly CardAsk[]
  /** The Slack id of the colleague whose own words these are, where they are not the owner's to approve. */
  readonly wordsOf: string | undefined
  readonly lastSaid: Interaction | undefined
  /** Slack ids of the colleagues whom refusals name. */
  readonly members: ReadonlyMap<string, string>
  readonly candidateZone: Zone
  readonly holdSeconds: number
  readonly canMail: boolean
  /** Why the template's words stand where a model was asked for its own. */
  readonly instead: ModelOutcome | undefined
  readonly now: Instant
}

/** Loads the card as it stands now; `undefined` where the draft or its person is gone, which removes the card. */
export const loadDraftCard = (ctx: SystemCtx, draftId: DraftId): Promise<DraftCardModel | undefined> =>
  ctx.uow.run(async (tx) => {
    const draft = await tx.drafts.get(draftId)
    const revision = draft === undefined ? undefined : await tx.drafts.revision(draft.revisionId)
    if (draft === undefined || revision === undefined) return undefined
    const gate = await askGate(ctx, tx, {
      candidateId: draft.candidateId,
      purpose: draft.purpose,
      jobId: draft.jobId,
      revision,
      members: [draft.ownerId],
    })
    const owner = await tx.members.get(draft.ownerId)
    if (gate.candidate === undefined || owner === undefined) return undefined
    const waiting = draft.state === 'waiting'
    const because = waiting && gate.verdict.kind === 'not_yet' ? gate.verdict.because : []
    const { quietHours, holdSeconds } = gate.settings
    return {
      draft,
      revision,
      candidate: gate.candidate,
      owner,
      job: draft.jobId === undefined ? undefined : await tx.jobs.get(draft.jobId),
      decidedBy: draft.decidedBy === undefined ? undefined : await tx.members.get(draft.decidedBy),
      facts: await citedFacts(tx, gate.candidate, revision),
      verdict: waiting ? gate.verdict : undefined,
      nextActs: distinct(because.flatMap((refusal) => nextActs(refusal))),
      wouldLeave: waiting
        ? dueAt({ approvedAt: ctx.now, holdSeconds, quietHours, zone: gate.zone, now: ctx.now })
        : undefined,
      send: waiting ? undefined : await tx.sends.ofDraft(draftId),
      asks: await asksOf(tx, draft),
      wordsOf: waiting ? await colleagueWho(tx, draft, revision) : undefined,
      lastSaid: (await tx.candidates.timeline(gate.candidate.id, 20)).find((entry) => entry.oneToOne),
      members: await colleaguesIn(tx, because),
      candidateZone: gate.zone,
      holdSeconds,
      canMail: ctx.services.defaults.canMail,
      instead: revision.author === 'template' ? (await tx.modelCalls.lastFor(draftId))?.outcome : undefined,
      now: ctx.now,
    }
  })

async function colleagueWho(tx: Tx, draft: DraftRow, { authorId }: RevisionRow): Promise<string | undefined> {
  if (authorId === undefined || authorId === draft.ownerId) return undefined
  return (await tx.members.get(authorId))?.slackUserId
}

async function citedFacts(tx: Tx, candidate: Candidate, revision: RevisionRow): Promise<readonly CardFact[]> {
  const cited = await tx.candidates.factsNamed(
    candidate.id,
    revision.claims.map((claim) => claim.factId),
  )
  const facts = new Map(cited.map((fact): [string, FactRow] => [fact.id, fact]))
  const authors = await tx.members.getMany([...new Set(cited.flatMap((fact) => fact.authorId ?? []))])
  const names = new Map<string, string>(authors.map((author) => [author.id, author.name]))
  return revision.claims.flatMap((claim) => {
    const fact = facts.get(claim.factId)
    if (fact === undefined) return []
    const author = fact.authorId === undefined ? undefined : names.get(fact.authorId)
    return [{ said: revision.body.slice(claim.start, claim.end), fact, link: fact.sourceLink, author }]
  })
}

async function colleaguesIn(tx: Tx, because: readonly Refusal[]): Promise<ReadonlyMap<string, string>> {
  const ids = because.flatMap((refusal) => (refusal.kind === 'collision' ? [refusal.by] : []))
  return new Map((await tx.members.getMany(ids)).map((member) => [member.id, member.slackUserId]))
}

/** Several refusals may lead to the same act; of two days the later one counts, since on the earlier the other rule still holds. */
function distinct(acts: readonly NextAct[]): readonly NextAct[] {
  const kept = new Map<NextAct['kind'], NextAct>()
  for (const act of acts) {
    const before = kept.get(act.kind)
    const later = before !== undefined && 'day' in before && 'day' in act && act.day > before.day
    if (before === undefined || later) kept.set(act.kind, act)
  }
  return [...kept.values()]
}
