import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import { A_SITTING } from '../../domain/outreach/sitting.ts'
import type { CandidateId, DraftId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { cannotFind } from '../../domain/shared/words/shell.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { readerOf, readQuery } from '../find/read-query.ts'
import { type ListingRefusal, openListing } from '../find/search-people.ts'
import { verdictFor } from '../find/verdict-for.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { choosePurpose, JOBS_LOOKED_AT } from './choose-purpose.ts'
import { insertDraft } from './write-draft.ts'

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

const Input = z.object({ listingId: z.uuid({ error: cannotFind.listing }) })

/** **Draft for all…**: who would get a draft, and who cannot, with the gate's reason. Writes nothing. */
export const previewForAll = defineUseCase({
  name: 'preview-for-all',
  permission: 'draft.write',
  input: Input,
  run: (ctx, { listingId }): Promise<Result<ForAll, ForAllRefusal>> => sortOut(ctx, listingId),
})

export type WrittenForAll = { readonly draftIds: readonly DraftId[] }

/**
 * Writes at most fifteen drafts to review one by one; nothing here sends. Each is a transaction of its own, and whoever got one meanwhile
 * gets no second, so that a form delivered twice writes once.
 */
export const draftForAll = defineUseCase({
  name: 'draft-for-all',
  permission: 'draft.write',
  input: Input,
  run: async (ctx, { listingId }): Promise<Result<WrittenForAll, ForAllRefusal>> => {
    const sorted = await sortOut(ctx, listingId)
    if (!sorted.ok) return sorted
    const draftIds: DraftId[] = []
    for (const { id } of sorted.value.people) {
      const written = await ctx.uow.run((tx) => writeOne(ctx, tx, id))
      if (written !== undefined) draftIds.push(written)
    }
    return ok({ draftIds })
  },
})

async function sortOut(ctx: Ctx, listingId: string): Promise<Result<ForAll, ForAllRefusal>> {
  const listing = await openListing(ctx, { listingId })
  // Whoever may write drafts may read pools, and the id was checked above: neither can be refused here.
  if (!listing.ok) return refuse({ kind: listing.refusal.kind === 'not_yours' ? 'not_yours' : 'gone' })
  const read = await readQuery(ctx, listing.value.query)
  if (!read.ok) return refuse({ kind: 'not_understood' })
  const found = await findPeople(ctx, read.value.query)
  if (found === 'too_slow') return refuse({ kind: found })
  const people: Candidate[] = []
  const cannot: CannotBeDrafted[] = []
  let waiting = 0
  let looked = 0
  for (const id of found.ids) {
    if (people.length === A_SITTING) break
    looked += 1
    const how = await ctx.uow.run((tx) => judge(ctx, tx, id))
    if (how === 'gone') continue
    if (how === 'waiting') waiting += 1
    else if ('because' in how) cannot.push(how)
    else people.push(how)
  }
  return ok({ people, waiting, cannot, more: looked < found.ids.length || found.more })
}

async function findPeople(
  ctx: Ctx,
  query: Parameters<Ctx['services']['search']['find']>[0],
): Promise<{ readonly ids: readonly CandidateId[]; readonly more: boolean } | 'too_slow'> {
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

/** By template, at once: a model would take longer than anybody waits for fifteen. */
async function writeOne(ctx: Ctx, tx: Tx, id: CandidateId): Promise<DraftId | undefined> {
  const candidate = await tx.candidates.lock(id)
  if (candidate === undefined) return undefined
  const { purpose, job } = choosePurpose(candidate, await tx.jobs.open(JOBS_LOOKED_AT), ctx.now)
  const drafts = await tx.drafts.waitingFor(candidate.id)
  const own = drafts.find((draft) => draft.ownerId === ctx.actor.memberId && draft.purpose === purpose)
  if (own !== undefined) return own.id
  const { draft } = await insertDraft(ctx, tx, { candidate, purpose, job, sender: ctx.actor })
  return draft.id
}
