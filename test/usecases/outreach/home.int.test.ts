// "My day": whom it brings up, whose people they are, and what it does where nothing can be counted.
import { expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { addDays, DAY, dayIn, plus, type Zone } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { loadHome } from '../../../src/usecases/outreach/load-home.ts'
import { SearchTooSlowError } from '../../../src/usecases/ports/services.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

onQuickDatabase('"My day"', (db) => {
  const homeOf = async (world: World, who: string, change: Partial<Ctx['services']> = {}) => {
    const ctx = await world.as(who)
    const search = { poolFigures: async () => new Map() } as unknown as Ctx['services']['search']
    const home = await loadHome({ ...ctx, services: { ...ctx.services, search, ...change } }, {})
    if (!home.ok) throw new Error('Home is for everybody')
    return home.value
  }
  const today = (world: World) => dayIn(world.now(), world.workspace.zone)
  const answers = (world: World, candidateId: CandidateId, text: string) => {
    const id = world.system().newId<'reply'>()
    const open = { sendId: undefined, contactId: undefined, original: undefined, laterOn: undefined }
    const undecided = { decidedBy: undefined, decidedAt: undefined, state: 'waiting' as const }
    const receivedAt = plus(world.now(), -DAY)
    return world.run((tx) =>
      tx.replies.insert({ id, candidateId, messageId: `<${id}@example.com>`, receivedAt, text, ...open, ...undecided }),
    )
  }
  const names = (rows: readonly { readonly person: { readonly fullName: string } }[]) =>
    rows.map(({ person }) => person.fullName)

  it('brings up who answered, who is due and who goes quiet, of one’s own people alone', async () => {
    const world = await outreachWorld(db())
    const ownerId = world.ines.memberId
    const before = plus(world.now(), -200 * DAY)
    const base = { ownerId, lastTouchAt: before, standingDay: addDays(today(world), -300) }
    const due = await world.addPerson({ ...base, fullName: 'Dora Due', nextTouch: addDays(today(world), -1) })
    await world.addPerson({ ...base, fullName: 'Quinn Quiet', nextTouch: undefined })
    const hired = { ...base, standing: 'hired' as const, standingDay: undefined }
    await world.addPerson({ ...hired, fullName: 'Hal Hired', nextTouch: today(world) })
    const replied = await world.addPerson({ ...base, fullName: 'Rae Reply', lastTouchAt: world.now() })
    await answers(world, replied, 'Happy to talk next week.')
    const bens = { ...base, ownerId: (await world.as('UBEN')).actor.memberId, fullName: 'Bo of Ben' }
    await answers(world, await world.addPerson({ ...bens, nextTouch: today(world) }), 'Hello Ben')
    const home = await homeOf(world, 'UINES')
    expect(home.people?.replies).toMatchObject({ more: false, rows: [{ text: 'Happy to talk next week.' }] })
    expect(names(home.people?.replies.rows ?? [])).toEqual(['Rae Reply'])
    expect(home.people?.due.rows.map(({ person }) => person.id)).toEqual([due])
    expect(names(home.people?.quiet.rows ?? [])).toContain('Quinn Quiet')
    expect(JSON.stringify(home.people)).not.toMatch(/Hal Hired|Bo of Ben/)
  })

  it('shows three of each and says that there are more', async () => {
    const world = await outreachWorld(db())
    const [ownerId, before] = [world.ines.memberId, plus(world.now(), -200 * DAY)]
    for (let at = 0; at < 5; at += 1) {
      const fullName = `Person ${'ABCDE'[at]}`
      const standingDay = addDays(today(world), -300)
      const id = await world.addPerson({ ownerId, lastTouchAt: before, standingDay, fullName, nextTouch: today(world) })
      await answers(world, id, `Answer ${at}`)
    }
    const { people } = await homeOf(world, 'UINES')
    expect(people?.replies).toMatchObject({ rows: { length: 3 }, more: true })
    expect(people?.due).toMatchObject({ rows: { length: 3 }, more: true })
  })

  it('has nothing of it for managers and colleagues', async () => {
    const world = await outreachWorld(db())
    await world.addPerson({ ownerId: (await world.as('UTOM')).actor.memberId, nextTouch: today(world) })
    expect(await homeOf(world, 'UTOM')).toMatchObject({ people: undefined, goals: undefined, queue: undefined })
  })

  it('says how far the goal is, that none is set, and that it could not be counted', async () => {
    const world = await outreachWorld(db())
    const year = { hires: { n: 1, d: 4 } }
    const metrics = { week: async () => ({ year }) } as unknown as Ctx['services']['metrics']
    expect((await homeOf(world, 'UINES', { metrics })).goals).toBe('none')
    await world.run((tx) => tx.settings.set('goals', { poolHiresPercent: 25, by: null }, undefined, world.now()))
    expect((await homeOf(world, 'UINES', { metrics })).goals).toMatchObject({ goals: { poolHiresPercent: 25 }, year })
    const slow = {
      week: async () => {
        throw new SearchTooSlowError()
      },
    } as unknown as Ctx['services']['metrics']
    expect((await homeOf(world, 'UINES', { metrics: slow })).goals).toBe('too_slow')
  })

  it('counts the day by the workspace’s clock', async () => {
    const world = await outreachWorld(db())
    const tomorrow = addDays(today(world), 1)
    await world.addPerson({ ownerId: world.ines.memberId, nextTouch: tomorrow, zone: 'Pacific/Kiritimati' as Zone })
    expect((await homeOf(world, 'UINES')).people?.due.rows).toEqual([])
  })
})
