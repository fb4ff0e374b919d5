/**
 * Who came into a pool that is a query, and who left it, since it was last looked at. It is looked at every night and when it is saved, not
 * when somebody reads it: reading must not write, a list of a million people cannot be compared while somebody waits, and what is noticed
 * must not depend on who happened to look. So a day is as exact as its history gets, and who came and went within a day is not in it.
 */
import type { PoolQuery } from '../../domain/pool/query/ast.ts'
import { parseQuery } from '../../domain/pool/query/parse.ts'
import { filtersIn } from '../../domain/pool/query/tree.ts'
import type { CandidateId, PoolId } from '../../domain/shared/ids.ts'
import { poolLines } from '../../domain/shared/words/pools.ts'
import type { SystemCtx } from '../context.ts'
import type { Pool } from '../ports/pools.ts'
import { SearchTooSlowError } from '../ports/services.ts'
import { enterCare } from './enter-care.ts'
import { MOST_FOLLOWED, peopleIn } from './people-in.ts'

export type Followed = { readonly joined: number; readonly left: number }
/** More would be a change of the query, which is on the page of the pool, and no news about each of them. */
const MOST_TOLD = 200

/** `undefined` where it is no query, has too many people to be followed one by one, or takes too long to look through. */
export async function followPool(ctx: SystemCtx, id: PoolId): Promise<Followed | undefined> {
  const before = await ctx.uow.run((tx) => tx.pools.get(id))
  if (before?.query === undefined || before.archivedAt !== undefined) return undefined
  const found = await lookedThrough(ctx, before)
  if (found === undefined) return undefined
  return ctx.uow.run(async (tx) => {
    const pool = await tx.pools.lock(id)
    // Changed meanwhile: whoever changed it has it looked at anew.
    if (pool === undefined || pool.archivedAt !== undefined || pool.version !== before.version) return undefined
    const isFirst = !(await tx.pools.hasHistory(id))
    const here = new Set(await tx.pools.staying(id, MOST_FOLLOWED + 1))
    const now = new Set(found)
    const joined = found.filter((person) => !here.has(person))
    const left = [...here].filter((person) => !now.has(person))
    await tx.pools.noteJoined(id, joined, { by: undefined, at: ctx.now, how: isFirst ? 'saved' : 'query' })
    await tx.pools.noteLeft(id, left, { by: undefined, at: ctx.now, how: 'query' })
    await enterCare(ctx, tx, pool, joined)
    if (!isFirst && isNews(ctx, pool, joined.length + left.length)) {
      await tx.candidates.recordForAll(joined, lineOf(ctx, poolLines.matches(pool.name)))
      await tx.candidates.recordForAll(left, lineOf(ctx, poolLines.matchesNoMore(pool.name)))
    }
    const counts = { joined: joined.length, left: left.length }
    if (counts.joined + counts.left > 0)
      await tx.events.append({ stream: `pool:${id}`, type: 'pool.followed', data: counts })
    return counts
  })
}

const lineOf = ({ now }: SystemCtx, text: string) => ({ kind: 'change', at: now, memberId: undefined, text }) as const

async function lookedThrough(ctx: SystemCtx, { name }: Pool): Promise<readonly CandidateId[] | undefined> {
  try {
    return await peopleIn(ctx, name)
  } catch (error) {
    if (error instanceof SearchTooSlowError) return undefined
    throw error
  }
}

/** A pool of who is stale lets people in and out by the clock: that says nothing new of them, and would fill their timelines. */
function isNews({ now, workspace }: SystemCtx, { query }: Pool, people: number): boolean {
  if (people === 0 || people > MOST_TOLD || query === undefined) return false
  const read = parseQuery(query, { now, zone: workspace.zone, me: 'nobody' })
  return read.ok && !goesByTheClock(read.value.query)
}

/** Filters that let somebody in or out although nothing about them changed. */
const BY_THE_CLOCK: ReadonlySet<string> = new Set(['stale', 'last', 'added', 'next', 'consent'])
const goesByTheClock = ({ where }: PoolQuery): boolean => filtersIn(where).some(({ field }) => BY_THE_CLOCK.has(field))
