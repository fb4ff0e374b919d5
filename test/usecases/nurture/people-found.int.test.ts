// Pools that are searches have members too, and somebody looks after those.
import { expect, it } from 'vitest'
import type { CandidateId, MemberId } from '../../../src/domain/shared/ids.ts'
import { addDays, dayIn } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { peopleFound } from '../../../src/usecases/nurture/people-found.ts'
import type { NudgeDay } from '../../../src/usecases/ports/nudges.ts'
import { type CandidateSearch, SearchTooSlowError } from '../../../src/usecases/ports/services.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { daysBefore, LISBON, NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

const asked = (world: SearchWorld, memberId: MemberId, search: CandidateSearch = world.search): Ctx =>
  ({
    uow: { run: world.run },
    services: { search },
    actor: { memberId },
    workspace: { zone: LISBON },
    now: NOW,
  }) as unknown as Ctx
const today = dayIn(NOW, LISBON)
const rules = (found: NudgeDay['found'] = []): NudgeDay => ({
  day: today,
  now: NOW,
  zone: LISBON,
  cadenceDays: 90,
  toldNoBefore: addDays(today, -180),
  found,
})
const dueTo = async (world: SearchWorld, member: MemberId) => {
  const found = await peopleFound(asked(world, member))
  const due = await world.run((tx) => tx.nudges.quiet(member, rules(found), 'all', 25))
  const { length } = due
  expect(await world.run((tx) => tx.nudges.countQuiet(member, rules(found), 200))).toBe(length)
  return due.map(({ candidateId }) => candidateId)
}

const QUIET_40 = { standing: 'withdrew', skills: ['kubernetes'], lastTouchAt: daysBefore(40) } as const

onQuickDatabase('the people whom a saved search finds', (db) => {
  it('are due by its cadence: to whom it belongs, where nobody owns them, and else to their owner', async () => {
    const world = await searchWorld(db())
    const { ines, ben } = world
    const [hers, his, nobodys, other] = (
      await world.addPeople([
        { ...QUIET_40, ownerId: ines },
        { ...QUIET_40, ownerId: ben },
        { ...QUIET_40, ownerId: undefined },
        { ...QUIET_40, ownerId: undefined, skills: ['figma'] },
      ])
    ).map(({ id }) => id) as [CandidateId, CandidateId, CandidateId, CandidateId]
    expect([await dueTo(world, ines), await dueTo(world, ben)]).toEqual([[], []])
    await world.addPool('Kubernetes', { query: 'skill:kubernetes', cadenceDays: 30 })
    expect((await dueTo(world, ines)).toSorted()).toEqual([hers, nobodys].toSorted())
    expect(await dueTo(world, ben)).toEqual([his])
    await world.addPool('Figma', { query: 'skill:figma', cadenceDays: 50 })
    // Quiet for forty days is not too long there.
    expect(await dueTo(world, ines)).not.toContain(other)
  })

  it('are not due while they are unworked, nor before their first day; the shortest cadence of their pools counts', async () => {
    const world = await searchWorld(db())
    const { ines } = world
    const [fresh, waits, due, owned, listed] = (
      await world.addPeople([
        { ...QUIET_40, ownerId: undefined },
        { ...QUIET_40, ownerId: undefined },
        { ...QUIET_40, ownerId: undefined },
        { ...QUIET_40, ownerId: ines },
        { ...QUIET_40, ownerId: undefined },
      ])
    ).map(({ id }) => id) as [CandidateId, CandidateId, CandidateId, CandidateId, CandidateId]
    await world.run(async (tx) => {
      for (const id of [fresh, waits, due, owned, listed]) await tx.candidates.change(id, { unworked: true })
      await tx.candidates.giveFirstDays([
        { candidateId: waits, day: addDays(today, 1) },
        { candidateId: due, day: today },
      ])
    })
    await world.addPool('Kubernetes', { query: 'skill:kubernetes', cadenceDays: 35 })
    const list = await world.addPool('Slow list', { members: [listed], cadenceDays: 300 })
    expect((await dueTo(world, ines)).toSorted()).toEqual([due, owned, listed].toSorted())
    await world.run((tx) => tx.pools.archive(list, NOW))
    expect((await dueTo(world, ines)).toSorted()).toEqual([due, owned].toSorted())
  })

  it('are found behind a hundred who are not due', async () => {
    const world = await searchWorld(db())
    const crowd = await world.addPeople(
      Array.from({ length: 101 }, () => ({
        skills: ['kubernetes'],
        standing: 'withdrew' as const,
        ownerId: undefined,
      })),
    )
    const [late] = await world.addPeople([{ ...QUIET_40, ownerId: undefined }])
    await world.run((tx) =>
      tx.candidates.giveFirstDays(crowd.map(({ id }) => ({ candidateId: id, day: addDays(today, 9) }))),
    )
    await world.addPool('Kubernetes', { query: 'skill:kubernetes', cadenceDays: 30 })
    expect(await dueTo(world, world.ines)).toEqual([late?.id])
  })

  it('are left out where the search takes too long, and the morning goes on', async () => {
    const world = await searchWorld(db())
    await world.addPool('Slow', { query: 'skill:kubernetes', cadenceDays: 30 })
    const slow = { find: () => Promise.reject(new SearchTooSlowError()) } as unknown as CandidateSearch
    expect(await peopleFound(asked(world, world.ines, slow))).toEqual([])
    const broken = { find: () => Promise.reject(new Error('gone')) } as unknown as CandidateSearch
    await expect(peopleFound(asked(world, world.ines, broken))).rejects.toThrow('gone')
  })
})
