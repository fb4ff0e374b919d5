// A search may take longer than Slack waits: what only looks is acknowledged before it looks, and what was begun is answered before a stop.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActResult } from '../../../simulator/contract.ts'
import type { CandidateSearch } from '../../../src/usecases/ports/services.ts'
import { openWorld, type World } from '../../support/app.ts'
import { asks, wordsOf } from './finding.ts'

/** The real search; while it is held, nothing comes of it. */
function holdable() {
  let held: PromiseWithResolvers<void> | undefined
  let asked = Promise.withResolvers<void>()
  const waits = async () => {
    asked.resolve()
    await held?.promise
  }
  return {
    wrap: (real: CandidateSearch): CandidateSearch => ({
      find: async (...args) => waits().then(() => real.find(...args)),
      count: (...args) => real.count(...args),
      best: (...args) => real.best(...args),
      mentions: (...args) => real.mentions(...args),
      byName: async (...args) => waits().then(() => real.byName(...args)),
      poolFigures: async (...args) => waits().then(() => real.poolFigures(...args)),
      inCare: async (...args) => waits().then(() => real.inCare(...args)),
    }),
    hold() {
      held = Promise.withResolvers()
      asked = Promise.withResolvers()
      return asked.promise
    },
    release: () => held?.resolve(),
  }
}

describe('while the search is slow', () => {
  const search = holdable()
  let world: World
  beforeAll(async () => {
    world = await openWorld({ sample: true, overrides: { search: search.wrap } })
  })
  afterAll(() => world.close())

  /** Does something that searches; what Slack heard of it while nothing was found yet, and what was shown in the end. */
  async function whileHeld(act: () => Promise<ActResult>): Promise<{ heard: ActResult; shown: string }> {
    const { ines } = world.hands
    const before = new Map(ines.ephemerals('general').map((one) => [one.ts, wordsOf(one)]))
    const changed = () => ines.ephemerals('general').find((one) => before.get(one.ts) !== wordsOf(one))
    const asked = search.hold()
    const heard = await act()
    await asked
    expect(changed()).toBeUndefined()
    search.release()
    return { heard, shown: wordsOf(await ines.waitFor(changed, { what: 'the answer' })) }
  }

  it.each([
    ['/pool', 'SRE Lisbon', 'Ana Souza'],
    ['/pool', '', 'SRE bench'],
    ['/candidate', 'Ana Souza', 'Ana Souza'],
  ])('%s %s is acknowledged at once and answered later', async (command, text, found) => {
    const { heard, shown } = await whileHeld(() => world.hands.ines.command(command, text, { in: 'general' }))
    expect(heard).toEqual({ ok: true })
    expect(shown).toContain(found)
  })

  it('so are the next page and the look into a pool', async () => {
    const { ines } = world.hands
    const list = await asks(ines, '/pool', 'role:sre')
    const next = await whileHeld(() => ines.press(list, 'Next'))
    expect(next).toEqual({ heard: { ok: true }, shown: expect.stringContaining('· 11–') as string })
    const pools = await asks(ines, '/pool')
    const bench = await whileHeld(() => ines.press(pools, 'Open', { near: 'SRE bench' }))
    expect(bench).toEqual({ heard: { ok: true }, shown: expect.stringContaining('*13 people*') as string })
  })

  const findsFromHome = async () => {
    const { ines } = world.hands
    await ines.openHome()
    await ines.waitFor((view) => view.home !== undefined && wordsOf(view.home).includes('My day'), { what: 'Home' })
    await ines.home().press('Find people')
    const form = await ines.opensModal('Find people')
    await form.fill('Query', 'Ana Souza')
    const asked = search.hold()
    expect(await form.submit()).toEqual({ ok: true })
    await asked
    return ines.modal()
  }

  it('the form on Home shows that it is looking, and then whom it found', async () => {
    const modal = await findsFromHome()
    expect(modal.words()).toBe('Find people\nJust a moment…')
    search.release()
    await world.hands.ines.waitFor(() => modal.words().includes('*Ana Souza*'), { what: 'the list in the modal' })
    await modal.close()
  })

  it('whoever closes it meanwhile has the answer in the DM, to themselves', async () => {
    const { ines } = world.hands
    await (await findsFromHome()).close()
    search.release()
    const found = await ines.waitFor(() => ines.ephemerals('dm').find((one) => wordsOf(one).includes('*Ana Souza*')), {
      what: 'the list in the DM',
    })
    expect(ines.dm()).not.toContainEqual(found)
  })

  it('a stop lets the answer come first', async () => {
    const asked = search.hold()
    const { ines } = world.hands
    const before = ines.ephemerals('general').length
    await ines.command('/pool', 'SRE Lisbon', { in: 'general' })
    await asked
    const stopped = world.app.stop()
    search.release()
    await stopped
    expect(wordsOf(ines.ephemerals('general')[before] ?? expect.fail('there is an answer'))).toContain('Ana Souza')
    expect(world.complaints).toEqual([])
  })
})
