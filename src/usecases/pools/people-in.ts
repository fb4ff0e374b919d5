import type { CandidateId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { Reader } from '../ports/services.ts'

/** One by one, so many people of a saved search are looked at; of bigger ones only how many they are is known. */
export const MOST_FOLLOWED = 2_000
const PAGE = 500

/** For numbers and the history of a pool; who may not see somebody is told no name of theirs. */
const everybody = ({ now, workspace }: SystemCtx): Reader => ({
  now,
  zone: workspace.zone,
  memberId: undefined,
  sees: 'all',
})

/** Everybody who is in a pool now, as far as the reader may know, a page at a time; `undefined` where they are too many. Throws a `SearchTooSlowError`. */
export async function peopleIn(
  ctx: SystemCtx,
  name: string,
  reader: Reader = everybody(ctx),
): Promise<readonly CandidateId[] | undefined> {
  const query = { version: 1, where: { kind: 'filter', field: 'pool', any: [name] }, sort: 'added' } as const
  const people: CandidateId[] = []
  let at: string | undefined
  do {
    const page = await ctx.services.search.find(query, reader, { size: PAGE, at })
    people.push(...page.ids)
    at = page.next
    if (people.length > MOST_FOLLOWED) return undefined
  } while (at !== undefined)
  return people
}
