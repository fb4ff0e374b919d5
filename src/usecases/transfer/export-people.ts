/** Whom a query finds as a file, for whoever may read them anyway; that it was taken out is on record. */
import { z } from 'zod'
import { CSV_END, CSV_MARK } from '../../domain/shared/csv.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { type ExportedPerson, exportHeading, exportLine, jsonResume } from '../../domain/transfer/exported.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase, type EdgeRefusal } from '../define-use-case.ts'
import { readQuery } from '../find/read-query.ts'
import { idInput } from '../outreach/draft-input.ts'
import { listFields } from '../profile/custom-fields.ts'
import { type ListRefusal, listPeople, MOST_LISTED } from './list-people.ts'

/** Some fifteen megabytes on disk, where they lie until Slack has them. */
const MOST_EXPORTED = 50_000

/** How much is in the file so far. */
export type ExportSoFar = { people: number; more: boolean }
export type ExportRefusal = ListRefusal | EdgeRefusal

/** It ends in the middle: the query takes too long, or whoever asked may not read people any more. */
export class ExportRefusedError extends Error {
  override readonly name = 'ExportRefusedError'
  readonly refusal: ExportRefusal

  constructor(refusal: ExportRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

/** The query is understood, and that somebody takes people out is on record before anything leaves. */
export const beginExport = defineUseCase({
  name: 'begin-export',
  permission: 'candidate.read',
  input: z.object({ query: z.string() }),
  run: async (ctx, { query }): Promise<Result<null, ListRefusal>> => {
    const read = await readQuery(ctx, query)
    if (!read.ok) return read
    await onRecord(ctx, 'people.export_begun', {})
    return ok(null)
  },
})

/** A page of them, as lines of the file. */
const exportPage = defineUseCase({
  name: 'export-people',
  permission: 'candidate.read',
  input: z.object({ query: z.string(), at: z.string().optional() }),
  run: async (ctx, { query, at }): Promise<Result<ExportedPage, ExportRefusal>> => {
    const found = await listPeople(ctx, { query, size: MOST_LISTED, ...(at === undefined ? {} : { at }) })
    if (!found.ok) return found
    const fields = await fieldsOf(ctx)
    const lines = found.value.people.map((one) => `${exportLine(one, ctx.actor.zone, fields)}${CSV_END}`)
    return ok({ lines, heading: `${CSV_MARK}${exportHeading(fields)}${CSV_END}`, next: found.value.next })
  },
})
type ExportedPage = { readonly lines: readonly string[]; readonly heading: string; readonly next: string | undefined }

async function fieldsOf(ctx: Ctx) {
  const listed = await listFields(ctx, {})
  return listed.ok ? listed.value : []
}

/**
 * The same rows as the terminal's, page by page: no more than a page is ever here. `who` is asked anew for each of them, so that whoever is
 * no recruiter any more takes nobody further out.
 */
export async function* exportPeople(
  who: () => Promise<Ctx | undefined>,
  query: string,
  so: ExportSoFar,
): AsyncGenerator<string> {
  let at: string | undefined
  do {
    const ctx = await who()
    const page =
      ctx === undefined
        ? refuse({ kind: 'not_allowed' as const, permission: exportPage.permission })
        : await exportPage(ctx, { query, ...(at === undefined ? {} : { at }) })
    if (!page.ok) throw new ExportRefusedError(page.refusal)
    const { lines, heading, next } = page.value
    yield `${at === undefined ? heading : ''}${lines.join('')}`
    so.people += lines.length
    at = next
  } while (at !== undefined && so.people < MOST_EXPORTED)
  so.more = at !== undefined
}

/** They have the file: how many people left with it is on record. */
export const endExport = defineUseCase({
  name: 'end-export',
  permission: 'candidate.read',
  input: z.object({ people: z.number().int().min(0) }),
  run: async (ctx, { people }): Promise<Result<null, never>> => {
    await onRecord(ctx, 'people.exported', { people })
    return ok(null)
  },
})

/** One person as a JSON Resume. */
export const exportResume = defineUseCase({
  name: 'export-resume',
  permission: 'candidate.read',
  input: z.object({ candidateId: idInput('candidate') }),
  run: async (
    ctx,
    { candidateId },
  ): Promise<Result<{ readonly name: string; readonly json: string }, { readonly kind: 'person_gone' }>> => {
    const found = await ctx.uow.read(async (tx): Promise<ExportedPerson | undefined> => {
      const [person] = await tx.candidates.getMany([candidateId])
      if (person === undefined) return undefined
      const contacts = await tx.candidates.contactsOfMany([person.id])
      return { person, contacts: contacts.get(person.id) ?? [], owner: undefined }
    })
    if (found === undefined) return refuse({ kind: 'person_gone' })
    await onRecord(ctx, 'resume.exported', { candidateId: found.person.id })
    return ok({ name: found.person.fullName, json: `${JSON.stringify(jsonResume(found), undefined, 2)}\n` })
  },
})

const onRecord = (ctx: Ctx, type: string, data: Readonly<Record<string, string | number>>): Promise<void> =>
  ctx.uow.run((tx) => tx.events.append({ stream: `member:${ctx.actor.memberId}`, type, data }))
