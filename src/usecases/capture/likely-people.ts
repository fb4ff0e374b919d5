import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { meant } from '../find/find-person.ts'

/** Names that are looked up for one message. */
export const MOST_NAMES = 3
const MOST_EACH = 5

/** People on record whom these names may mean, the likeliest first: what a choice begins with before anything is typed. */
export const likelyPeople = defineUseCase({
  name: 'likely-people',
  permission: 'candidate.read',
  input: z.object({ names: z.array(z.string().max(200)) }),
  run: async (ctx, { names }): Promise<Result<readonly Candidate[], never>> => ok(await peopleNamed(ctx, names)),
})

export async function peopleNamed(ctx: Ctx, names: readonly string[]): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  for (const name of names.slice(0, MOST_NAMES).filter((one) => one.trim() !== '')) {
    const ids = await ctx.services.search.byName(name, MOST_EACH)
    const people = await ctx.uow.run((tx) => tx.candidates.getMany(ids))
    const best = meant(name, people)
    found.push(...(best.kind === 'one' ? [best.person] : []), ...people)
  }
  return [...new Map(found.map((person) => [person.id, person])).values()]
}
