// The sample company's months of history, as the digest and the nudge count them on any day of the week.
import { expect, it } from 'vitest'
import { makeMetricReads } from '../../src/adapters/db/metrics/metric-reads.ts'
import { weekBefore, weeksEarlier } from '../../src/domain/metrics/weeks.ts'
import { DAY, dayIn } from '../../src/domain/shared/time.ts'
import { seedSampleCompany } from '../../src/local/sample-company.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { onQuickDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

onQuickDatabase('the sample company’s history', (database) => {
  const seeded = async (later: number) => {
    const world = await outreachWorld(database())
    world.pass(later * DAY)
    const ctx = world.system()
    await seedSampleCompany(ctx, undefined)
    const { zone } = world.workspace
    const reads = makeMetricReads(database(), world.workspace.id)
    const span = weekBefore(dayIn(ctx.now, zone), zone)
    const asked = { zone, cadenceDays: 90 }
    const tom = await world.run((tx) => tx.members.bySlackId(PEOPLE.tom.id))
    return {
      week: await reads.week({ ...asked, span }),
      before: await reads.week({ ...asked, span: weeksEarlier(span, 1, zone) }),
      tom: tom?.id,
    }
  }

  it('is that of the digest in content.md', async () => {
    const { week, before, tom } = await seeded(3)
    expect(week).toMatchObject({
      keptInTouch: { n: 41, d: 52 },
      overdueWithoutOwner: 5,
      restarted: 2,
      interviews: 1,
      cohort: { delivered: 31, replied: 9, interested: 4 },
      thanks: [{ memberId: tom, flags: 1 }],
    })
    expect(before.keptInTouch).toEqual({ n: 38, d: 52 })
  })

  it('has followed up in the last two weeks, more often in the second', async () => {
    const { week, before } = await seeded(3)
    expect([week.followUp, before.followUp]).toEqual([
      { n: 5, d: 8 },
      { n: 3, d: 7 },
    ])
  })

  it.each([
    ['Monday', 0],
    ['Tuesday', 1],
    ['Sunday', 6],
  ])('is as alive on a %s', async (_day, later) => {
    const { week, before } = await seeded(later)
    expect(week).toMatchObject({
      overdueWithoutOwner: 5,
      restarted: 2,
      interviews: 1,
      cohort: { delivered: 31, replied: 9, interested: 4 },
    })
    expect(week.keptInTouch.d).toBe(52)
    // Who was last spoken to on a day of the calendar may be a day early or late.
    expect(Math.abs(week.keptInTouch.n - 41)).toBeLessThanOrEqual(1)
    expect(week.keptInTouch.n).toBeGreaterThan(before.keptInTouch.n)
  })

  it('has two of the year’s hires from pools, in half the time', async () => {
    const { week } = await seeded(300)
    expect(week.year).toMatchObject({
      hires: { n: 2, d: 9 },
      daysToHire: { pools: { n: 2, days: 19 }, others: { n: 7, days: 38 } },
    })
  })
})
