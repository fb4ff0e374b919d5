// Whose a list is, how long it lasts, and what a saved pool may be: asked of the use cases, as a forged button would.
import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { Role } from '../../../src/domain/shared/roles.ts'
import { DAY, plus } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { findPerson } from '../../../src/usecases/find/find-person.ts'
import { listPools, readPool } from '../../../src/usecases/find/list-pools.ts'
import { readProfile } from '../../../src/usecases/find/read-profile.ts'
import { savePool } from '../../../src/usecases/find/save-pool.ts'
import {
  checkQuery,
  openListing,
  searchAgain,
  searchPeople,
  turnPage,
} from '../../../src/usecases/find/search-people.ts'
import { undoSavePool } from '../../../src/usecases/find/undo-save-pool.ts'
import { peopleIn } from '../../../src/usecases/pools/people-in.ts'
import { type CandidateSearch, SearchTooSlowError } from '../../../src/usecases/ports/services.ts'
import { listPeople } from '../../../src/usecases/transfer/list-people.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { LISBON, NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

onQuickDatabase('lists and pools', (database) => {
  let world: SearchWorld
  let other: SearchWorld
  beforeAll(async () => {
    world = await searchWorld(database())
    other = await searchWorld(database())
    await world.addPeople(Array.from({ length: 12 }, (_, at) => ({ fullName: `Person ${at}`, location: 'Lisbon' })))
    await other.addPeople([{ fullName: 'Planted Person', location: 'Lisbon' }])
  })
  const as = (
    of: SearchWorld,
    who: 'ines' | 'ben',
    {
      role = 'recruiter',
      later = 0,
      search = of.search,
      key,
    }: { role?: Role; later?: number; search?: CandidateSearch; key?: string } = {},
  ): Ctx => {
    const now = plus(NOW, later)
    const bearer = { workspaceId: of.workspace.id, actor: of[who], correlationId: newUuid(), now }
    return {
      workspace: of.workspace,
      actor: {
        memberId: of[who],
        slackUserId: who === 'ines' ? 'UINES001' : 'UBEN0001',
        name: who,
        zone: LISBON,
        roles: new Set([role]),
        unheard: [],
      },
      now,
      correlationId: bearer.correlationId,
      idempotencyKey: key,
      newId: newUuid,
      uow: of.transactions.unitOfWork(bearer),
      services: { search } as Partial<Ctx['services']> as Ctx['services'],
    }
  }
  const found = async (ctx: Ctx, query: string) => {
    const result = await searchPeople(ctx, { query })
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value
  }

  describe('a list', () => {
    it('goes on for who asked for it', async () => {
      const ines = as(world, 'ines')
      const list = await found(ines, 'location:Lisbon sort:name')
      expect([list.total, list.people.length, list.page.previous]).toEqual([{ exact: 12 }, 10, undefined])
      const next = await turnPage(ines, { listingId: list.listingId, at: list.page.next ?? '' })
      expect(next.ok && [next.value.people.length, next.value.page.before, next.value.listingId]).toEqual([
        2,
        10,
        list.listingId,
      ])
    })

    it('is refused to anybody else, in this workspace and in another', async () => {
      const { listingId, page } = await found(as(world, 'ines'), 'location:Lisbon')
      for (const attempt of [
        () => turnPage(as(world, 'ben'), { listingId, at: page.next ?? '' }),
        () => searchAgain(as(world, 'ben'), { listingId }),
        () => openListing(as(world, 'ben'), { listingId }),
      ])
        expect(await attempt()).toEqual({ ok: false, refusal: { kind: 'not_yours' } })
      expect(await turnPage(as(other, 'ines'), { listingId, at: '' })).toEqual({ ok: false, refusal: { kind: 'gone' } })
    })

    it('says so when it is unknown, forged or older than a day', async () => {
      const { listingId } = await found(as(world, 'ines'), 'location:Lisbon')
      expect(await openListing(as(world, 'ines', { later: DAY }), { listingId })).toMatchObject({ ok: true })
      for (const [id, later] of [
        [listingId, DAY + 1],
        [newUuid(), 0],
      ] as const)
        expect(await openListing(as(world, 'ines', { later }), { listingId: id })).toEqual({
          ok: false,
          refusal: { kind: 'gone' },
        })
      expect(await openListing(as(world, 'ines'), { listingId: "'; --" })).toMatchObject({
        ok: false,
        refusal: { kind: 'bad_input' },
      })
    })

    it('begins anew where those of the page are gone, and leaves out a condition when asked to', async () => {
      const ines = as(world, 'ines')
      const list = await found(ines, 'location:Tokyo Person')
      expect(list.loosenings).toEqual([{ index: 0, without: 'location:Tokyo', count: { exact: 12 } }])
      const looser = await searchAgain(ines, { listingId: list.listingId, drop: 0 })
      expect(looser.ok && looser.value.total).toEqual({ exact: 12 })
      const whole = await searchAgain(ines, { listingId: list.listingId, drop: 99 })
      expect(whole.ok && whole.value.total).toEqual({ exact: 0 })
    })

    it('is of whoever is called so, where nobody is meant by places and skills, and pages and saves as that', async () => {
      const [ines] = [as(world, 'ines')]
      await world.addPeople([
        { fullName: 'Lotte Oslo', location: 'Berlin' },
        { fullName: 'Rasmus Junior Sales', location: 'Berlin' },
        { fullName: 'Somebody Else', location: 'Berlin', notes: ['Met Wilma in Helsinki'] },
      ])
      const lotte = await found(ines, 'Lotte Oslo')
      expect([lotte.people.map((one) => one.fullName), lotte.readAs]).toEqual([['Lotte Oslo'], ['the name Lotte Oslo']])
      expect([lotte.total, lotte.loosenings]).toEqual([{ exact: 1 }, []])
      const again = await searchAgain(ines, { listingId: lotte.listingId })
      expect(again.ok && again.value.people.map((one) => one.fullName)).toEqual(['Lotte Oslo'])
      expect((await found(ines, 'oslo, lotte')).people).toHaveLength(1)
      expect((await found(ines, 'Rasmus Junior Sales')).people).toHaveLength(1)
      // Words about somebody make no name of theirs.
      expect(await found(ines, 'Wilma Helsinki')).toMatchObject({ people: [], readAs: ['Helsinki'] })
    })

    it('is the terminal’s too where a name is made of places, page by page', async () => {
      await world.addPeople(['Nadja', 'Petra', 'Romy'].map((name) => ({ fullName: `${name} Kiel Turin` })))
      const seen: string[] = []
      let at: string | undefined
      do {
        const page = await listPeople(as(world, 'ines'), {
          query: 'Kiel Turin',
          size: 2,
          ...(at === undefined ? {} : { at }),
        })
        if (!page.ok) throw new Error(page.refusal.kind)
        expect(page.value.text).toBe((await found(as(world, 'ines'), 'Kiel Turin')).text)
        seen.push(...page.value.people.map(({ person }) => person.fullName))
        at = page.value.next
      } while (at !== undefined)
      expect(seen.toSorted()).toEqual(['Nadja Kiel Turin', 'Petra Kiel Turin', 'Romy Kiel Turin'])
    })

    it.each([
      ['skill:flibbertigibbet', 'skill', 'flibbertigibbet'],
      ['owner:<@UZZZ9999>', 'owner', 'UZZZ9999'],
      ['owner:Zebedee Known', 'owner', 'Zebedee'],
    ])('is not made for %s: what nobody has or knows is named, and nothing runs', async (query, filter, text) => {
      expect(await searchPeople(as(world, 'ines'), { query })).toMatchObject({
        ok: false,
        refusal: { kind: 'not_understood', problems: [{ kind: 'unknown_value', filter, text }] },
      })
    })

    it('knows the skills that somebody has, and the members by their whole names', async () => {
      await world.addPeople([{ fullName: 'Weaving Willow', skills: ['basket-weaving'], ownerId: world.ines }])
      const ines = as(world, 'ines')
      expect((await found(ines, 'skill:"basket weaving"')).people).toHaveLength(1)
      expect((await found(ines, 'owner:Inês Duarte willow')).people).toHaveLength(1)
      const slow: CandidateSearch = { ...world.search, find: () => Promise.reject(new SearchTooSlowError()) }
      const ctx = as(world, 'ines', { search: slow })
      expect(await searchPeople(ctx, { query: 'skill:unheard-of' })).toMatchObject({ refusal: { kind: 'too_slow' } })
    })

    it('finds a skill by what the team calls it, as a bare word too', async () => {
      const people = await world.addPeople([
        { fullName: 'Kubernetes Knower', skills: ['kubernetes'], location: 'Bergen' },
        { fullName: 'Notes Only', notes: ['great with kubz'], location: 'Bergen' },
      ])
      const lesson = { spelling: 'kubz', skill: 'kubernetes', taughtBy: world.ines, taughtAt: NOW }
      await world.run((tx) => tx.lessons.teach(lesson, 10))
      const list = await found(as(world, 'ines'), 'kubz Bergen')
      expect(list.people.map((one) => one.id).toSorted()).toEqual(people.map((one) => one.id).toSorted())
      expect(list.readAs).toEqual(['Kubernetes', 'Bergen'])
    })

    it('keeps whoever left the team as an owner to ask for', async () => {
      const id = await world.addMember('Gone Gustav', 'UGONE001')
      await world.addPeople([{ fullName: 'Left Behind', ownerId: id }])
      await database().pool.query('UPDATE member SET deactivated_at = now() WHERE id = $1', [id])
      expect((await found(as(world, 'ines'), 'owner:<@UGONE001>')).people).toHaveLength(1)
    })

    it('says that it took too long, and keeps what was typed', async () => {
      const slow: CandidateSearch = { ...world.search, count: () => Promise.reject(new SearchTooSlowError()) }
      const ctx = as(world, 'ines', { search: slow })
      const refused = await searchPeople(ctx, { query: 'location:Lisbon' })
      expect(refused).toMatchObject({ ok: false, refusal: { kind: 'too_slow', text: 'location:Lisbon' } })
      if (!refused.ok && 'listingId' in refused.refusal)
        expect(await openListing(ctx, { listingId: refused.refusal.listingId })).toMatchObject({
          ok: true,
          value: { query: 'location:Lisbon' },
        })
    })
  })

  describe('a saved pool', () => {
    const entry = { kind: 'query' as const, query: 'location:Lisbon', cadenceDays: 90, personaNote: '' }
    it('is saved once, however often the same submission arrives', async () => {
      const submit = () =>
        savePool(as(world, 'ines', { key: 'view-1' }), { ...entry, name: 'Once', ownerId: world.ines })
      const [first, second] = [await submit(), await submit()]
      expect(first).toEqual(second)
      expect(await savePool(as(world, 'ines'), { ...entry, name: 'ONCE', ownerId: world.ines })).toEqual({
        ok: false,
        refusal: { kind: 'name_taken' },
      })
    })

    it('keeps the query in its full form, or the people of the moment', async () => {
      const dynamic = await savePool(as(world, 'ines'), {
        ...entry,
        query: 'lisboa k8s',
        name: 'Dynamic',
        ownerId: world.ines,
      })
      const list = await savePool(as(world, 'ines'), { ...entry, kind: 'list', name: 'List', ownerId: world.ben })
      if (!dynamic.ok || !list.ok) throw new Error('not saved')
      const [first, second] = [
        await readPool(as(world, 'ben'), dynamic.value),
        await readPool(as(world, 'ben'), list.value),
      ]
      expect(first.ok && first.value.pool.query).toBe('location:Lisbon skill:kubernetes')
      expect(second.ok && [second.value.pool.query, second.value.figures?.size]).toEqual([undefined, 12])
      await world.addPeople([{ fullName: 'Latecomer', location: 'Lisbon' }])
      expect((await found(as(world, 'ines'), 'pool:List')).total).toEqual({ exact: 12 })
    })

    it.each([
      [{ name: 'a "b"' }, 'name_not_usable'],
      [{ name: '“Fast” movers' }, 'name_not_usable'],
      [{ name: '«Nord»' }, 'name_not_usable'],
      [{ name: 'R&amp;D' }, 'name_not_usable'],
      [{ name: '!!!' }, 'name_not_usable'],
      [{ name: 'No query', query: ' ' }, 'query_missing'],
      [{ name: 'Bad', query: 'nonsense:1' }, 'not_understood'],
      [{ name: 'x'.repeat(81) }, 'bad_input'],
      [{ name: 'Fast', cadenceDays: 1 }, 'bad_input'],
      [{ name: 'Half', cadenceDays: '7.5' }, 'bad_input'],
      [{ name: '\u0000 \u202e' }, 'bad_input'],
    ])('is refused with %j', async (change, kind) => {
      expect(await savePool(as(world, 'ines'), { ...entry, ownerId: world.ines, ...change })).toMatchObject({
        ok: false,
        refusal: { kind },
      })
    })

    it('is not owned by somebody of another workspace', async () => {
      expect(await savePool(as(world, 'ines'), { ...entry, name: 'Foreign', ownerId: other.ines })).toEqual({
        ok: false,
        refusal: { kind: 'unknown_owner' },
      })
    })

    it.each(['Ana’s bench', 'R&D (north)', 'Köln, Bonn', '渋谷', 'C++ -php'])(
      'lists its people by its name: %s',
      async (name) => {
        const list = { ...entry, kind: 'list' as const, name, ownerId: world.ines }
        expect(await savePool(as(world, 'ines'), list)).toMatchObject({ ok: true })
        expect((await found(as(world, 'ines'), `pool:"${name}"`)).people.length).toBeGreaterThan(0)
      },
    )

    it('of “owner:me” is its owner’s, whoever saved and whoever reads it', async () => {
      const [bens] = await world.addPeople([{ fullName: 'Bens Own', ownerId: world.ben, source: 'mine' }])
      const [ines] = await world.addPeople([{ fullName: 'Ines Own', ownerId: world.ines, source: 'mine' }])
      const mine = {
        ...entry,
        query: 'source:mine -(tier:A -owner:me) (tier:B OR owner:me)',
        name: 'Of Ben',
        ownerId: world.ben,
      }
      const saved = await savePool(as(world, 'ines'), mine)
      if (!saved.ok) throw new Error('not saved')
      const read = await readPool(as(world, 'ben'), saved.value)
      expect(read.ok && read.value.pool.query).not.toContain('owner:me')
      await world.addPool('Kept as typed', { query: 'owner:me source:mine' })
      for (const [name, one] of [
        ['Of Ben', bens?.id],
        ['Kept as typed', ines?.id],
      ] as const) {
        const query = `pool:"${name}"`
        expect((await found(as(world, 'ines'), query)).people.map(({ id }) => id)).toEqual([one])
        expect((await found(as(world, 'ben'), query)).people.map(({ id }) => id)).toEqual([one])
        expect(await peopleIn(as(world, 'ines'), name)).toEqual([one])
      }
    })

    it('may be taken back by who saved it, within a day, once', async () => {
      const saved = await savePool(as(world, 'ines'), { ...entry, name: 'Short-lived', ownerId: world.ben })
      if (!saved.ok) throw new Error('not saved')
      const { poolId } = saved.value
      expect(await undoSavePool(as(world, 'ben'), { poolId })).toEqual({ ok: false, refusal: { kind: 'not_yours' } })
      expect(await undoSavePool(as(world, 'ines', { later: DAY + 1 }), { poolId })).toEqual({
        ok: false,
        refusal: { kind: 'too_late' },
      })
      expect(await undoSavePool(as(other, 'ines'), { poolId })).toEqual({ ok: false, refusal: { kind: 'pool_gone' } })
      expect(await undoSavePool(as(world, 'ines'), { poolId })).toEqual({ ok: true, value: { name: 'Short-lived' } })
      expect(await undoSavePool(as(world, 'ines'), { poolId })).toEqual({ ok: false, refusal: { kind: 'pool_gone' } })
    })

    it('is not taken back while another pool is made of it', async () => {
      const saved = await savePool(as(world, 'ines'), { ...entry, name: 'Ground floor', ownerId: world.ines })
      if (!saved.ok) throw new Error('not saved')
      await world.addPool('Upper floor', { query: 'pool:"Ground floor" tier:A' })
      expect(await undoSavePool(as(world, 'ines'), saved.value)).toEqual({
        ok: false,
        refusal: { kind: 'pool_used', by: 'Upper floor' },
      })
    })

    it('whose maker nobody knows is taken back by nobody', async () => {
      const poolId = await world.addPool('Imported', {})
      expect(await undoSavePool(as(world, 'ines'), { poolId })).toEqual({ ok: false, refusal: { kind: 'not_yours' } })
    })

    it('shows no pool and no person of another workspace', async () => {
      const theirs = await listPools(as(other, 'ines'), {})
      expect(theirs.ok && theirs.value).toEqual({ pools: [], total: 0, before: 0, hasArchived: false })
      const [planted] = (await found(as(other, 'ines'), 'planted')).people
      expect((await found(as(world, 'ines'), 'planted')).people).toEqual([])
      expect(planted && (await readProfile(as(world, 'ines'), { candidateId: planted.id }))).toEqual({
        ok: false,
        refusal: { kind: 'person_gone' },
      })
      const asked = await findPerson(as(world, 'ines'), { words: 'Planted Person' })
      expect(asked.ok && asked.value).toEqual({ kind: 'none', nearest: expect.not.arrayContaining([planted]) })
    })
  })

  it.each(['hiring_manager', 'employee'] as const)('refuses everything to a %s', async (role) => {
    const ctx = as(world, 'ines', { role })
    const listingId = newUuid()
    for (const attempt of [
      () => searchPeople(ctx, { query: '' }),
      () => checkQuery(ctx, { query: '' }),
      () => turnPage(ctx, { listingId, at: '' }),
      () => searchAgain(ctx, { listingId }),
      () => openListing(ctx, { listingId }),
      () => listPools(ctx, {}),
      () => readPool(ctx, { poolId: newUuid() }),
      () => undoSavePool(ctx, { poolId: newUuid() }),
      () => savePool(ctx, { name: 'x', kind: 'list', query: '', ownerId: world.ines, cadenceDays: 90 }),
      () => findPerson(ctx, { words: 'x' }),
      () => readProfile(ctx, { candidateId: newUuid() }),
    ])
      expect(await attempt()).toMatchObject({ ok: false, refusal: { kind: 'not_allowed' } })
  })
})
