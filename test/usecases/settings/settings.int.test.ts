import { expect, it } from 'vitest'
import { changeSettings, undoSettings } from '../../../src/usecases/settings/change-settings.ts'
import { loadWorkspaceSettings } from '../../../src/usecases/settings/workspace-settings.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

const PLACES = { triageChannel: '#triage', nudgeChannel: '#nudges', digestChannel: '#metrics' }
const RESTRAINT = {
  section: 'restraint',
  recontactDays: '90',
  capCount: '1',
  capDays: '14',
  collisionDays: '14',
  quietHours: '20-8',
  holdSeconds: '60',
} as const

onQuickDatabase('settings of a workspace', (database) => {
  const aWorld = () => outreachWorld(database(), {}, ['UADA'])
  const read = (world: Awaited<ReturnType<typeof aWorld>>) => world.run((tx) => loadWorkspaceSettings(tx, PLACES))

  it('are the environment’s until an admin says otherwise', async () => {
    const world = await aWorld()
    expect(await read(world)).toEqual({
      channels: { triage: '#triage', nudge: '#nudges', digest: '#metrics' },
      hiringChannels: [],
      nudgeAt: 510,
      digest: { weekday: 1, at: 540 },
      holidays: [],
      cadenceDays: 90,
      postalAddress: undefined,
      modelDailyTokens: 1_000_000,
      matchLikeness: false,
      goals: undefined,
    })
  })

  it('keep the others where one that was stored cannot be', async () => {
    const world = await aWorld()
    await world.run(async (tx) => {
      for (const [key, value] of [
        ['nudge.at', 24 * 60],
        ['digest.at', '9'],
        ['cadence.days', 0],
        ['channels.triage', '#by-name'],
        ['holidays', ['2026-02-30']],
        ['model.dailyTokens', -1],
        ['match.likeness', 'yes'],
        ['channels.nudge', 'C0NUDGES01'],
      ] as const)
        await tx.settings.set(key, value, undefined, world.now())
    })
    expect(await read(world)).toMatchObject({
      channels: { triage: '#triage', nudge: 'C0NUDGES01' },
      nudgeAt: 510,
      digest: { at: 540 },
      cadenceDays: 90,
      holidays: [],
      modelDailyTokens: 1_000_000,
      matchLikeness: false,
    })
  })

  it('are logged as codes and amounts, never as what they were before or what was written', async () => {
    const world = await aWorld()
    const ada = await world.as('UADA')
    await changeSettings(ada, { section: 'mail', postalAddress: '1 Fern Lane' })
    await changeSettings(ada, { ...RESTRAINT, quietHours: '21:30-7', holdSeconds: '30' })
    const [restraint, mail] = await world.run((tx) => tx.events.read(`workspace:${ada.workspace.id}`, 5))
    expect(mail).toMatchObject({ type: 'settings.changed', actor: ada.actor.memberId })
    expect(mail?.data).toEqual({ 'mail.postalAddress': true })
    expect(restraint?.data).toEqual({ 'outreach.quietHours': '1290-420', 'outreach.holdSeconds': 30 })
  })

  it('let a model compare words only where one is set up, on an admin’s word, and it can be taken back', async () => {
    const world = await aWorld()
    const ada = await world.as('UADA')
    const on = { section: 'model', dailyTokens: '1000000', likeness: 'on' } as const
    expect(await changeSettings(ada, on)).toEqual({ ok: true, value: { changed: [], undoId: undefined } })
    const embedder = { name: 'compares', embed: () => Promise.reject(new Error('never asked')) }
    const withModel = { ...ada, services: { ...ada.services, embedder } }
    const ines = await world.as('UINES')
    expect(await changeSettings({ ...ines, services: withModel.services }, on)).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
    const changed = await changeSettings(withModel, on)
    expect(changed).toMatchObject({ value: { changed: ['match.likeness'] } })
    expect(await read(world)).toMatchObject({ matchLikeness: true })
    expect(await changeSettings(withModel, { ...on, likeness: 'off' })).toMatchObject({
      value: { changed: ['match.likeness'] },
    })
    expect(await read(world)).toMatchObject({ matchLikeness: false })
    expect(await changeSettings(withModel, { ...on, likeness: 'maybe' as 'on' })).toMatchObject({
      refusal: { kind: 'bad_input' },
    })
  })

  it('go back to what they were, once, and only while nothing else was changed', async () => {
    const world = await aWorld()
    const ada = await world.as('UADA')
    const first = await changeSettings(ada, { section: 'model', dailyTokens: '5000' })
    if (!first.ok) throw new Error('refused')
    const second = await changeSettings(ada, { section: 'mail', postalAddress: '1 Fern Lane' })
    if (!second.ok) throw new Error('refused')
    const gone = { ok: false, refusal: { kind: 'changed_since' } }
    expect(await undoSettings(ada, { undoId: String(first.value.undoId) })).toEqual(gone)
    expect(await undoSettings(ada, { undoId: String(second.value.undoId) })).toMatchObject({ ok: true })
    expect(await read(world)).toMatchObject({ modelDailyTokens: 5_000, postalAddress: undefined })
    expect(await undoSettings(ada, { undoId: String(second.value.undoId) })).toEqual(gone)
    expect(await undoSettings(ada, { undoId: 'x' })).toEqual(gone)
  })

  it('are as they were where a form is saved as it stood, and the change before it can still be taken back', async () => {
    const world = await aWorld()
    const ada = await world.as('UADA')
    const changed = await changeSettings(ada, RESTRAINT)
    if (!changed.ok) throw new Error('refused')
    expect(changed.value.changed).toContain('outreach.quietHours')
    expect(await changeSettings(await world.as('UADA'), RESTRAINT)).toEqual({
      ok: true,
      value: { changed: [], undoId: undefined },
    })
    const later = { ...RESTRAINT, quietHours: '20-9' }
    expect(await changeSettings(await world.as('UADA'), later)).toMatchObject({
      value: { changed: ['outreach.quietHours'] },
    })
    expect(await undoSettings(ada, { undoId: String(changed.value.undoId) })).toMatchObject({ ok: false })
    const rhythm = {
      section: 'rhythm',
      cadenceDays: '60',
      nudgeAt: '08:30',
      digestWeekday: '1',
      digestAt: '09:00',
    } as const
    const goals = { holidays: '2026-12-25\n2026-12-24', goalPercent: '30', goalBy: '2026-12-31' }
    expect(await changeSettings(await world.as('UADA'), { ...rhythm, ...goals })).toMatchObject({ ok: true })
    const turned = { ...goals, holidays: '24 December 2026\n25 December 2026' }
    expect(await changeSettings(await world.as('UADA'), { ...rhythm, ...turned })).toMatchObject({
      value: { changed: [] },
    })
  })

  it('leave a default a default where it was not touched', async () => {
    const world = await aWorld()
    const ada = await world.as('UADA')
    expect(await changeSettings(ada, { section: 'model', dailyTokens: '1000000' })).toEqual({
      ok: true,
      value: { changed: [], undoId: undefined },
    })
    expect(await world.run((tx) => tx.settings.all())).toEqual({})
  })

  it.each([
    [{ section: 'model', dailyTokens: '-1' }, 'dailyTokens'],
    [{ ...RESTRAINT, capCount: '0' }, 'capCount'],
    [{ ...RESTRAINT, holdSeconds: '3601' }, 'holdSeconds'],
    [{ ...RESTRAINT, quietHours: '9-8' }, 'quietHours'],
    [{ section: 'channels', triage: 'general', nudge: '', digest: '', hiring: [] }, 'triage'],
    [{ section: 'mail', postalAddress: 'x'.repeat(301) }, 'postalAddress'],
  ] as const)('refuse %j on its field', async (input, path) => {
    const world = await aWorld()
    const refused = await changeSettings(await world.as('UADA'), input as Parameters<typeof changeSettings>[1])
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'bad_input', problems: [{ path }] } })
    expect(await world.run((tx) => tx.settings.all())).toEqual({})
  })

  it('are for admins alone', async () => {
    const world = await aWorld()
    const ines = await world.as('UINES')
    const not = { ok: false, refusal: { kind: 'not_allowed', permission: 'settings.change' } }
    expect(await changeSettings(ines, { section: 'model', dailyTokens: '0' })).toEqual(not)
    expect(await undoSettings(ines, { undoId: 'x' })).toEqual(not)
  })
})
