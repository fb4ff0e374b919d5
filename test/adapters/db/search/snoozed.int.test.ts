import { expect, it } from 'vitest'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import type { Day } from '../../../../src/domain/shared/time.ts'
import { onQuickDatabase } from '../../../support/database.ts'
import { daysBefore, LISBON, NOW, searchWorld } from '../../../support/search-world.ts'

onQuickDatabase('somebody who is snoozed', (db) => {
  it('is not stale until the day has come, in searches and in the figures of pools', async () => {
    const world = await searchWorld(db())
    const quiet = { lastTouchAt: daysBefore(200), createdAt: daysBefore(400) }
    const [awake, snoozed, over] = await world.addPeople([
      quiet,
      { ...quiet, snoozedUntil: '2026-10-15' as Day },
      { ...quiet, snoozedUntil: '2026-10-14' as Day, snoozedFor: 'similar_job' },
    ])
    const people = [awake, snoozed, over].map((person) => person?.id ?? ('' as never))
    const pool = await world.addPool('Bench', { members: people })
    const read = parseQuery('stale:>90d', { now: NOW, zone: LISBON, me: 'UINES001' })
    if (!read.ok) throw new Error('A query')
    const found = await world.search.find(read.value.query, world.reader, { size: 10 })
    expect(new Set(found.ids)).toEqual(new Set([awake?.id, over?.id]))
    expect((await world.search.poolFigures([pool], world.reader)).get(pool)).toMatchObject({ size: 3, stale: 2 })
    await world.run((tx) => tx.candidates.change(people[1] as never, { snoozedUntil: undefined }))
    expect((await world.search.find(read.value.query, world.reader, { size: 10 })).ids).toHaveLength(3)
  })
})
