import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { takeContacts } from '../../domain/candidate/contacts-in-text.ts'
import { phoneRegions } from '../../domain/candidate/phone-region.ts'
import { checkPhone } from '../../domain/candidate/validate.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { fold, normaliseSlash } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { lineInput } from '../text-input.ts'

/** Whom somebody may have meant: one person, several to choose from, or nobody, with those whose names come nearest. */
export type FoundPerson =
  | { readonly kind: 'one'; readonly person: Candidate }
  | { readonly kind: 'several'; readonly people: readonly Candidate[]; readonly more: boolean }
  | { readonly kind: 'none'; readonly nearest: readonly Candidate[] }

const MOST_SHOWN = 10
const MOST_NEAREST = 3

/**
 * The person meant by a name, an e-mail address, a phone number or a profile link. A contact belongs to one person or to nobody; a name
 * that is somebody's whole name means that person, even where others have it as a part of theirs.
 */
export const findPerson = defineUseCase({
  name: 'find-person',
  permission: 'candidate.read',
  input: z.object({ words: z.string().transform(normaliseSlash).pipe(lineInput(400)) }),
  run: async (ctx, { words }): Promise<Result<FoundPerson, never>> => {
    const byContact = await byContactIn(ctx, words)
    if (byContact !== undefined) return ok({ kind: 'one', person: byContact })
    const name = plainName(words)
    const ids = await namedLike(ctx, name)
    const people = await ctx.uow.run((tx) => tx.candidates.getMany(ids))
    return ok(meant(name, people))
  },
})

/** Without what people put around a name, and "Souza, Ana" as the words that it is. */
export const plainName = (words: string): string =>
  words
    .replace(/["<>()[\]]|\s*,\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)

/** Where the whole name resembles nobody's, each of its words may: two slips of the finger are more than the search forgives at once. */
async function namedLike(ctx: Ctx, words: string): Promise<readonly CandidateId[]> {
  const ids = await ctx.services.search.byName(words, MOST_SHOWN + 1)
  const parts = words.split(/\s+/).filter((part) => part.length >= 3)
  if (ids.length > 0 || parts.length < 2) return ids
  const near: CandidateId[] = []
  for (const part of parts.slice(0, 4)) near.push(...(await ctx.services.search.byName(part, MOST_NEAREST)))
  return [...new Set(near)]
}

async function byContactIn(ctx: Ctx, words: string): Promise<Candidate | undefined> {
  const regions = phoneRegions({ zone: ctx.actor.zone })
  const { email, phone, profileLink } = takeContacts(words, regions.guess)
  const typed = phone ?? (LOOKS_LIKE_A_NUMBER.test(words) ? words : undefined)
  const number = checkPhone(typed ?? '', regions)
  const given = [
    ['email', email],
    ['profile', profileLink],
    ['phone', number.ok ? number.value : typed],
  ] as const
  return ctx.uow.run(async (tx) => {
    for (const [kind, value] of given) {
      const id: CandidateId | undefined =
        value === undefined ? undefined : await tx.candidates.findByContact(kind, value)
      const person = id === undefined ? undefined : await tx.candidates.get(id)
      if (person !== undefined) return person
    }
    return undefined
  })
}

const LOOKS_LIKE_A_NUMBER = /^[+(]?\d[\d\s().-]{5,20}$/

/** The search answers with the best first, and after them with names that are merely spelt alike. */
export function meant(words: string, people: readonly Candidate[]): FoundPerson {
  const sought = fold(words)
  const whole = people.filter((person) => fold(person.fullName) === sought)
  const parts = sought.split(' ')
  const hits = people.filter((person) => {
    const names = fold(person.fullName).split(/[\s-]+/)
    return parts.every((part) => names.some((name) => name.startsWith(part)))
  })
  const [first, ...others] = whole.length > 0 ? whole : hits
  if (first === undefined) return { kind: 'none', nearest: people.slice(0, MOST_NEAREST) }
  if (others.length === 0) return { kind: 'one', person: first }
  const all = [first, ...others]
  return { kind: 'several', people: all.slice(0, MOST_SHOWN), more: all.length > MOST_SHOWN }
}
