import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '../../../../src/adapters/system/ids.ts'
import type { CustomValues } from '../../../../src/domain/candidate/custom-field.ts'
import type { PoolQuery } from '../../../../src/domain/pool/query/ast.ts'
import { fieldSlug } from '../../../../src/domain/pool/query/custom.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import type { CandidateId } from '../../../../src/domain/shared/ids.ts'
import { fold } from '../../../../src/domain/shared/text.ts'
import { forEachDatabase } from '../../../support/database.ts'
import { daysBefore, LISBON, NOW, type SearchWorld, searchWorld } from '../../../support/search-world.ts'
import { OWN_FIELDS, query, someone } from './arbitraries.ts'
import { type Knows, matches, type Subject } from './naive.ts'

const CIRCLE = 'pool:Circle2 OR tier:A'
const QUERIES = {
  'The quiet': 'stale:>90d',
  Nested: 'pool:"The quiet" tier:A,B',
  Circle: CIRCLE,
  Circle2: 'pool:Circle OR tier:B',
}

forEachDatabase('finding people', (database) => {
  let world: SearchWorld
  let subjects: readonly Subject[]
  let knows: Knows
  beforeAll(async () => {
    const [other, mine] = [await searchWorld(database()), await searchWorld(database())]
    world = mine
    const ids = new Map<string, string>()
    for (const field of OWN_FIELDS) {
      const id = newUuid<'custom_field'>()
      ids.set(fieldSlug(field.name), id)
      await mine.run((tx) => tx.customFields.insert({ ...field, id }, mine.ines, NOW))
    }
    const customOf = (own: CustomValues): CustomValues =>
      Object.fromEntries(Object.entries(own).map(([slug, said]) => [ids.get(slug) ?? '', said]))
    const sample = (count: number, of: SearchWorld, seed: number) =>
      fc
        .sample(someone([of.ines, of.ben]), { numRuns: count, seed })
        .map(({ own, ...one }) => ({ notes: [], permissions: [], ...one, own, custom: customOf(own) }))
    // People of another workspace stand among ours in every index.
    await other.addPeople(sample(40, other, 7))
    const drawn = sample(80, mine, 11)
    const people = await mine.addPeople(drawn)
    subjects = people.map((person, at) => ({
      ...person,
      notes: drawn[at]?.notes ?? [],
      permissions: drawn[at]?.permissions ?? [],
      own: drawn[at]?.own ?? {},
      ratings: drawn[at]?.ratings,
    }))
    const bench = new Set(people.filter((_, at) => at % 3 === 0).map((person) => person.id))
    await mine.addPool('SRE bench', { members: [...bench] })
    for (const [name, of] of Object.entries(QUERIES)) await mine.addPool(name, { query: of })
    const parsed = Object.fromEntries(Object.entries(QUERIES).map(([name, of]) => [fold(name), read(of)]))
    knows = {
      now: NOW,
      zone: LISBON,
      owner: (ref) =>
        ref.kind === 'me' || (ref.kind === 'name' && ref.name === 'ines')
          ? [mine.ines]
          : ref.kind === 'slack_user' && ref.id === 'UBEN0001'
            ? [mine.ben]
            : [],
      pool: (name) => {
        if (fold(name) === 'sre bench') return { members: bench }
        const found = parsed[fold(name)]
        return found && { where: found.where }
      },
    }
  })

  /** Of internal staff the reader sees those whom she looks after. */
  const visible = () => subjects.filter(({ kind, ownerId }) => kind !== 'internal' || ownerId === world.ines)
  const read = (text: string): PoolQuery => {
    const result = parseQuery(text, { now: NOW, zone: LISBON, me: 'UINES001' })
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value.query
  }
  const walk = async (of: PoolQuery, size: number) => {
    const pages: (readonly CandidateId[])[] = []
    const backwards: (readonly CandidateId[])[] = []
    let page = await world.search.find(of, world.reader, { size })
    pages.push(page.ids)
    while (page.next !== undefined && pages.length < 100) {
      page = await world.search.find(of, world.reader, { size, at: page.next })
      expect(page.before).toBe(pages.flat().length)
      pages.push(page.ids)
    }
    while (page.previous !== undefined && backwards.length < 100) {
      page = await world.search.find(of, world.reader, { size, at: page.previous })
      backwards.unshift(page.ids)
    }
    return { pages, backwards }
  }

  it('finds exactly whom the query means, whatever it combines, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (of) => {
        const meant = visible()
          .filter((one) => matches(of.where, one, knows))
          .map((one) => one.id)
        const found = await world.search.find(of, world.reader, { size: 200 })
        const nameOf = (id: string) => subjects.find((one) => one.id === id) ?? `a stranger ${id}`
        const wrong = found.ids.filter((id) => !meant.includes(id)).map(nameOf)
        const missing = meant.filter((id) => !found.ids.includes(id)).map(nameOf)
        expect({ wrong, missing }).toEqual({ wrong: [], missing: [] })
        expect(await world.search.count(of, world.reader)).toEqual({ exact: meant.length })
      }),
      { numRuns: Number(process.env.FIND_RUNS ?? 300) },
    )
  })

  it('shows everybody once over all pages, forwards and backwards, in every order', async () => {
    await fc.assert(
      fc.asyncProperty(query, fc.integer({ min: 1, max: 30 }), async (of, size) => {
        const whole = await world.search.find(of, world.reader, { size: 200 })
        const { pages, backwards } = await walk(of, size)
        expect(pages.flat()).toEqual(whole.ids)
        expect(backwards).toEqual(pages.slice(0, -1))
      }),
      { numRuns: 40 },
    )
  })

  it('puts those never contacted first, then the longest quiet', async () => {
    const { ids } = await world.search.find(read('sort:stale'), world.reader, { size: 200 })
    const times = ids.map((id) => subjects.find((one) => one.id === id)?.lastTouchAt ?? Number.NEGATIVE_INFINITY)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBe(Number.NEGATIVE_INFINITY)
  })

  it('puts the newest first and names in the order of the alphabet', async () => {
    const added = await world.search.find(read('sort:added'), world.reader, { size: 200 })
    const times = added.ids.map((id) => subjects.find((one) => one.id === id)?.createdAt ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const named = await world.search.find(read('sort:name'), world.reader, { size: 200 })
    const names = named.ids.map((id) => fold(subjects.find((one) => one.id === id)?.fullName ?? '').slice(0, 300))
    expect(names).toEqual(names.toSorted())
  })

  describe('words', () => {
    it('puts the person of that name before people of whom the word is said', async () => {
      const [said, named] = await world.addPeople([
        { fullName: 'Xavi Quill', notes: ['worked with Quorra on the outage'] },
        { fullName: 'Quorra Xander' },
      ])
      expect((await world.search.find(read('quorra'), world.reader, { size: 10 })).ids).toEqual([named?.id, said?.id])
    })

    it('takes a level or a skill whole: it is no beginning of a name, and leaves nobody out for theirs', async () => {
      const [sreeja, gomez, annika] = await world.addPeople([
        { fullName: 'Sreeja Nair', consideredRole: 'Accountant', location: 'Reykjavik' },
        { fullName: 'María Gómez', consideredRole: 'Nurse', location: 'Reykjavik' },
        { fullName: 'Annika Holm', consideredRole: 'Buyer', location: 'Reykjavik' },
      ])
      const idsOf = async (text: string) => (await world.search.find(read(text), world.reader, { size: 10 })).ids
      expect(await idsOf('SRE Reykjavik')).toEqual([])
      expect(await idsOf('go Reykjavik')).toEqual([])
      const everybody = [sreeja, gomez, annika].flatMap((one) => one?.id ?? []).toSorted()
      expect((await idsOf('-go location:Reykjavik')).toSorted()).toEqual(everybody)
      expect((await idsOf('-ann -gom -sre location:Reykjavik')).toSorted()).toEqual(everybody)
      expect(await idsOf('-annika -gómez location:Reykjavik')).toEqual([sreeja?.id])
      expect(await idsOf('anni Reykjavik')).toEqual([annika?.id])
    })

    it.each([
      ['SRE', 'Senior Site Reliability Engineer'],
      ['SREs', 'Site-Reliability Engineer'],
      ['site reliability engineer', 'Staff SRE'],
      ['frontend engineer', 'Senior Front-End Developer'],
      ['front end', 'Frontend Developer'],
      ['back-end', 'Backend Engineer'],
      ['fullstack', 'Full Stack Engineer'],
      ['QA', 'Quality Assurance Engineer'],
      ['quality assurance engineers', 'QA Engineer'],
      ['python developer', 'Python Engineer'],
    ])('finds a job by its other names: %s is a %s', async (typed, title) => {
      const [person] = await world.addPeople([{ fullName: 'Titled Person', consideredRole: title, location: 'Malmö' }])
      if (person === undefined) throw new Error('nobody was added')
      const idsOf = async (text: string) => (await world.search.find(read(text), world.reader, { size: 50 })).ids
      expect(await idsOf(`${typed} Malmö`)).toContain(person.id)
      if (/^(SRE|front end|back-end|fullstack|QA|site)/.test(typed) && typed !== 'SREs')
        expect(await idsOf(`role:"${typed}" location:Malmö`)).toContain(person.id)
    })

    it('takes a short job for a whole word of the title', async () => {
      const [designer, builder] = await world.addPeople([
        { fullName: 'Whole Word', consideredRole: 'UI Designer', location: 'Turku' },
        { fullName: 'Part Word', consideredRole: 'Builder of guitars', location: 'Turku' },
      ])
      const idsOf = async (text: string) => (await world.search.find(read(text), world.reader, { size: 10 })).ids
      expect(await idsOf('role:"user interface" location:Turku')).toEqual([designer?.id])
      expect(await idsOf('-role:"user interface" location:Turku')).toEqual([builder?.id])
    })

    it('finds names that are spelt alike when asked to, and keeps on in that way over the pages', async () => {
      const people = await world.addPeople([{ fullName: 'Tandiweh Nkosi' }, { fullName: 'Thandiwey Nkosi' }])
      const asked = read('tandiwey')
      expect((await world.search.find(asked, world.reader, { size: 1 })).ids).toEqual([])
      const page = await world.search.find(asked, world.reader, { size: 1, near: true })
      const after = await world.search.find(asked, world.reader, { size: 1, at: page.next })
      expect([...page.ids, ...after.ids].toSorted()).toEqual(people.map((one) => one.id).toSorted())
      expect([after.near, after.next]).toEqual([true, undefined])
      expect(await world.search.count(asked, world.reader, { near: true })).toEqual({ exact: 2 })
      // Who is only spelt alike is not meant by a "not".
      const others = await world.search.find(read('-tandiwey nkosi'), world.reader, { size: 10, near: true })
      expect(others.ids.length).toBe(2)
    })

    it('chooses a person by name: the very name first, then its beginning, then what is spelt alike', async () => {
      const [exact, longer, alike] = await world.addPeople([
        { fullName: 'Zoltan Varga' },
        { fullName: 'Zoltan Vargas Lima' },
        { fullName: 'Soltan Vargha' },
      ])
      expect(await world.search.byName('zoltán varga', 3)).toEqual([exact?.id, longer?.id, alike?.id])
      expect(await world.search.byName('%', 3)).toEqual([])
    })
  })

  it('takes a cursor of another list, or one that somebody made up, for none', async () => {
    const byName = await world.search.find(read('sort:name'), world.reader, { size: 3 })
    const first = await world.search.find(read('sort:added'), world.reader, { size: 3 })
    for (const at of [
      byName.next,
      'x',
      '',
      'W10',
      "'; DROP TABLE pool; --",
      Buffer.from('["added",false,"next","1; DROP","x",0]').toString('base64url'),
    ])
      expect((await world.search.find(read('sort:added'), world.reader, { size: 3, at })).ids).toEqual(first.ids)
  })

  it('no longer finds who was merged away or erased, even after a later change of theirs', async () => {
    const [kept, merged, erased] = await world.addPeople(
      ['Kept', 'Merged', 'Erased'].map((name) => ({ fullName: `${name} Wimbledon` })),
    )
    const { pool } = database()
    await pool.query('UPDATE candidate SET merged_into = $2 WHERE id = $1', [merged?.id, kept?.id])
    await pool.query('UPDATE candidate SET erased_at = now() WHERE id = $1', [erased?.id])
    if (merged !== undefined) await world.run((tx) => tx.candidates.change(merged.id, { headline: 'Wimbledon again' }))
    expect((await world.search.find(read('wimbledon'), world.reader, { size: 10 })).ids).toEqual([kept?.id])
  })

  it('knows at once what became of a permission, and still after the person was changed', async () => {
    const [one, other] = await world.addPeople([{ fullName: 'Permitted Person' }, { fullName: 'Permitted Too' }])
    if (one === undefined || other === undefined) throw new Error('nobody was added')
    const found = async (state: string) =>
      (await world.search.find(read(`permitted consent:${state} sort:name`), world.reader, { size: 10 })).ids
    const given = {
      purpose: 'contact',
      basis: 'referral',
      source: 'a test',
      wording: 'a test',
      grantedAt: daysBefore(170),
      expiresAt: undefined,
      withdrawnAt: undefined,
    } as const
    const id = newUuid<'permission'>()
    expect(await found('missing')).toEqual([one.id, other.id])
    await world.run((tx) => tx.consent.grant(one.id, { ...given, id }))
    expect([await found('expiring'), await found('missing')]).toEqual([[one.id], [other.id]])
    await world.run((tx) => tx.candidates.change(one.id, { headline: 'changed' }))
    expect(await found('valid')).toEqual([one.id])
    await database().pool.query('UPDATE permission SET candidate_id = $2 WHERE id = $1', [id, other.id])
    expect([await found('valid'), await found('missing')]).toEqual([[other.id], [one.id]])
    await world.run((tx) => tx.consent.withdraw(other.id, 'contact', NOW))
    expect([await found('withdrawn'), await found('valid')]).toEqual([[other.id], []])
    await database().pool.query('DELETE FROM permission WHERE id = $1', [id])
    expect(await found('missing')).toEqual([one.id, other.id])
  })

  it('keeps a person in their pools when their row is written anew', async () => {
    const [person] = await world.addPeople([{ fullName: 'Pooled Person' }])
    if (person === undefined) throw new Error('nobody was added')
    await world.addPool('Kept pool', { members: [person.id] })
    await world.run((tx) => tx.candidates.change(person.id, { headline: 'new' }))
    expect((await world.search.find(read('pool:"Kept pool"'), world.reader, { size: 10 })).ids).toEqual([person.id])
  })

  it("counts pools of a list and of a query, with who is overdue by the pool's own cadence", async () => {
    const ids = await world.run(async (tx) =>
      (await tx.pools.list(50)).map(({ id, name, cadenceDays }) => ({ id, name, cadenceDays })),
    )
    const figures = await world.search.poolFigures(
      ids.map(({ id }) => id),
      world.reader,
    )
    const bench = ids.find(({ name }) => name === 'SRE bench')
    const seen = new Set(visible())
    const members = subjects.filter((one, at) => at % 3 === 0 && seen.has(one))
    const stale = members.filter((one) => (one.lastTouchAt ?? one.createdAt) <= NOW - 90 * 86_400_000).length
    const touched = (one: (typeof members)[number]) => (one.lastTouchAt ?? 0) > NOW - 90 * 86_400_000
    const inTouch = members.filter(touched).length
    expect(bench && figures.get(bench.id)).toMatchObject({ size: members.length, more: false, stale, inTouch })
    const { checked = 0, permitted = 0, fresh = 0 } = (bench && figures.get(bench.id)) ?? {}
    expect(fresh).toBeLessThanOrEqual(Math.min(checked, permitted, inTouch))
    const quiet = ids.find(({ name }) => name === 'The quiet')
    expect(quiet && figures.get(quiet.id)?.fresh).toBe(0)
    expect(figures.size).toBe(ids.length)
  })
})
