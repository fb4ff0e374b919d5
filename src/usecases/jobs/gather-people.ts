/** Of very many people, the few hundred who are worth a closer look. */
import type { RoleCriteria } from '../../domain/jobs/criteria.ts'
import { lookForAny, MOST_RANKED, othersFor } from '../../domain/jobs/look-for.ts'
import { chainsOf, scalesOf } from '../../domain/jobs/worth.ts'
import type { QueryNode } from '../../domain/pool/query/ast.ts'
import { every } from '../../domain/pool/query/tree.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { SearchTooSlowError } from '../ports/services.ts'

type Gathered = {
  readonly ids: readonly CandidateId[]
  /** There are more who have something of the role. */
  readonly more: boolean
}

/**
 * Whoever has the role or one of its skills, the worthiest first; where they are too many to weigh, by way of narrower queries. What room is
 * left is filled with whoever only mentions it, and then with everybody else.
 */
export async function gatherPeople(
  ctx: SystemCtx,
  wanted: RoleCriteria,
  without: readonly CandidateId[],
): Promise<Gathered | 'too_slow'> {
  const weigh = weigher(ctx, wanted)
  const fitting = lookForAny(wanted)
  const worth = new Map<CandidateId, number>()
  let [answered, more] = [false, false]
  const take = async (where: QueryNode | null, passed: readonly CandidateId[], size: number) => {
    const found = await weigh(where, passed, size)
    answered ||= found !== 'too_slow'
    if (found !== 'too_slow') for (const one of found.people) worth.set(one.id, one.worth)
    return found
  }
  if (fitting !== undefined) {
    const found = await take(fitting, without, MOST_RANKED)
    const all = found !== 'too_slow' && found.all
    more = !all || found.of > found.people.length
    if (!all)
      for (const chain of chainsOf(wanted))
        for (const met of chain) {
          const narrowed = await take(every([fitting, met]) ?? met, without, MOST_RANKED)
          if (narrowed !== 'too_slow' && narrowed.all) break
        }
  }
  const ids = [...worth]
    .toSorted(([one, its], [other, others]) => others - its || (one < other ? -1 : 1))
    .map(([id]) => id)
    .slice(0, MOST_RANKED)
  for (const others of othersFor(wanted)) {
    if (ids.length >= MOST_RANKED) break
    const found = await take(others, [...without, ...ids], MOST_RANKED - ids.length)
    if (found !== 'too_slow') ids.push(...found.people.map(({ id }) => id))
  }
  return answered ? { ids, more } : 'too_slow'
}

function weigher({ services, workspace, now }: SystemCtx, wanted: RoleCriteria) {
  const scales = scalesOf(wanted)
  const reader = { now, zone: workspace.zone, memberId: undefined }
  return async (where: QueryNode | null, without: readonly CandidateId[], size: number) => {
    try {
      return await services.search.best({ where, scales, without }, reader, size)
    } catch (error) {
      if (error instanceof SearchTooSlowError) return 'too_slow'
      throw error
    }
  }
}
