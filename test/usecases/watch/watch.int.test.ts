import { expect, it } from 'vitest'
import { addDays, DAY, dayIn, plus } from '../../../src/domain/shared/time.ts'
import { loadNudge } from '../../../src/usecases/nurture/load-nudge.ts'
import { nudgeDay } from '../../../src/usecases/nurture/nudge-settings.ts'
import { nudgeKey, planNudge } from '../../../src/usecases/nurture/plan-nudge.ts'
import { logCall } from '../../../src/usecases/people/log-call.ts'
import { listWatches, readWatch, stopWatch, watchCompany } from '../../../src/usecases/watch/watch-company.ts'
import { forEachDatabase, type TestDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const ACME = {
  company: 'Acme',
  kind: 'layoff' as const,
  day: '2026-03-01',
  link: 'https://news.example/acme',
  lasts: 60,
}

async function watching(database: TestDatabase) {
  const world = await outreachWorld(database)
  const { memberId } = world.ines
  const own = (change: Parameters<World['addPerson']>[0] = {}) =>
    world.addPerson({
      company: 'ACME GmbH',
      ownerId: memberId,
      standing: 'withdrew',
      reason: undefined,
      bringBack: undefined,
      lastTouchAt: undefined,
      ...change,
    })
  const watch = async (change: Partial<typeof ACME> = {}) => {
    const watched = await watchCompany(await world.as('UINES'), { ...ACME, ...change })
    return watched.ok ? watched.value.watchId : watched.refusal
  }
  /** Whom Ines hears of on that day because of a watch. */
  const morning = async () => {
    const ines = await world.as('UINES')
    const day = dayIn(world.now(), world.workspace.zone)
    const today = { day, now: world.now(), zone: world.workspace.zone }
    const rules = await ines.uow.run((tx) => nudgeDay(tx, ines.services.defaults, { cadenceDays: 90 }, today))
    await planNudge(ines, { rules, way: 'dm', place: undefined, again: false })
    const nudge = await loadNudge(world.system(), nudgeKey(day, memberId))
    return (nudge?.rows ?? []).filter(({ kind }) => kind === 'watch')
  }
  return { world, own, watch, morning }
}

forEachDatabase('a watched company', (db) => {
  it('brings up its people, however the company is written, the warmest first with the reasons', async () => {
    const { world, own, watch } = await watching(db())
    const ana = await own({ fullName: 'Ana', company: 'Acme, Inc.' })
    const top = await own({ fullName: 'Top', company: 'acme', tier: 'A' })
    await own({ fullName: 'Other', company: 'Acme Robotics' })
    await own({ fullName: 'Hired', standing: 'hired' })
    const watchId = await watch()
    if (typeof watchId !== 'string') throw new Error(watchId.kind)
    const read = await readWatch(await world.as('UINES'), { watchId })
    expect(read.ok && read.value.people.map(({ person, reasons }) => [person.id, reasons])).toEqual([
      [top, ['tier_a']],
      [ana, []],
    ])
    expect(read.ok && read.value.more).toBe(0)
  })

  it('brings up two a morning, each once, until it is over or stopped', async () => {
    const { world, own, watch, morning } = await watching(db())
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await own({ fullName: name })
    const top = await own({ fullName: 'Top', tier: 'A' })
    expect(await morning()).toEqual([])
    world.pass(DAY)
    const watchId = await watch()
    const first = await morning()
    expect(first).toHaveLength(2)
    expect(first[0]).toMatchObject({
      person: { id: top },
      watch: { company: 'Acme', kind: 'layoff', day: '2026-03-01' },
    })
    world.pass(DAY)
    const second = await morning()
    expect(second).toHaveLength(2)
    const met = [...first, ...second].map(({ person }) => person.id)
    expect(new Set(met).size).toBe(4)
    expect(await stopWatch(await world.as('UINES'), { watchId: watchId as string })).toMatchObject({ ok: true })
    world.pass(DAY)
    expect(await morning()).toEqual([])
    expect(await stopWatch(await world.as('UINES'), { watchId: watchId as string })).toMatchObject({
      refusal: { kind: 'over_already' },
    })
  })

  it('leaves out whom somebody spoke with since it happened, and colleagues’ people', async () => {
    const { world, own, watch, morning } = await watching(db())
    const spoken = await own({ fullName: 'Spoken' })
    await own({ fullName: 'Bens', ownerId: (await world.as('UBEN')).actor.memberId })
    const left = await own({ fullName: 'Left' })
    await logCall(await world.as('UINES'), { candidateId: spoken, note: 'Fine' })
    await watch()
    expect((await morning()).map(({ person }) => person.id)).toEqual([left])
  })

  it('ends by itself, and is watched once at a time', async () => {
    const { world, own, watch, morning } = await watching(db())
    await own()
    await watch({ lasts: 30 })
    expect(await watch({ company: 'ACME Ltd' })).toMatchObject({ kind: 'watched_already', watch: { company: 'Acme' } })
    world.pass(31 * DAY)
    expect(await morning()).toEqual([])
    const list = await listWatches(await world.as('UINES'), {})
    expect(list.ok && list.value).toEqual([])
    const day = addDays(dayIn(plus(world.now(), 0), world.workspace.zone), -1)
    expect(typeof (await watch({ company: 'ACME Ltd', day }))).toBe('string')
  })

  it('is begun by recruiters, with a day that is news and a link that is one', async () => {
    const { world, watch } = await watching(db())
    expect(await watch({ day: '2026-03-04' })).toMatchObject({ kind: 'day_ahead' })
    expect(await watch({ day: '2025-01-01' })).toMatchObject({ kind: 'day_too_old' })
    expect(await watch({ day: 'soon' })).toMatchObject({ kind: 'no_such_day' })
    expect(await watch({ company: '…' })).toMatchObject({ kind: 'no_name' })
    expect(await watch({ link: 'nonsense' })).toMatchObject({ kind: 'bad_input', problems: [{ path: 'link' }] })
    expect(await watch({ lasts: 1 })).toMatchObject({ kind: 'bad_input', problems: [{ path: 'lasts' }] })
    expect(await watchCompany(await world.as('USAM'), ACME)).toMatchObject({ refusal: { kind: 'not_allowed' } })
  })
})
