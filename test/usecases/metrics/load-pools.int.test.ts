// What the table of the pools says of those that are searches.
import { expect, it } from 'vitest'
import { makeMetricReads } from '../../../src/adapters/db/metrics/metric-reads.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { thisWeek } from '../../../src/domain/metrics/weeks.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { HOUR, plus } from '../../../src/domain/shared/time.ts'
import type { SystemCtx } from '../../../src/usecases/context.ts'
import { loadPools } from '../../../src/usecases/metrics/load-week.ts'
import type { CandidateSearch } from '../../../src/usecases/ports/services.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { daysBefore, LISBON, NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

onQuickDatabase('the pools of a week', (db) => {
  const pools = (world: SearchWorld, search: CandidateSearch = world.search) =>
    loadPools(
      {
        uow: { run: world.run },
        workspace: { zone: LISBON },
        now: NOW,
        services: { search, metrics: makeMetricReads(db(), world.workspace.id) },
      } as unknown as SystemCtx,
      thisWeek(NOW, LISBON),
    )
  const somePeople = async (world: SearchWorld) => {
    const [fresh, quiet] = await world.addPeople([
      { skills: ['kubernetes'], lastTouchAt: daysBefore(3), createdAt: daysBefore(30) },
      { skills: ['kubernetes'], lastTouchAt: daysBefore(200) },
      { skills: ['figma'] },
    ])
    if (fresh === undefined || quiet === undefined) throw new Error('Nobody was added')
    await world.run(async (tx) => {
      for (const { id } of [fresh, quiet])
        await tx.consent.grant(id, {
          id: newUuid<'permission'>(),
          purpose: 'contact',
          basis: 'consent',
          source: '',
          wording: '',
          grantedAt: daysBefore(300),
          expiresAt: undefined,
          withdrawnAt: undefined,
        })
      await tx.candidates.record(quiet.id, {
        id: newUuid<'interaction'>(),
        kind: 'reply',
        at: plus(NOW, -HOUR),
        memberId: undefined,
        text: '',
        link: undefined,
        sendId: undefined,
        oneToOne: false,
      })
    })
  }

  it('count in a saved search whoever it finds now, with what the week did for them', async () => {
    const world = await searchWorld(db())
    await somePeople(world)
    await world.addPool('Kubernetes', { query: 'skill:kubernetes' })
    expect(await pools(world)).toMatchObject([
      {
        name: 'Kubernetes',
        size: 2,
        inTouch: 1,
        fresh: 1,
        week: { sent: 0, replied: 1, hired: 0 },
        hiredThisYear: undefined,
      },
    ])
  })

  it('go through every page of what a search finds', async () => {
    const world = await searchWorld(db())
    await world.addPeople(Array.from({ length: 3 }, () => ({ skills: ['kubernetes'] })))
    await world.addPool('Kubernetes', { query: 'skill:kubernetes' })
    const oneByOne: CandidateSearch = {
      ...world.search,
      find: (query, reader, page) => world.search.find(query, reader, { ...page, size: 1 }),
    }
    expect(await pools(world, oneByOne)).toMatchObject([{ size: 3 }])
  })

  it('tell of a search that finds too many only what the search can count, and a dash for the rest', async () => {
    const world = await searchWorld(db())
    await somePeople(world)
    await world.addPool('Kubernetes', { query: 'skill:kubernetes' })
    const crowd = Array.from({ length: 2_001 }, () => newUuid<'candidate'>() as CandidateId)
    const crowded: CandidateSearch = {
      ...world.search,
      find: async () => ({ ids: crowd, before: 0, near: false, next: undefined, previous: undefined }),
    }
    expect(await pools(world, crowded)).toMatchObject([{ size: 2, inTouch: 1, fresh: 1, week: undefined }])
  })
})
