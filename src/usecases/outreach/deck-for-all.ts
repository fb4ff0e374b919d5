import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import { A_SITTING } from '../../domain/outreach/sitting.ts'
import { asId, type CandidateId, type DraftId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { cannotFind } from '../../domain/shared/words/shell.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { readerOf, readQuery } from '../find/read-query.ts'
import { type ListingRefusal, openListing } from '../find/search-people.ts'
import { verdictFor } from '../find/verdict-for.ts'
import { judgePeople } from '../jobs/rank-people.ts'
import type { MatchRun } from '../ports/match-runs.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { choosePurpose, JOBS_LOOKED_AT } from './choose-purpose.ts'
import { insertDraft, ownWaiting } from './write-draft.ts'

/** So many are looked at for a sitting; whoever is behind them waits for the next. */
const LOOKED_AT = 45

export type ForAllRefusal = ListingRefusal | { readonly kind: 'too_slow' } | { readonly kind: 'not_understood' }
export type CannotBeDrafted = { readonly person: Candidate; readonly because: readonly [Refusal, ...Refusal[]] }
export type ForAll = {
  /** Who gets a draft, in the order of the list. */
  readonly people: readonly Candidate[]
  /** A draft by whoever asks waits for them already. */
  readonly waiting: number
  readonly cannot: readonly CannotBeDrafted[]
  /** There are people behind those who were looked at, or more than a sitting. */
  readonly more: boolean
}

/** A list of people, or a run of `/pool match`. */
const Input = z.object({ listingId: z.uuid({ error: cannotFind.listing }) })

/** Whether there is such a list or run to draft for, before a form is opened. */
export const openForAll = defineUseCase({
  name: 'open-for-all',
  permission: 'draft.write',
  input: Input,
  run: async (ctx, { listingId }): Promise<Result<null, ListingRefusal>> => {
    if ((await matchRun(ctx, listingId)) !== undefined) return ok(null)
    const listing = await openListing(ctx, { listingId })
    if (listing.ok) return ok(null)
    return refuse({ kind: listing.refusal.kind === 'not_yours' ? 'not_yours' : 'gone' })
  },
})

/** **Draft for all…**: who would get a draft, and who cannot, with the gate's reason. Writes nothing. */
export const previewForAll = defineUseCase({
  name: 'preview-for-all',
  permission: 'draft.write',
  input: Input,
  run: (ctx, { listingId }): Promise<Result<ForAll, ForAllRefusal>> => sortOut(ctx, listingId),
})

export type WrittenForAll = { readonly draftIds: readonly DraftId[] }

/**
 * Writes at most fifteen drafts to review one by one, or none where one of them fails; nothing here sends. Whoever got one meanwhile gets no
 * second, so that a form delivered twice writes once.
 */
export const draftForAll = defineUseCase({
  name: 'draft-for-all',
  permission: 'draft.write',
  input: Input,
  run: async (ctx, { listingId }): Promise<Result<WrittenForAll, ForAllRefusal>> => {
    const sorted = await sortOut(ctx, listingId)
    if (!sorted.ok) return sorted
    const ids = sorted.value.people.map(({ id }) => id)
    return ok({ draftIds: await ctx.uow.run((tx) => writeAll(ctx, tx, ids)) })
  },
})

async function sortOut(ctx: Ctx, listingId: string): Promise<Result<ForAll, ForAllRefusal>> {
  const found = (await ofMatch(ctx, listingId)) ?? (await ofListing(ctx, listingId))
  if ('kind' in found) return refuse(found)
  const people: Candidate[] = []
  const cannot: CannotBeDrafted[] = []
  let waiting = 0
  let looked = 0
  while (looked < found.ids.length && people.length < A_SITTING) {
    const next = found.ids.slice(looked, looked + A_SITTING - people.length)
    looked += next.length
    for (const how of await ctx.uow.read((tx) => Promise.all(next.map((id) => judge(ctx, tx, id))))) {
      if (how === 'gone') continue
      if (how === 'waiting') waiting += 1
      else if ('because' in how) cannot.push(how)
      else people.push(how)
    }
  }
  return ok({ people, waiting, cannot, more: looked < found.ids.length || found.more })
}

type Found = { readonly ids: readonly CandidateId[]; readonly more: boolean }

async function ofListing(ctx: Ctx, listingId: string): Promise<Found | ForAllRefusal> {
  const listing = await openListing(ctx, { listingId })
  // Whoever may write drafts may read pools, and the id was checked above: neither can be refused here.
  if (!listing.ok) return { kind: listing.refusal.kind === 'not_yours' ? 'not_yours' : 'gone' }
  const read = await readQuery(ctx, listing.value.query)
  if (!read.ok) return { kind: 'not_understood' }
  const found = await findPeople(ctx, read.value.query)
  return found === 'too_slow' ? { kind: found } : found
}

async function matchRun(ctx: Ctx, id: string): Promise<MatchRun | undefined> {
  const runId = asId<'match_run'>(id)
  return runId === undefined ? undefined : ctx.uow.read((tx) => tx.matches.get(runId))
}

/** The first of a run who have something of the role; a letter to anybody else would have no reason. */
async function ofMatch(ctx: Ctx, id: string): Promise<Found | undefined> {
  const run = await matchRun(ctx, id)
  if (run === undefined) return undefined
  const rows = await ctx.uow.read((tx) => tx.matches.people(run.id, 0, LOOKED_AT))
  const judged = await judgePeople(
    ctx,
    run.criteria,
    rows.map(({ candidateId }) => candidateId),
  )
  const telling = judged.filter(({ fit }) => fit.reasons.some(({ kind }) => kind === 'role' || kind === 'skills'))
  return { ids: telling.map(({ person }) => person.id), more: run.found > LOOKED_AT }
}

async function findPeople(
  ctx: Ctx,
  query: Parameters<Ctx['services']['search']['find']>[0],
): Promise<Found | 'too_slow'> {
  const { search } = ctx.services
  try {
    const exact = await search.find(query, readerOf(ctx), { size: LOOKED_AT })
    // The list showed names that are spelt alike where nobody matched.
    const page = exact.ids.length > 0 ? exact : await search.find(query, readerOf(ctx), { size: LOOKED_AT, near: true })
    return { ids: page.ids, more: page.next !== undefined }
  } catch (error) {
    if (error instanceof SearchTooSlowError) return 'too_slow'
    throw error
  }
}

async function judge(ctx: Ctx, tx: Tx, id: CandidateId): Promise<Candidate | CannotBeDrafted | 'gone' | 'waiting'> {
  const [person] = await tx.candidates.getMany([id])
  if (person === undefined) return 'gone'
  const drafts = await tx.drafts.waitingFor(id)
  if (drafts.some(({ ownerId }) => ownerId === ctx.actor.memberId)) return 'waiting'
  const verdict = await verdictFor(ctx, tx, person, await tx.candidates.contacts(id))
  return verdict.kind === 'ok_to_send' ? person : { person, because: verdict.because }
}

/** In the order of the list. Two who draft for the same people lock them in one order, so that neither waits for the other for ever. */
async function writeAll(ctx: Ctx, tx: Tx, ids: readonly CandidateId[]): Promise<readonly DraftId[]> {
  for (const id of ids.toSorted()) await tx.candidates.lock(id)
  const draftIds: DraftId[] = []
  for (const id of ids) {
    const written = await writeOne(ctx, tx, id)
    if (written !== undefined) draftIds.push(written)
  }
  return draftIds
}

/** By template, at once: a model would take longer than anybody waits for fifteen. */
async function writeOne(ctx: Ctx, tx: Tx, id: CandidateId): Promise<DraftId | undefined> {
  const candidate = await tx.candidates.lock(id)
  if (candidate === undefined) return undefined
  const { purpose, job } = choosePurpose(candidate, await tx.jobs.open(JOBS_LOOKED_AT), ctx.now)
  const own = await ownWaiting(ctx, tx, { candidate, purpose })
  if (own !== undefined) return own.id
  const { draft } = await insertDraft(ctx, tx, { candidate, purpose, job, sender: ctx.actor })
  return draft.id
}
