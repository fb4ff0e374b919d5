import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { PoolQuery, QueryNode } from '../../domain/pool/query/ast.ts'
import { explain } from '../../domain/pool/query/explain.ts'
import { printQuery } from '../../domain/pool/query/print.ts'
import { every } from '../../domain/pool/query/tree.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { tidy } from '../../domain/shared/text.ts'
import { DAY } from '../../domain/shared/time.ts'
import { list } from '../../domain/shared/words/find.ts'
import { cannotFind } from '../../domain/shared/words/shell.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { Listing } from '../ports/pools.ts'
import { type FoundPage, SearchTooSlowError } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { byWholeName } from './by-whole-name.ts'
import { LONGEST_TYPED, type NotUnderstood, readerOf, readQuery, type UnderstoodQuery } from './read-query.ts'

const PAGE_SIZE = 10

export type Total = { readonly exact: number } | { readonly more: number }
/** The same query without one of its conditions, and whom it would find. */
export type Loosening = { readonly index: number; readonly without: string; readonly count: Total }

export type PeoplePage = {
  /** Of the row that keeps the query; the buttons carry it. */
  readonly listingId: string
  readonly text: string
  readonly readAs: readonly string[]
  /** The query as a sentence. */
  readonly meaning: string
  readonly total: Total
  readonly people: readonly Candidate[]
  readonly page: FoundPage
  /** Where nobody was found. */
  readonly loosenings: readonly Loosening[]
}

/** The listings keep what the buttons of the answer search for: what was typed, and what was probably meant. */
export type SearchRefusal =
  | (NotUnderstood & { readonly listingId: string; readonly repairedListingId: string | undefined })
  | { readonly kind: 'too_slow'; readonly text: string; readonly listingId: string }
export type ListingRefusal = { readonly kind: 'gone' } | { readonly kind: 'not_yours' }

const QueryText = z.string().transform((text) => tidy(text).slice(0, 20 * LONGEST_TYPED))

/** `/pool <query>`: the first page of people, and a row that keeps the query for the next. */
export const searchPeople = defineUseCase({
  name: 'search-people',
  permission: 'pool.read',
  input: z.object({ query: QueryText }),
  run: (ctx, { query }): Promise<Result<PeoplePage, SearchRefusal>> => searchFor(ctx, query),
})

/** Whether a query would run, before anything is looked for: what is wrong belongs beside the field it was typed in. */
export const checkQuery = defineUseCase({
  name: 'check-query',
  permission: 'pool.read',
  input: z.object({ query: QueryText }),
  run: (ctx, { query }): Promise<Result<UnderstoodQuery, NotUnderstood>> => readQuery(ctx, query),
})

const ListingInput = z.object({ listingId: z.uuid({ error: cannotFind.listing }) })

/** **Next** and **Previous**. */
export const turnPage = defineUseCase({
  name: 'turn-page',
  permission: 'pool.read',
  input: ListingInput.extend({ at: z.string().max(1_000) }),
  run: async (ctx, { listingId, at }): Promise<Result<PeoplePage, SearchRefusal | ListingRefusal>> => {
    const listing = await readListing(ctx, listingId)
    return listing.ok ? searchFor(ctx, listing.value.query, { listingId, at }) : listing
  },
})

/** A button that searches what a list keeps: *Search that instead*, or once more without one of the conditions. */
export const searchAgain = defineUseCase({
  name: 'search-again',
  permission: 'pool.read',
  input: ListingInput.extend({ drop: z.number().int().min(0).optional() }),
  run: async (ctx, { listingId, drop }): Promise<Result<PeoplePage, SearchRefusal | ListingRefusal>> => {
    const listing = await readListing(ctx, listingId)
    if (!listing.ok) return listing
    const text = listing.value.query
    if (drop === undefined) return searchFor(ctx, text)
    const read = await readQuery(ctx, text)
    return searchFor(ctx, read.ok ? printQuery(withoutNode(read.value.query, drop)) : text)
  },
})

/** The query behind a list, for **Edit** and **Save as pool**. */
export const openListing = defineUseCase({
  name: 'open-listing',
  permission: 'pool.read',
  input: ListingInput,
  run: async (ctx, { listingId }): Promise<Result<{ readonly query: string }, ListingRefusal>> =>
    readListing(ctx, listingId),
})

/** A list's buttons work for its reader alone, and for a day: what they show may have changed. */
async function readListing(ctx: Ctx, id: string): Promise<Result<Listing, ListingRefusal>> {
  const listing = await ctx.uow.run((tx) => tx.pools.listing(id))
  if (listing === undefined || ctx.now - listing.keptAt > DAY) return refuse({ kind: 'gone' })
  return listing.memberId === ctx.actor.memberId ? ok(listing) : refuse({ kind: 'not_yours' })
}

const keep = async (ctx: Ctx, tx: Tx, query: string): Promise<string> => {
  const listing = { id: ctx.newId(), memberId: ctx.actor.memberId, query }
  await tx.pools.keepListing(listing, ctx.now)
  return listing.id
}

async function searchFor(
  ctx: Ctx,
  typed: string,
  turn?: { readonly listingId: string; readonly at: string },
): Promise<Result<PeoplePage, SearchRefusal>> {
  const read = await readQuery(ctx, typed)
  if (!read.ok) return refuse(await withListings(ctx, read.refusal))
  const [found, listingId] = await Promise.all([
    lookUp(ctx, read.value, turn?.at),
    turn?.listingId ?? ctx.uow.run((tx) => keep(ctx, tx, read.value.text)),
  ])
  if (found === 'too_slow') return refuse({ kind: found, text: read.value.text, listingId })
  const { asName, ...rest } = found
  if (asName !== undefined) return ok({ ...rest, ...(await ctx.uow.run((tx) => askedByName(ctx, tx, asName, rest))) })
  const people = await ctx.uow.read((tx) => tx.candidates.getMany(found.page.ids))
  const { text, query, names } = read.value
  // Only an order was asked for; that must be seen.
  const readAs = query.where === null ? [EVERYBODY] : read.value.readAs
  const meaning = explain(query, names)
  return ok({ listingId, text, readAs, meaning, people, ...rest })
}

/** A list of its own, which keeps what was looked for: as it was typed, the words would be read as places and skills again. */
async function askedByName(ctx: Ctx, tx: Tx, asName: PoolQuery, { page }: Found) {
  const text = printQuery(asName)
  const people = await tx.candidates.getMany(page.ids)
  const readAs = [list.asName(text.replaceAll('"', ''))]
  return { listingId: await keep(ctx, tx, text), text, readAs, meaning: explain(asName), people }
}

/** Keeps what was typed, for **Edit**, and what was probably meant, for a button that searches it. */
const withListings = (ctx: Ctx, refusal: NotUnderstood): Promise<SearchRefusal> =>
  ctx.uow.run(async (tx) => {
    const listingId = await keep(ctx, tx, refusal.text)
    const repairedListingId = refusal.repaired === undefined ? undefined : await keep(ctx, tx, refusal.repaired)
    return { ...refusal, listingId, repairedListingId }
  })

type Found = Pick<PeoplePage, 'page' | 'total' | 'loosenings'>
/** `asName`: what was looked for instead. */
type LookedUp = Found & { readonly asName?: PoolQuery }

async function lookUp(
  ctx: Ctx,
  { query, asName }: UnderstoodQuery,
  at: string | undefined,
): Promise<LookedUp | 'too_slow'> {
  const reader = readerOf(ctx)
  const { search } = ctx.services
  try {
    // Side by side: who reads waits for the longer of the two.
    let [page, total] = await Promise.all([
      search.find(query, reader, { size: PAGE_SIZE, at }),
      search.count(query, reader),
    ])
    // Those behind the cursor are gone: begin anew.
    if (page.ids.length === 0 && at !== undefined) page = await search.find(query, reader, { size: PAGE_SIZE })
    if (page.ids.length === 0 && asName !== undefined) {
      const named = await byWholeName(ctx, asName, { size: PAGE_SIZE })
      if (named !== undefined)
        return { page: named.page, total: await search.count(named.query, reader), loosenings: [], asName: named.query }
    }
    // Nobody of that name: perhaps somebody whose name is spelt a little differently.
    if (page.ids.length === 0) page = await search.find(query, reader, { size: PAGE_SIZE, near: true })
    if (page.near) total = await search.count(query, reader, { near: true })
    return { page, total, loosenings: page.ids.length === 0 ? await loosenings(ctx, query) : [] }
  } catch (error) {
    if (error instanceof SearchTooSlowError) return 'too_slow'
    throw error
  }
}

/** As `explain` calls them. */
const EVERYBODY = 'everybody'

/** More conditions than this are not tried out one by one. */
const MOST_LOOSENED = 6
const MOST_OFFERED = 3

async function loosenings(ctx: Ctx, query: PoolQuery): Promise<readonly Loosening[]> {
  const nodes = nodesOf(query)
  if (nodes.length < 2 || nodes.length > MOST_LOOSENED) return []
  const tried: Loosening[] = []
  for (const [index, node] of nodes.entries()) {
    const count = await ctx.services.search.count(withoutNode(query, index), readerOf(ctx))
    tried.push({ index, without: printQuery({ version: 1, where: node, sort: null }), count })
  }
  const people = ({ count }: Loosening) => ('exact' in count ? count.exact : count.more)
  return tried
    .filter((one) => people(one) > 0)
    .toSorted((a, b) => people(a) - people(b))
    .slice(0, MOST_OFFERED)
}

const nodesOf = ({ where }: PoolQuery): readonly QueryNode[] =>
  where === null ? [] : where.kind === 'and' ? where.nodes : [where]

const withoutNode = (query: PoolQuery, index: number): PoolQuery => ({
  ...query,
  where: every(nodesOf(query).filter((_, at) => at !== index)) ?? null,
})
