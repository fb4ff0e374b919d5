// Pools that are edited, put away, merged and shared; who came and who went; and nobody at all of another workspace.
import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { CandidateId, MemberId, PoolId } from '../../../src/domain/shared/ids.ts'
import type { Role } from '../../../src/domain/shared/roles.ts'
import { addDays, DAY, type Day, dayIn, plus } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { listPools } from '../../../src/usecases/find/list-pools.ts'
import { readQuery } from '../../../src/usecases/find/read-query.ts'
import { savePool } from '../../../src/usecases/find/save-pool.ts'
import { checkProfile } from '../../../src/usecases/people/check-profile.ts'
import { acceptPoolLoad } from '../../../src/usecases/pools/accept-load.ts'
import { archivePool, listArchivedPools, restorePool } from '../../../src/usecases/pools/archive-pool.ts'
import { editPool, slowDownPool, undoEditPool } from '../../../src/usecases/pools/edit-pool.ts'
import { followPool } from '../../../src/usecases/pools/follow-pool.ts'
import { mergePools, readMergeChoices, undoMergePools } from '../../../src/usecases/pools/merge-pools.ts'
import { poolCapacity } from '../../../src/usecases/pools/pool-capacity.ts'
import { findPool, openPool, readPoolHistory, readPoolPage } from '../../../src/usecases/pools/pool-page.ts'
import { readLists, setLists, undoSetLists } from '../../../src/usecases/pools/set-lists.ts'
import { sharePool, undoSharePool } from '../../../src/usecases/pools/share-pool.ts'
import { type CandidateSearch, SearchTooSlowError } from '../../../src/usecases/ports/services.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { daysBefore, LISBON, NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

type Who = {
  readonly as?: MemberId
  readonly role?: Role
  readonly later?: number
  readonly search?: CandidateSearch
  readonly key?: string
}
const ctxOf = (
  world: SearchWorld,
  { as = world.ines, role = 'recruiter', later = 0, search = world.search, key }: Who = {},
): Ctx => {
  const now = plus(NOW, later)
  const bearer = { workspaceId: world.workspace.id, actor: as, correlationId: newUuid(), now }
  return {
    workspace: world.workspace,
    actor: {
      memberId: as,
      slackUserId: 'UINES001',
      name: 'somebody',
      zone: LISBON,
      roles: new Set([role]),
      unheard: [],
    },
    now,
    correlationId: bearer.correlationId,
    idempotencyKey: key,
    newId: newUuid,
    uow: world.transactions.unitOfWork(bearer),
    services: { search, places: {}, wake: { posts: () => undefined } } as unknown as Ctx['services'],
  }
}
const done = <Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown },
): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const refused = (kind: string) => ({ ok: false, refusal: expect.objectContaining({ kind }) })
const OLD = { createdAt: daysBefore(400) }

onQuickDatabase('pools', (db) => {
  let world: SearchWorld
  let other: SearchWorld
  beforeAll(async () => {
    world = await searchWorld(db())
    other = await searchWorld(db())
  })
  const entryOf = async (poolId: PoolId) => {
    const { pool } = done(await openPool(ctxOf(world), { poolId }))
    const { name, query, ownerId, cadenceDays, personaNote, channel, version } = pool
    return {
      poolId,
      version,
      name,
      query: query ?? '',
      ownerId,
      cadenceDays,
      personaNote: personaNote ?? '',
      channel: channel ?? '',
    }
  }
  const people = async (
    count: number,
    of: Parameters<SearchWorld['addPeople']>[0][number] = {},
  ): Promise<readonly CandidateId[]> =>
    (await world.addPeople(Array.from({ length: count }, () => ({ ...OLD, ...of })))).map(({ id }) => id)
  const membersOf = async (name: string): Promise<ReadonlySet<CandidateId>> => {
    const query = { version: 1, where: { kind: 'filter', field: 'pool', any: [name] }, sort: null } as const
    return new Set((await world.search.find(query, world.reader, { size: 100 })).ids)
  }
  const linesOf = async (person: CandidateId) =>
    (await world.run((tx) => tx.candidates.timeline(person, 20))).map(({ text }) => text)
  const turnsOf = async (poolId: PoolId) =>
    done(await readPoolHistory(ctxOf(world), { poolId })).turns.map(({ candidateId, what, how, byName }) => [
      candidateId,
      what,
      how,
      byName,
    ])

  describe('a pool that is edited', () => {
    it('is what the form said, and what it was before after Undo', async () => {
      const id = await world.addPool('Edited', { query: 'skill:go' })
      const before = await entryOf(id)
      const edited = done(
        await editPool(ctxOf(world), {
          ...before,
          name: 'Renamed',
          query: 'skill:rust',
          ownerId: world.ben,
          cadenceDays: '30',
          personaNote: 'Calm',
          channel: 'C0123456789',
        }),
      )
      expect(await entryOf(id)).toEqual({
        poolId: id,
        version: 2,
        name: 'Renamed',
        query: 'skill:rust',
        ownerId: world.ben,
        cadenceDays: 30,
        personaNote: 'Calm',
        channel: 'C0123456789',
      })
      const undoId = edited.undoId ?? ''
      expect(await undoEditPool(ctxOf(world, { as: world.ben }), { undoId })).toEqual(refused('too_late'))
      expect(await undoEditPool(ctxOf(other), { undoId })).toEqual(refused('too_late'))
      done(await undoEditPool(ctxOf(world), { undoId }))
      expect(await entryOf(id)).toEqual({ ...before, version: 3 })
      expect(await undoEditPool(ctxOf(world), { undoId })).toEqual(refused('too_late'))
    })

    it('is refused to whoever saw an older one, and to Undo where somebody changed it since', async () => {
      const id = await world.addPool('Twice', {})
      const seen = await entryOf(id)
      const first = done(await editPool(ctxOf(world), { ...seen, cadenceDays: 30 }))
      expect(await editPool(ctxOf(world), { ...seen, cadenceDays: 60 })).toEqual(refused('changed_since'))
      done(await slowDownPool(ctxOf(world), { poolId: id, cadenceDays: '120' }))
      expect(await undoEditPool(ctxOf(world), { undoId: first.undoId ?? '' })).toEqual(refused('changed_since'))
      expect((await entryOf(id)).cadenceDays).toBe(120)
    })

    it('stays as it is where nothing else was said, once however often it is submitted', async () => {
      const id = await world.addPool('Same', { query: 'skill:go' })
      const seen = await entryOf(id)
      expect(await editPool(ctxOf(world), seen)).toEqual({ ok: true, value: { poolId: id, undoId: null } })
      const submit = () => editPool(ctxOf(world, { key: 'view-9' }), { ...seen, cadenceDays: 45 })
      expect(await submit()).toEqual(await submit())
      expect((await entryOf(id)).version).toBe(2)
    })

    it.each([
      [{ name: 'a "b"' }, 'name_not_usable'],
      [{ query: '' }, 'query_missing'],
      [{ query: 'nonsense:1' }, 'not_understood'],
      [{ query: 'pool:"Fields"' }, 'query_in_circle'],
      [{ query: 'pool:"On fields"' }, 'query_in_circle'],
      [{ cadenceDays: 3 }, 'bad_input'],
      [{ channel: '#general' }, 'bad_input'],
    ])('refuses %j', async (change, kind) => {
      const found = await findPool(ctxOf(world), { name: 'fields' })
      const id = found.ok ? found.value.id : await world.addPool('Fields', { query: 'skill:go' })
      if (!found.ok) await world.addPool('On fields', { query: 'pool:Fields tier:A' })
      expect(await editPool(ctxOf(world), { ...(await entryOf(id)), ...change })).toEqual(refused(kind))
    })

    it('is not called as another is, however that is spelt', async () => {
      await world.addPool('Taken', {})
      const id = await world.addPool('Free', {})
      const entry = await entryOf(id)
      expect(await editPool(ctxOf(world), { ...entry, name: 'TÁKEN' })).toEqual(refused('name_taken'))
      const pool = { kind: 'list' as const, query: '', ownerId: world.ines, cadenceDays: 90, personaNote: '' }
      expect(await savePool(ctxOf(world), { ...pool, name: 'tâken' })).toEqual(refused('name_taken'))
    })

    it('keeps its name while another is made of it, and may not be put away', async () => {
      const id = await world.addPool('Ground', { query: 'skill:go' })
      await world.addPool('House', { query: 'pool:Ground tier:A' })
      expect(await editPool(ctxOf(world), { ...(await entryOf(id)), name: 'Soil' })).toEqual({
        ok: false,
        refusal: { kind: 'name_used', by: 'House' },
      })
      expect(await editPool(ctxOf(world), { ...(await entryOf(id)), name: 'GROUND' })).toMatchObject({ ok: true })
      expect(await archivePool(ctxOf(world), { poolId: id })).toEqual({
        ok: false,
        refusal: { kind: 'pool_used', by: 'House' },
      })
    })

    it('is nobody’s of another workspace, nor a hiring manager’s', async () => {
      const id = await world.addPool('Ours', {})
      const seen = await entryOf(id)
      expect(await editPool(ctxOf(other), seen)).toEqual(refused('pool_gone'))
      expect(await editPool(ctxOf(world), { ...seen, ownerId: other.ines })).toEqual(refused('unknown_owner'))
      for (const act of [
        editPool(ctxOf(world, { role: 'hiring_manager' }), seen),
        archivePool(ctxOf(world, { role: 'hiring_manager' }), { poolId: id }),
        readPoolPage(ctxOf(world, { role: 'hiring_manager' }), { poolId: id }),
      ])
        expect(await act).toEqual(refused('not_allowed'))
      for (const act of [
        archivePool(ctxOf(other), { poolId: id }),
        readPoolPage(ctxOf(other), { poolId: id }),
        readPoolHistory(ctxOf(other), { poolId: id }),
        acceptPoolLoad(ctxOf(other), { poolId: id }),
        readMergeChoices(ctxOf(other), { poolId: id }),
      ])
        expect(await act).toEqual(refused('pool_gone'))
    })
  })

  describe('a pool that is put away', () => {
    it('gives its name free, is named with the way back, and comes back with everybody', async () => {
      const [ana] = await people(1)
      const id = await world.addPool('Away', { members: ana === undefined ? [] : [ana] })
      done(await archivePool(ctxOf(world), { poolId: id }))
      expect(await archivePool(ctxOf(world), { poolId: id })).toEqual(refused('pool_gone'))
      const read = await readQuery(ctxOf(world), 'pool:away')
      expect(read).toMatchObject({
        ok: false,
        refusal: { problems: [{ kind: 'archived_pool', text: 'Away', mergedInto: undefined }] },
      })
      expect(await findPool(ctxOf(world), { name: 'AWAY' })).toMatchObject({ ok: false, refusal: { archived: { id } } })
      expect(done(await listArchivedPools(ctxOf(world), {})).pools.map((pool) => pool.id)).toContain(id)
      expect(done(await listPools(ctxOf(world), {})).hasArchived).toBe(true)
      expect(done(await readPoolPage(ctxOf(world), { poolId: id }))).toMatchObject({
        figures: undefined,
        capacity: undefined,
      })
      const successor = await world.addPool('away', {})
      expect(await restorePool(ctxOf(world), { poolId: id })).toEqual(refused('name_taken_since'))
      done(await archivePool(ctxOf(world), { poolId: successor }))
      expect(done(await restorePool(ctxOf(world), { poolId: id })).name).toBe('Away')
      expect(await restorePool(ctxOf(world), { poolId: id })).toEqual(refused('pool_living'))
      expect(await membersOf('Away')).toEqual(new Set([ana]))
    })

    it('makes nobody stale', async () => {
      const [ana] = await people(1, { createdAt: daysBefore(400) })
      if (ana === undefined) throw new Error('Ana')
      await world.run((tx) => tx.candidates.change(ana, { unworked: true }))
      const id = await world.addPool('Puts to rest', { members: [ana] })
      const stale = {
        version: 1,
        where: { kind: 'filter', field: 'stale', when: { kind: 'ago', is: 'over', count: 90, unit: 'day' } },
        sort: 'added',
      } as const
      const isStale = async () => (await world.search.find(stale, world.reader, { size: 100 })).ids.includes(ana)
      expect(await isStale()).toBe(true)
      done(await archivePool(ctxOf(world), { poolId: id }))
      expect(await isStale()).toBe(false)
      done(await restorePool(ctxOf(world), { poolId: id }))
      expect(await isStale()).toBe(true)
    })
  })

  describe('the lists of somebody', () => {
    it('are those that were chosen, told on the timeline and in the history, and taken back', async () => {
      const [ana] = await people(1)
      if (ana === undefined) throw new Error('Ana')
      const one = await world.addPool('One', { members: [ana] })
      const two = await world.addPool('Two', {})
      const seen = done(await readLists(ctxOf(world), { candidateId: ana }))
      expect([seen.lists.map(({ id }) => id), seen.choices.map(({ id }) => id).includes(two)]).toEqual([[one], true])
      const set = done(await setLists(ctxOf(world), { candidateId: ana, wanted: [two], seen: [one] }))
      expect(set).toEqual({ candidateId: ana, added: [two], removed: [one] })
      expect([await membersOf('One'), await membersOf('Two')]).toEqual([new Set(), new Set([ana])])
      expect(await linesOf(ana)).toEqual(expect.arrayContaining(['Added to the pool Two', 'Taken out of the pool One']))
      expect(await turnsOf(one)).toEqual([
        [ana, 'left', 'by_hand', 'Inês Duarte'],
        [ana, 'joined', 'by_hand', 'Inês Duarte'],
      ])
      done(await undoSetLists(ctxOf(world, { as: world.ben }), { candidateId: ana, added: [two], removed: [one] }))
      expect([await membersOf('One'), await membersOf('Two')]).toEqual([new Set([ana]), new Set()])
      expect((await turnsOf(two)).map(([, what, , by]) => [what, by])).toEqual([
        ['left', 'Ben Okafor'],
        ['joined', 'Inês Duarte'],
      ])
    })

    it('keep what somebody else did meanwhile', async () => {
      const [ana] = await people(1)
      if (ana === undefined) throw new Error('Ana')
      const theirs = await world.addPool('Theirs', {})
      const mine = await world.addPool('Mine', {})
      done(await setLists(ctxOf(world, { as: world.ben }), { candidateId: ana, wanted: [theirs], seen: [] }))
      // The form was opened before.
      done(await setLists(ctxOf(world), { candidateId: ana, wanted: [mine], seen: [] }))
      expect(
        done(await readLists(ctxOf(world), { candidateId: ana }))
          .lists.map(({ id }) => id)
          .toSorted(),
      ).toEqual([theirs, mine].toSorted())
      expect(done(await setLists(ctxOf(world), { candidateId: ana, wanted: [mine], seen: [] }))).toMatchObject({
        added: [],
        removed: [],
      })
    })

    it('hold no query, no archived pool, and nobody of another workspace', async () => {
      const [ana] = await people(1)
      if (ana === undefined) throw new Error('Ana')
      const query = await world.addPool('A query', { query: 'skill:go' })
      expect(await setLists(ctxOf(world), { candidateId: ana, wanted: [query], seen: [] })).toEqual({
        ok: false,
        refusal: { kind: 'no_such_list', name: 'A query' },
      })
      const foreign = await other.addPool('Foreign', {})
      expect(await setLists(ctxOf(world), { candidateId: ana, wanted: [foreign], seen: [] })).toEqual(
        refused('no_such_list'),
      )
      expect(await setLists(ctxOf(other), { candidateId: ana, wanted: [foreign], seen: [] })).toEqual(
        refused('no_such_person'),
      )
      expect(await readLists(ctxOf(other), { candidateId: ana })).toEqual(refused('no_such_person'))
    })
  })

  describe('a pool that is a query', () => {
    it('notices at night who matches and who does not any more, and tells their timelines', async () => {
      const id = await world.addPool('Elixir', { query: 'skill:elixir' })
      const [ana, bo] = await people(2, { skills: ['elixir'] })
      if (ana === undefined || bo === undefined) throw new Error('Two people')
      expect(await followPool(ctxOf(world), id)).toEqual({ joined: 2, left: 0 })
      expect((await turnsOf(id)).map(([, what, how, by]) => [what, how, by])).toEqual([
        ['joined', 'saved', undefined],
        ['joined', 'saved', undefined],
      ])
      // Who was in it from the beginning: that is no news about them.
      expect(await linesOf(ana)).toEqual([])
      await world.run(async (tx) => {
        await tx.candidates.lock(ana)
        await tx.candidates.change(ana, { skills: ['php'] })
      })
      const [cy] = await people(1, { skills: ['elixir'] })
      expect(await followPool(ctxOf(world, { later: DAY }), id)).toEqual({ joined: 1, left: 1 })
      expect(await followPool(ctxOf(world, { later: 2 * DAY }), id)).toEqual({ joined: 0, left: 0 })
      expect(await linesOf(ana)).toEqual(['Does not match the pool Elixir any more'])
      expect(await linesOf(cy ?? bo)).toEqual(['Matches the pool Elixir now'])
      const latest = (await turnsOf(id)).slice(0, 2).map(([who, what]) => `${who} ${what}`)
      expect(new Set(latest)).toEqual(new Set([`${ana} left`, `${cy} joined`]))
    })

    it('tells nobody’s timeline of what the clock alone changes', async () => {
      const id = await world.addPool('Quiet Cobol', { query: 'skill:cobol stale:>90d' })
      await followPool(ctxOf(world), id)
      const [first] = await people(1, { skills: ['cobol'], createdAt: NOW })
      await followPool(ctxOf(world), id)
      await world.run((tx) =>
        tx.pools.noteJoined(id, first === undefined ? [] : [first], { by: undefined, at: NOW, how: 'query' }),
      )
      expect(await followPool(ctxOf(world), id)).toEqual({ joined: 0, left: 1 })
      expect(await linesOf(first ?? ('' as CandidateId))).toEqual([])
    })

    it('is left alone where it is a list, takes too long, or was put away', async () => {
      const list = await world.addPool('No query', {})
      const query = await world.addPool('Slow one', { query: 'skill:fortran' })
      const slow: CandidateSearch = { ...world.search, find: () => Promise.reject(new SearchTooSlowError()) }
      const broken: CandidateSearch = { ...world.search, find: () => Promise.reject(new Error('gone')) }
      expect(await followPool(ctxOf(world), list)).toBeUndefined()
      expect(await followPool(ctxOf(world, { search: slow }), query)).toBeUndefined()
      await expect(followPool(ctxOf(world, { search: broken }), query)).rejects.toThrow('gone')
      done(await archivePool(ctxOf(world), { poolId: query }))
      expect(await followPool(ctxOf(world), query)).toBeUndefined()
    })
  })

  describe('no stampede', () => {
    const today = dayIn(NOW, LISBON)
    const firstDueOf = async (ids: readonly CandidateId[]): Promise<readonly (Day | undefined)[]> =>
      (await world.run((tx) => tx.candidates.getMany(ids))).map(({ firstDue }) => firstDue)
    const imported = async (count: number, skill: string) => {
      const ids = await people(count, { skills: [skill] })
      await world.run(async (tx) => {
        for (const id of ids) await tx.candidates.change(id, { unworked: true })
      })
      return ids
    }

    it('people who were imported are not stale, and come up a morning’s work a day once a pool holds them', async () => {
      const ids = await imported(12, 'zig')
      const pool = await world.addPool('Zig', { query: 'skill:zig', cadenceDays: 30 })
      const figures = async () => (await world.search.poolFigures([pool], world.reader)).get(pool)
      expect(await figures()).toMatchObject({ size: 12, stale: 0, unworked: 12 })
      await followPool(ctxOf(world), pool)
      const days = (await firstDueOf(ids)).map(String).toSorted()
      expect(days).toEqual([
        ...Array<Day>(5).fill(today),
        ...Array<Day>(5).fill(addDays(today, 1)),
        ...Array<Day>(2).fill(addDays(today, 2)),
      ])
      expect(await figures()).toMatchObject({ size: 12, stale: 5, unworked: 12 })
      expect(
        (await world.search.poolFigures([pool], { ...world.reader, now: plus(NOW, DAY) })).get(pool),
      ).toMatchObject({ stale: 10 })
    })

    it('a word with them ends it', async () => {
      const [ana] = await imported(1, 'nim')
      if (ana === undefined) throw new Error('Ana')
      await world.run((tx) => tx.candidates.touch(ana, daysBefore(500)))
      expect((await world.run((tx) => tx.candidates.get(ana)))?.unworked).toBe(true)
      await world.run((tx) => tx.candidates.touch(ana, NOW))
      expect(await world.run((tx) => tx.candidates.get(ana))).toMatchObject({ unworked: false, firstDue: undefined })
    })

    it('who has an owner or is in a list already stays as due as they were', async () => {
      const [owned] = await people(1, { skills: ['ada'], ownerId: world.ben })
      const [listed] = await people(1, { skills: ['ada'] })
      const [nobodys] = await people(1, { skills: ['ada'] })
      await world.addPool('Listed before', { members: listed === undefined ? [] : [listed] })
      const saved = await savePool(ctxOf(world), {
        name: 'Ada',
        kind: 'list',
        query: 'skill:ada',
        ownerId: world.ines,
        cadenceDays: 90,
        personaNote: '',
      })
      expect(saved.ok).toBe(true)
      expect(await firstDueOf([owned, listed, nobodys].flatMap((id) => id ?? []))).toEqual([
        undefined,
        undefined,
        today,
      ])
    })
  })

  describe('what a pool asks of its owner', () => {
    it('counts its people but for colleagues’ own, and everything else that its owner carries, by the shortest cadence', async () => {
      const owner = await world.addMember('Olu Mensah', 'UOLU0001')
      await people(3, { skills: ['apl'], ownerId: owner })
      await people(2, { skills: ['apl'], ownerId: world.ben })
      await people(4, { skills: ['apl'] })
      await people(5, { skills: ['forth'], ownerId: owner })
      const apl = await world.addPool('APL', { query: 'skill:apl', cadenceDays: 30 })
      await world.run(async (tx) => {
        const pool = await tx.pools.lock(apl)
        if (pool !== undefined) await tx.pools.change(apl, { ...pool, ownerId: owner })
      })
      expect(await world.search.inCare(owner, 90, world.reader)).toEqual([
        { cadenceDays: 30, people: 7 },
        { cadenceDays: 90, people: 5 },
      ])
      expect(await world.search.inCare(owner, 90, world.reader, apl)).toEqual([{ cadenceDays: 90, people: 8 }])
      await world.addPool('Ben’s', { query: 'skill:forth', cadenceDays: 14 })
      expect(await world.search.inCare(owner, 90, world.reader, apl)).toEqual([
        { cadenceDays: 14, people: 5 },
        { cadenceDays: 90, people: 3 },
      ])
      const { pool } = done(await openPool(ctxOf(world), { poolId: apl }))
      expect(await poolCapacity(ctxOf(world), pool)).toMatchObject({
        people: 7,
        cadenceDays: 30,
        fits: true,
        more: false,
      })
      const slow: CandidateSearch = { ...world.search, inCare: () => Promise.reject(new SearchTooSlowError()) }
      expect(await poolCapacity(ctxOf(world, { search: slow }), pool)).toBeUndefined()
    })

    it('is accepted in the log', async () => {
      const id = await world.addPool('Accepted', {})
      done(await acceptPoolLoad(ctxOf(world), { poolId: id }))
      const [last] = await world.run((tx) => tx.events.read(`pool:${id}`, 1))
      expect(last).toMatchObject({ type: 'pool.load_accepted', data: { cadenceDays: 90 } })
    })
  })

  describe('part of a pool', () => {
    it('is shared with a colleague, the longest quiet first, and taken back', async () => {
      const [older] = await people(1, { skills: ['lisp'], lastTouchAt: daysBefore(300) })
      const [newer] = await people(1, { skills: ['lisp'], lastTouchAt: daysBefore(20), ownerId: world.ines })
      const [bens] = await people(1, { skills: ['lisp'], lastTouchAt: daysBefore(390), ownerId: world.ben })
      const id = await world.addPool('Lisp', { query: 'skill:lisp' })
      const cleo = await world.addMember('Cleo Ada', 'UCLEO001')
      const to = { memberId: cleo, roles: new Set<Role>(['recruiter']) }
      const owners = async () =>
        (await world.run((tx) => tx.candidates.getMany([older, newer, bens].flatMap((one) => one ?? [])))).map(
          ({ ownerId }) => ownerId,
        )
      const shared = done(await sharePool(ctxOf(world), { poolId: id, to, people: '1' }))
      expect(shared.given).toBe(1)
      expect(await owners()).toEqual([cleo, world.ines, world.ben])
      expect(await linesOf(older ?? ('' as CandidateId))).toEqual(['Looked after by Cleo Ada now'])
      expect(done(await sharePool(ctxOf(world), { poolId: id, to, people: 5 })).given).toBe(1)
      expect(await owners()).toEqual([cleo, cleo, world.ben])
      expect(await undoSharePool(ctxOf(world, { as: world.ben }), { undoId: shared.undoId })).toEqual(
        refused('too_late'),
      )
      expect(done(await undoSharePool(ctxOf(world), { undoId: shared.undoId })).given).toBe(1)
      expect(await owners()).toEqual([undefined, cleo, world.ben])
      expect(await undoSharePool(ctxOf(world), { undoId: shared.undoId })).toEqual(refused('too_late'))
    })

    it('is refused with the reason', async () => {
      const id = await world.addPool('Nobody there', { query: 'skill:brainfuck' })
      const recruiter = new Set<Role>(['recruiter'])
      const share = (to: { memberId: MemberId; roles: ReadonlySet<Role> } | undefined, many: unknown = 1) =>
        sharePool(ctxOf(world), { poolId: id, to, people: many })
      expect(await share(undefined)).toEqual(refused('no_such_member'))
      expect(await share({ memberId: world.ben, roles: new Set(['hiring_manager']) })).toEqual(
        refused('may_not_look_after'),
      )
      expect(await share({ memberId: world.ines, roles: recruiter })).toEqual(refused('is_the_owner'))
      expect(await share({ memberId: world.ben, roles: recruiter })).toEqual(refused('nobody_to_share'))
      expect(await share({ memberId: world.ben, roles: recruiter }, 0)).toEqual(refused('bad_input'))
      expect(await share({ memberId: world.ben, roles: recruiter }, 301)).toEqual(refused('bad_input'))
      expect(
        await sharePool(ctxOf(other), { poolId: id, to: { memberId: other.ben, roles: recruiter }, people: 1 }),
      ).toEqual(refused('pool_gone'))
    })
  })

  describe('two pools that become one', () => {
    it('have everybody of both, with who added them and when, until it is taken back', async () => {
      const [ana, bo, cy] = await people(3)
      if (ana === undefined || bo === undefined || cy === undefined) throw new Error('Three people')
      const from = await world.addPool('From', { members: [ana, bo] })
      const into = await world.addPool('Into', { members: [bo] })
      const merged = done(await mergePools(ctxOf(world, { as: world.ben, later: DAY }), { fromId: from, intoId: into }))
      expect(merged).toMatchObject({ from: 'From', into: 'Into', came: 1 })
      expect(await membersOf('Into')).toEqual(new Set([ana, bo]))
      expect(new Set(await turnsOf(into))).toEqual(
        new Set([
          [ana, 'joined', 'merged', 'Inês Duarte'],
          [bo, 'joined', 'by_hand', 'Inês Duarte'],
        ]),
      )
      expect(await readQuery(ctxOf(world), 'pool:from')).toMatchObject({
        refusal: {
          problems: [{ kind: 'archived_pool', mergedInto: 'Into', suggestion: 'Into' }],
          repaired: 'pool:Into',
        },
      })
      expect(done(await readPoolPage(ctxOf(world), { poolId: from })).mergedInto).toBe('Into')
      // Somebody came since, and stays.
      done(await setLists(ctxOf(world), { candidateId: cy, wanted: [into], seen: [] }))
      expect(await undoMergePools(ctxOf(world), { undoId: merged.undoId })).toEqual(refused('too_late'))
      expect(await undoMergePools(ctxOf(world, { as: world.ben, later: 32 * DAY }), { undoId: merged.undoId })).toEqual(
        refused('too_late'),
      )
      done(await undoMergePools(ctxOf(world, { as: world.ben, later: 2 * DAY }), { undoId: merged.undoId }))
      expect([await membersOf('From'), await membersOf('Into')]).toEqual([new Set([ana, bo]), new Set([bo, cy])])
      expect(await undoMergePools(ctxOf(world, { as: world.ben }), { undoId: merged.undoId })).toEqual(
        refused('too_late'),
      )
    })

    it('ask for one or the other where both are queries, and are as before after Undo', async () => {
      const from = await world.addPool('Haskell', { query: 'skill:haskell' })
      const into = await world.addPool('OCaml', { query: 'skill:ocaml' })
      const merged = done(await mergePools(ctxOf(world), { fromId: from, intoId: into }))
      const query = (await entryOf(into)).query
      expect(query).toContain('skill:ocaml')
      expect(query).toContain('skill:haskell')
      done(await undoMergePools(ctxOf(world), { undoId: merged.undoId }))
      expect([(await entryOf(into)).query, (await entryOf(from)).query]).toEqual(['skill:ocaml', 'skill:haskell'])
      const again = done(await mergePools(ctxOf(world), { fromId: from, intoId: into }))
      done(await slowDownPool(ctxOf(world), { poolId: into, cadenceDays: 200 }))
      expect(await undoMergePools(ctxOf(world), { undoId: again.undoId })).toEqual(refused('changed_since'))
    })

    it('put whom a query finds on the list that it goes into', async () => {
      const found = await people(2, { skills: ['erlang'] })
      const from = await world.addPool('Erlang', { query: 'skill:erlang' })
      const into = await world.addPool('Telecoms', {})
      expect(done(await mergePools(ctxOf(world), { fromId: from, intoId: into })).came).toBe(2)
      expect(await membersOf('Telecoms')).toEqual(new Set(found))
    })

    it('bring none of our own staff whom whoever merges may not see, and count none', async () => {
      const [seen] = await people(1, { skills: ['prolog'] })
      await people(2, { skills: ['prolog'], kind: 'internal', ownerId: world.ben })
      const from = await world.addPool('Prolog', { query: 'skill:prolog' })
      const into = await world.addPool('Logic', {})
      expect(done(await mergePools(ctxOf(world), { fromId: from, intoId: into })).came).toBe(1)
      expect(await membersOf('Logic')).toEqual(new Set([seen]))
    })

    it('are refused with the reason', async () => {
      const list = await world.addPool('List R', {})
      const query = await world.addPool('Query R', { query: 'skill:perl' })
      const made = await world.addPool('Made R', { query: 'pool:"Query R" tier:A' })
      expect(await mergePools(ctxOf(world), { fromId: list, intoId: list })).toEqual(refused('same_pool'))
      expect(await mergePools(ctxOf(world), { fromId: list, intoId: query })).toEqual(refused('list_into_query'))
      expect(await mergePools(ctxOf(world), { fromId: query, intoId: made })).toEqual(refused('made_of_each_other'))
      expect(await mergePools(ctxOf(world), { fromId: made, intoId: query })).toEqual(refused('made_of_each_other'))
      expect(await mergePools(ctxOf(world), { fromId: query, intoId: list })).toEqual({
        ok: false,
        refusal: { kind: 'pool_used', by: 'Made R' },
      })
      expect(await mergePools(ctxOf(other), { fromId: list, intoId: query })).toEqual(refused('pool_gone'))
      const slow: CandidateSearch = { ...world.search, find: () => Promise.reject(new SearchTooSlowError()) }
      expect(await mergePools(ctxOf(world, { search: slow }), { fromId: query, intoId: list })).toEqual(
        refused('too_slow'),
      )
      const choices = done(await readMergeChoices(ctxOf(world), { poolId: list }))
      expect(choices.into.every((pool) => pool.query === undefined && pool.id !== list)).toBe(true)
    })
  })

  it('a profile that was looked through counts as fresh with a word and a permission', async () => {
    const permission = {
      purpose: 'contact',
      basis: 'consent',
      source: 'asked',
      wording: '1',
      grantedAt: daysBefore(10),
      expiresAt: undefined,
      withdrawnAt: undefined,
      id: newUuid<'permission'>(),
    } as const
    const [ana] = await people(1, { lastTouchAt: daysBefore(10), permissions: [permission] })
    if (ana === undefined) throw new Error('Ana')
    const id = await world.addPool('Fresh', { members: [ana] })
    const figures = async () => (await world.search.poolFigures([id], world.reader)).get(id)
    expect(await figures()).toEqual({
      size: 1,
      more: false,
      stale: 0,
      inTouch: 1,
      permitted: 1,
      checked: 0,
      fresh: 0,
      unworked: 0,
    })
    done(await checkProfile(ctxOf(world), { candidateId: ana }))
    expect(await figures()).toMatchObject({ checked: 1, fresh: 1 })
    expect(await linesOf(ana)).toEqual(['Profile looked through: it is right'])
  })

  it('are listed a page at a time', async () => {
    const many = await searchWorld(db())
    for (let at = 0; at < 23; at += 1) await many.addPool(`Pool ${String(at).padStart(2, '0')}`, {})
    const page = async (from: string) => done(await listPools(ctxOf(many), { from }))
    const names = (of: Awaited<ReturnType<typeof page>>) => of.pools.map(({ pool }) => pool.name)
    expect(names(await page('0'))[0]).toBe('Pool 00')
    expect([names(await page('20')), (await page('20')).before]).toEqual([['Pool 20', 'Pool 21', 'Pool 22'], 20])
    expect((await page('900')).before).toBe(13)
    expect((await page('nonsense')).before).toBe(0)
  })

  it('tell their history a page at a time', async () => {
    const ids = await people(23)
    const id = await world.addPool('Long', {})
    for (const [at, person] of ids.entries())
      await world.run((tx) => tx.pools.addMembers(id, [person], world.ines, plus(NOW, -at * DAY)))
    const first = done(await readPoolHistory(ctxOf(world), { poolId: id }))
    const rest = done(await readPoolHistory(ctxOf(world), { poolId: id, at: first.older ?? '' }))
    expect([first.turns.length, first.isNewest, rest.turns.length, rest.isNewest, rest.older]).toEqual([
      20,
      true,
      3,
      false,
      undefined,
    ])
    expect([...first.turns, ...rest.turns].map(({ candidateId }) => candidateId)).toEqual(ids)
  })
})
