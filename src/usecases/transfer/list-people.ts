/** Whom a query finds, in the order in which Slack shows them, for whoever reads them elsewhere: page by page. */
import { z } from 'zod'
import { explain } from '../../domain/pool/query/explain.ts'
import { printQuery } from '../../domain/pool/query/print.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { ExportedPerson } from '../../domain/transfer/exported.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { byWholeName } from '../find/by-whole-name.ts'
import { type NotUnderstood, readerOf, readQuery } from '../find/read-query.ts'
import { SearchTooSlowError } from '../ports/services.ts'

export type ListedPage = {
  readonly text: string
  readonly meaning: string
  readonly total: { readonly exact: number } | { readonly more: number }
  /** Nobody matches exactly; these have names that are spelt alike. */
  readonly near: boolean
  readonly people: readonly ExportedPerson[]
  /** For the page behind it. */
  readonly next: string | undefined
}
export type ListRefusal = NotUnderstood | { readonly kind: 'too_slow' }

export const MOST_LISTED = 200

/** With contacts: who reads this may read everything that is on record. */
export const listPeople = defineUseCase({
  name: 'list-people',
  permission: 'candidate.read',
  input: z.object({
    query: z.string(),
    size: z.number().int().min(1).max(MOST_LISTED),
    at: z.string().max(1_000).optional(),
  }),
  run: async (ctx, { query: typed, size, at }): Promise<Result<ListedPage, ListRefusal>> => {
    const read = await readQuery(ctx, typed)
    if (!read.ok) return refuse(read.refusal)
    const { asName, names } = read.value
    let { text, query } = read.value
    const { search } = ctx.services
    const reader = readerOf(ctx)
    try {
      let page = await search.find(query, reader, { size, at })
      const named =
        page.ids.length > 0 || asName === undefined ? undefined : await byWholeName(ctx, asName, { size, at })
      if (named !== undefined) {
        page = named.page
        query = named.query
        text = printQuery(query)
      }
      if (page.ids.length === 0 && at === undefined) page = await search.find(query, reader, { size, near: true })
      // Counted once: those who turn pages know it.
      const total =
        page.ids.length === 0 || at !== undefined
          ? ({ exact: 0 } as const)
          : await search.count(query, reader, { near: page.near })
      const meaning = explain(query, names)
      return ok({ text, meaning, total, near: page.near, people: await described(ctx, page.ids), next: page.next })
    } catch (error) {
      if (error instanceof SearchTooSlowError) return refuse({ kind: 'too_slow' })
      throw error
    }
  },
})

const described = (ctx: Ctx, ids: readonly CandidateId[]): Promise<readonly ExportedPerson[]> =>
  ctx.uow.read(async (tx) => {
    const [people, contacts, ratings] = await Promise.all([
      tx.candidates.getMany(ids),
      tx.candidates.contactsOfMany(ids),
      tx.ratings.newestOfMany(ids),
    ])
    const owners = [...new Set(people.flatMap(({ ownerId }) => ownerId ?? []))]
    const names = new Map((await tx.members.getMany(owners)).map(({ id, name }) => [id, name]))
    return people.map((person) => ({
      person,
      contacts: (contacts.get(person.id) ?? []).map(({ kind, value }) => ({ kind, value })),
      owner: person.ownerId && names.get(person.ownerId),
      ratings: ratings.get(person.id),
    }))
  })
