import type { CandidateId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'

/** One by one, so many people of a saved search are looked at; of bigger ones only how many they are is known. */
export const MOST_FOLLOWED = 2_000
const PAGE = 500

/** Everybody who is in a pool now, a page at a time; `undefined` where they are too many. Throws a `SearchTooSlowError`. */
export async function peopleIn(ctx: SystemCtx, name: string): Promise<readonly CandidateId[] | undefined> {
  const query = { version: 1, where: { kind: 'filter', field: 'pool', any: [name] }, sort: 'added' } as const
  // Numbers and the history of a pool; who may not see somebody is told no name of theirs.
  const reader = { now: ctx.now, zone: ctx.workspace.zone, memberId: undefined, sees: 'all' } as const
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
