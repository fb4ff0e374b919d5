import { expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { CandidateId, HandOverId, MemberId } from '../../../src/domain/shared/ids.ts'
import { DAY, HOUR, plus } from '../../../src/domain/shared/time.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { handOverPeople, undoHandOver } from '../../../src/usecases/owners/hand-over.ts'
import { handOverStep } from '../../../src/usecases/owners/hand-over-step.ts'
import { listHandOvers } from '../../../src/usecases/owners/list-hand-overs.ts'
import { loadHandOver, loadReceived } from '../../../src/usecases/owners/load-hand-over.ts'
import { memberLeft } from '../../../src/usecases/owners/member-left.ts'
import { previewHandOver, readEstate } from '../../../src/usecases/owners/plan-hand-over.ts'
import { forEachDatabase, type TestDatabase } from '../../support/database.ts'
import { approveDraft, waitingDraft } from '../../support/outreach-rows.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

/** Ben leaves, Ines and Cem stay, and Ada administers. */
async function leaving(database: TestDatabase) {
  const world = await outreachWorld(database, {}, ['UADA'])
  const ben = (await world.as('UBEN')).actor
  const cem = (await world.as('UINES')).actor
  const ada = (await world.as('UADA')).actor
  const own = (change: Parameters<World['addPerson']>[0] = {}) => world.addPerson({ ownerId: ben.memberId, ...change })
  const work = async (id: HandOverId) => {
    let steps = 0
    while ((await handOverStep(world.system(), id)) === 'more') steps += 1
    return steps
  }
  const ownerOf = async (id: CandidateId) => (await world.run((tx) => tx.candidates.get(id)))?.ownerId
  const begin = async (change: Partial<Parameters<typeof handOverPeople>[1]> = {}) => {
    const begun = await handOverPeople(await world.as('UADA'), {
      from: ben.memberId,
      way: 'load',
      to: [cem],
      ...change,
    })
    if (!begun.ok) throw new Error(begun.refusal.kind)
    return begun.value.handOverId
  }
  const post = (key: string) => world.run((tx) => tx.posts.byKey(key))
  return { world, ben, ines: cem, ada, own, work, ownerOf, begin, post }
}

forEachDatabase('somebody leaves', (db) => {
  it('and each of their people gets a new owner, says so on the timeline and in the log, and is found under it', async () => {
    const { world, ben, ines, own, work, ownerOf, begin, post } = await leaving(db())
    const people = [await own(), await own(), await own()]
    const other = await world.addPerson({ ownerId: ines.memberId })
    const id = await begin()
    await work(id)
    for (const person of people) {
      expect(await ownerOf(person)).toBe(ines.memberId)
      const [entry] = await world.run((tx) => tx.candidates.timeline(person, 1))
      expect(entry?.text).toBe(`Handed over by ${ben.name}; looked after by ${ines.name} now`)
      const [event] = await world.run((tx) => tx.events.read(`candidate:${person}`, 1))
      expect(event).toMatchObject({
        type: 'candidate.reassigned',
        data: { from: ben.memberId, to: ines.memberId, handOver: id },
      })
      const { rows } = await db().pool.query('SELECT owner_id FROM candidate_search WHERE candidate_id = $1', [person])
      expect(rows).toEqual([{ owner_id: ines.memberId }])
    }
    expect((await world.run((tx) => tx.candidates.timeline(other, 5))).length).toBe(0)
    expect(await loadHandOver(world.system(), id)).toMatchObject({
      handOver: { state: 'done', done: { nobody: 0 } },
      heirs: [{ member: { id: ines.memberId }, people: 3, drafts: 0 }],
      mayBeUndone: true,
    })
    expect(await post(`hand_over_received:${id}:${ines.memberId}`)).toMatchObject({ address: 'UINES' })
    expect(await post(`hand_over:${id}`)).toMatchObject({ address: 'UADA' })
  })

  it('and what they had approved does not leave: it waits for its new owner', async () => {
    const { world, ben, ines, own, work, begin } = await leaving(db())
    const ana = await own({ fullName: 'Ana Souza' })
    const send = await approveDraft(world.system(), ben.memberId, ana, { dueAt: plus(world.now(), 2 * HOUR) })
    const estate = await readEstate(await world.as('UADA'), { from: ben.memberId })
    expect(estate).toMatchObject({
      value: { estate: { people: 1, scheduled: 1 }, scheduled: [{ name: 'Ana Souza', dueAt: send.dueAt }] },
    })
    const id = await begin()
    await work(id)
    expect((await world.send(send.id)).state).toBe('cancelled')
    expect(await world.run((tx) => tx.drafts.get(send.draftId))).toMatchObject({
      state: 'waiting',
      ownerId: ines.memberId,
    })
    expect(await loadReceived(world.system(), id, ines.memberId)).toMatchObject({ held: ['Ana Souza'], drafts: 1 })
    expect(await loadHandOver(world.system(), id)).toMatchObject({ held: ['Ana Souza'] })
  })

  it('and what a template wrote is signed by the new owner, but their own words stay theirs', async () => {
    const { world, ben, ines, own, work, begin } = await leaving(db())
    const [ana, jonas] = [await own(), await own()]
    const written = await writeDraft(await world.as('UBEN'), { candidateId: ana, purpose: 'keep_warm' })
    if (!written.ok) throw new Error(written.refusal.kind)
    const edited = await waitingDraft(world.system(), ben.memberId, jonas)
    // A name of their own, for the signature.
    await db().pool.query(`UPDATE member SET name = 'Cem Aydin' WHERE id = $1`, [ines.memberId])
    await work(await begin())
    const [templated, own_words] = await world.run(async (tx) => [
      await tx.drafts.get(written.value.draftId),
      await tx.drafts.get(edited.draftId),
    ])
    expect(templated?.ownerId).toBe(ines.memberId)
    const revision = templated && (await world.run((tx) => tx.drafts.revision(templated.revisionId)))
    expect(revision).toMatchObject({ number: 2, author: 'template' })
    expect(revision?.body).toContain('Cem Aydin')
    expect(own_words).toMatchObject({ ownerId: ines.memberId, revisionId: edited.revisionId })
  })

  it('shares them out evenly, together by role, or with their pool, as the preview said', async () => {
    const { world, ben, ines, ada, own, work, begin, ownerOf } = await leaving(db())
    const roles = ['Baker', 'Baker', 'baker', 'Weaver', 'Weaver', 'Potter']
    const people = []
    for (const consideredRole of roles) people.push(await own({ consideredRole }))
    const heirs = [ines, ada]
    const shown = await previewHandOver(await world.as('UADA'), { from: ben.memberId, way: 'role', to: heirs })
    expect(shown.ok && shown.value.heirs.map(({ has, gets }) => [has, gets])).toEqual([
      [0, 3],
      [0, 3],
    ])
    await work(await begin({ way: 'role', to: heirs }))
    const owners = await Promise.all(people.map(ownerOf))
    expect(owners).toEqual([ines, ines, ines, ada, ada, ada].map(({ memberId }) => memberId))
  })

  it('gives a list and whoever is on it to the colleague whose list it is', async () => {
    const { world, ben, ines, ada, own, work, begin, ownerOf } = await leaving(db())
    const [one, two, three] = [await own(), await own(), await own()]
    const [theirs, bens] = [newUuid<'pool'>(), newUuid<'pool'>()]
    await world.run(async (tx) => {
      const pool = { query: undefined, cadenceDays: 90, personaNote: undefined, createdAt: world.now(), archivedAt: undefined } // biome-ignore format: short
      await tx.pools.insert({ ...pool, id: theirs, name: 'Bench', ownerId: ada.memberId })
      await tx.pools.insert({ ...pool, id: bens, name: 'Finalists', ownerId: ben.memberId })
      await tx.pools.addMembers(theirs, [one, two], ben.memberId, world.now())
      await tx.pools.addMembers(bens, [three], ben.memberId, world.now())
    })
    const id = await begin({ way: 'pool', to: [ines, ada] })
    await work(id)
    expect(await Promise.all([one, two, three].map(ownerOf))).toEqual([ada.memberId, ada.memberId, ines.memberId])
    expect((await world.run((tx) => tx.pools.get(bens)))?.ownerId).toBe(ines.memberId)
    expect(await loadReceived(world.system(), id, ines.memberId)).toMatchObject({ people: 1, pools: ['Finalists'] })
  })

  it('never makes a colleague the keeper of their own record', async () => {
    const { ines, ada, own, work, begin, ownerOf } = await leaving(db())
    await db().pool.query(`UPDATE member SET email = 'Cem@fernhollow.example' WHERE id = $1`, [ines.memberId])
    const record = await own({ email: 'cem@fernhollow.example' })
    await work(await begin({ to: [ines, ada] }))
    expect(await ownerOf(record)).toBe(ada.memberId)
    const again = await leaving(db())
    await db().pool.query(`UPDATE member SET email = 'cem@fernhollow.example' WHERE id = $1`, [again.ines.memberId])
    const alone = await again.own({ email: 'cem@fernhollow.example' })
    const id = await again.begin()
    await again.work(id)
    expect(await again.ownerOf(alone)).toBeUndefined()
    expect(await loadHandOver(again.world.system(), id)).toMatchObject({ handOver: { done: { nobody: 1 } } })
  })

  it('goes on where it was cut off, and is undone for whoever is still there, also half-way', async () => {
    const { world, ben, ines, ada, own, work, begin, ownerOf } = await leaving(db())
    const [stays, moves] = [await own(), await own()]
    const id = await begin()
    expect(await handOverStep(world.system(), id)).toBe('more')
    expect(await ownerOf(stays)).toBe(ines.memberId)
    await work(id)
    expect(await handOverStep(world.system(), id)).toBe('over')
    await world.run(async (tx) => {
      await tx.candidates.lock(moves)
      await tx.candidates.change(moves, { ownerId: ada.memberId })
    })
    expect(await undoHandOver(await world.as('UADA'), { handOverId: id })).toMatchObject({ ok: true })
    await work(id)
    expect([await ownerOf(stays), await ownerOf(moves)]).toEqual([ben.memberId, ada.memberId])
    expect((await world.run((tx) => tx.candidates.timeline(stays, 1)))[0]?.text).toBe(
      `The hand-over was undone; looked after by ${ben.name} again`,
    )
    expect(await loadHandOver(world.system(), id)).toMatchObject({
      handOver: { state: 'undone', done: { back: 1 } },
      mayBeUndone: false,
    })
    expect(await undoHandOver(await world.as('UADA'), { handOverId: id })).toMatchObject({
      refusal: { kind: 'undone_already' },
    })
  })

  it('begins once where two admins begin it at the same moment, and none is undone while another goes on', async () => {
    const { world, ben, ines, own, work, ownerOf } = await leaving(db())
    const person = await own()
    const input = { from: ben.memberId, way: 'load' as const, to: [ines] }
    const ctx = await world.as('UADA')
    const both = await Promise.all([handOverPeople(ctx, input), handOverPeople(ctx, input)])
    const begun = both.flatMap((one) => (one.ok ? one.value.handOverId : []))
    expect(both.flatMap((one) => (one.ok ? [] : one.refusal.kind))).toEqual(['under_way'])
    const [first] = begun
    if (first === undefined) throw new Error('Nothing began')
    await work(first)
    expect(await ownerOf(person)).toBe(ines.memberId)
    await own()
    expect(await handOverPeople(ctx, input)).toMatchObject({ ok: true })
    expect(await undoHandOver(ctx, { handOverId: first })).toMatchObject({ refusal: { kind: 'under_way' } })
  })

  it('cannot be undone after a week', async () => {
    const { world, own, work, begin } = await leaving(db())
    await own()
    const id = await begin()
    await work(id)
    world.pass(7 * DAY + 1)
    expect(await undoHandOver(await world.as('UADA'), { handOverId: id })).toMatchObject({
      refusal: { kind: 'too_late', days: 7 },
    })
  })

  it('is an admin’s to decide, goes to recruiters alone, and happens once', async () => {
    const { world, ben, ines, own, begin, work } = await leaving(db())
    const from = ben.memberId
    const refusal = async (by: string, change: object = {}) => {
      const input = { from, way: 'load' as const, to: [ines], ...change }
      const previewed = await previewHandOver(await world.as(by), input)
      return previewed.ok ? 'ok' : previewed.refusal.kind
    }
    expect(await refusal('UADA')).toBe('nothing_to_hand_over')
    await own()
    const sam = (await world.as('USAM')).actor
    expect(await refusal('UINES')).toBe('not_allowed')
    expect(await refusal('UADA', { to: [sam] })).toBe('may_not_look_after')
    expect(await refusal('UADA', { to: [ben] })).toBe('to_themselves')
    expect(await refusal('UADA', { to: [] })).toBe('nobody_chosen')
    expect(await refusal('UADA', { from: newUuid<'member'>() as MemberId })).toBe('no_such_member')
    expect(await refusal('UADA')).toBe('ok')
    const id = await begin()
    expect(await refusal('UADA')).toBe('under_way')
    await work(id)
    expect(await refusal('UADA')).toBe('nothing_to_hand_over')
  })

  it('is offered to the admins when Slack says so, once, and nothing approved leaves from then on', async () => {
    const { world, ben, own, post } = await leaving(db())
    const ana = await own()
    const send = await approveDraft(world.system(), ben.memberId, ana, { dueAt: plus(world.now(), HOUR) })
    await memberLeft(world.system(), 'UBEN', true)
    expect((await world.send(send.id)).state).toBe('cancelled')
    const key = `leaver:${ben.memberId}:${world.now()}:UADA`
    expect(await post(key)).toMatchObject({ kind: 'leaver_notice', address: 'UADA', wanted: 1 })
    await memberLeft(world.system(), 'UBEN', true)
    expect(await post(key)).toMatchObject({ wanted: 1 })
    const list = await listHandOvers(await world.as('UADA'), {})
    expect(list.ok && list.value.leavers.map(({ member, people }) => [member.id, people])).toEqual([[ben.memberId, 1]])
    await memberLeft(world.system(), 'UBEN', false)
    const after = await listHandOvers(await world.as('UADA'), {})
    expect(after.ok && after.value.leavers).toEqual([])
  })
})
