// Every number against an independent computation, on histories that nobody thought of.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeMetricReads } from '../../../../src/adapters/db/metrics/metric-reads.ts'
import { makeWorkspaces } from '../../../../src/adapters/db/workspaces.ts'
import { newUuid } from '../../../../src/adapters/system/ids.ts'
import { thisWeek, weekBefore } from '../../../../src/domain/metrics/weeks.ts'
import type { CandidateId, PoolId } from '../../../../src/domain/shared/ids.ts'
import { DAY, dayIn, instant, type Zone } from '../../../../src/domain/shared/time.ts'
import { setStanding } from '../../../../src/usecases/people/set-standing.ts'
import { onQuickDatabase } from '../../../support/database.ts'
import { outreachWorld } from '../../../support/outreach-world.ts'
import { histories, keepHistory } from './history.ts'
import { naivePools, naiveWeek } from './naive.ts'

const MEMBERS = [newUuid<'member'>(), newUuid<'member'>(), newUuid<'member'>(), newUuid<'member'>()]

const moments = fc.constantFrom(
  // A Monday, a Sunday night and the days on which the clocks change.
  ...[
    '2026-03-02T09:00:00Z',
    '2026-03-29T23:30:00Z',
    '2026-10-25T12:00:00Z',
    '2026-01-05T00:00:00Z',
    '2026-06-17T15:20:00Z',
  ].map(instant),
)
const zones = fc.constantFrom<Zone>(...(['Europe/London', 'America/Santiago', 'Pacific/Apia'] as Zone[]))

onQuickDatabase('every number of a week', (db) => {
  it('equals what its definition counts, in whatever happened', async () => {
    const workspaces = makeWorkspaces(db().pool, newUuid)
    let number = 0
    const cases = fc
      .record({ now: moments, zone: zones, which: fc.constantFrom('this', 'before' as const) })
      .chain((when) => histories(when.now, when.zone, MEMBERS).map((history) => ({ ...when, history })))
    await fc.assert(
      fc.asyncProperty(cases, async ({ now, zone, which, history }) => {
        number += 1
        const team = { teamId: `TM${number}`, name: 'x', domain: 'x' }
        const { id } = await workspaces.keep({ ...team, zone }, new Date(now))
        await keepHistory(db().pool, id, MEMBERS[0] as string, history)
        const span = which === 'this' ? thisWeek(now, zone) : weekBefore(dayIn(now, zone), zone)
        const question = { span, zone, cadenceDays: 90 }
        const reads = makeMetricReads(db(), id)
        const naive = naiveWeek(history, { ...span, zone, cadenceDays: 90 })
        expect(await reads.week(question)).toEqual(naive)
        const [trend] = await reads.trend([question])
        expect(trend).toEqual({ keptInTouch: naive.keptInTouch, sent: naive.sent, replied: naive.replied })
        const found = new Map(
          history.pools
            .filter((pool) => pool.query !== undefined)
            .map(({ id: poolId }) => [
              poolId as PoolId,
              history.found.filter((row) => row.pool_id === poolId).map((row) => row.candidate_id as CandidateId),
            ]),
        )
        const pools = await reads.pools(question, { found })
        const byId = (one: { poolId: string }, other: { poolId: string }) => (one.poolId < other.poolId ? -1 : 1)
        expect(pools.toSorted(byId)).toMatchObject(
          naivePools(history, { ...span, zone, cadenceDays: 90 }).toSorted(byId),
        )
      }),
      { numRuns: 60 },
    )
  })
})

onQuickDatabase('how long nobody has told somebody the outcome', (db) => {
  it('is counted from when they came to stand so, not from when they were added', async () => {
    const world = await outreachWorld(db())
    const notTold = async () => {
      const reads = makeMetricReads(db(), world.workspace.id)
      const span = thisWeek(world.now(), world.workspace.zone)
      return (await reads.week({ span, zone: world.workspace.zone, cadenceDays: 90 })).notTold
    }
    const untold = await world.addPerson({ standing: 'not_told', standingDay: undefined })
    const candidateId = await world.addPerson({ standing: 'interviewing', standingDay: undefined })
    world.pass(60 * DAY)
    expect(await notTold()).toBe(1)
    await setStanding(await world.as('UINES'), { candidateId, standing: 'not_told' })
    world.pass(DAY)
    expect(await notTold()).toBe(1)
    world.pass(7 * DAY)
    expect(await notTold()).toBe(2)
    // To say the same again begins nothing anew.
    await setStanding(await world.as('UINES'), { candidateId: untold, standing: 'not_told' })
    expect(await notTold()).toBe(2)
    await setStanding(await world.as('UINES'), { candidateId, standing: 'withdrew' })
    expect(await notTold()).toBe(1)
  })
})
