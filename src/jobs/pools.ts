/** Every night: who came into the pools that are queries, and who left them, some pools with each tick. */

import type { Contexts } from '../usecases/access/make-contexts.ts'
import { MOST_POOLS } from '../usecases/find/read-query.ts'
import { followPool } from '../usecases/pools/follow-pool.ts'
import type { Job } from './job.ts'

/** Each is a search of its own; the rest comes with the next ticks. */
const PORTION = 10

type Report = { readonly pools: number; readonly joined: number; readonly left: number; readonly after: string }

export const makePoolsJob = ({ contexts }: { readonly contexts: Pick<Contexts, 'forSystem'> }): Job => ({
  name: 'pools',
  async run({ workspace, report, keep, signal }) {
    let done = reportOf(report)
    const living = await contexts.forSystem(workspace).uow.run((tx) => tx.pools.list(MOST_POOLS))
    const left = living
      .filter(({ id, query }) => query !== undefined && id > done.after)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    for (const { id } of left.slice(0, PORTION)) {
      if (signal.aborted) return { kind: 'later', report: done }
      const followed = await followPool(contexts.forSystem(workspace), id)
      done = {
        pools: done.pools + 1,
        joined: done.joined + (followed?.joined ?? 0),
        left: done.left + (followed?.left ?? 0),
        after: id,
      }
      if (!(await keep(done))) return { kind: 'later', report: done }
    }
    return { kind: left.length > PORTION ? 'later' : 'done', report: done }
  },
})

function reportOf(report: unknown): Report {
  const { pools, joined, left, after } = (report ?? {}) as { readonly [Name in keyof Report]?: unknown }
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)
  return {
    pools: number(pools),
    joined: number(joined),
    left: number(left),
    after: typeof after === 'string' ? after : '',
  }
}
