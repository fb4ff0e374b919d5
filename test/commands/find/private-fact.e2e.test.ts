// A private matter is mentioned only by somebody who was told that it is one.
import { describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { aFactFor } from '../outreach/facts.ts'
import { personCalled, shown, told, wordsOf } from '../outreach/seeing.ts'
import { asks } from './finding.ts'

describe('a private matter on a profile', () => {
  const world = aWorld({ sample: true })
  const system = () => world().app.contexts.forSystem(world().app.workspace)
  const WISH = 'to talk once the chemotherapy is over'

  it('stays with us although its kind may be told, until a recruiter ticks the box in the knowledge of what it is', async () => {
    const { ines } = world().hands
    const jonas = await personCalled(world(), 'Jonas Berg')
    await aFactFor(system(), jonas as never, 'wish', WISH)
    await ines.command('/pool', 'Jonas Berg')
    await ines.press(await told(ines, 'Jonas Berg'), 'Open')
    const profile = await ines.opensModal()
    await profile.press('May be mentioned', { near: WISH })
    await ines.waitFor((view) => view.modals.length === 2, { what: 'the question' })
    const question = ines.modal()
    expect(question.words()).toContain('may be about health')
    await question.submit()
    await ines.waitFor(() => Object.values(question.errors()).join().includes('Tick the box'), {
      what: 'to be asked for the box',
    })
    await question.choose('Personal details', ['Letters may say these words all the same'])
    await question.submit()
    await ines.waitFor((view) => view.modals.length === 1, { what: 'the profile' })
    await ines.waitFor(() => ines.modal().words().includes('May be mentioned, though it is a private matter'), {
      what: 'the decision',
    })
    await ines.modal().close()
    await asks(ines, '/outreach', 'draft Jonas Berg')
    expect(wordsOf(await shown(ines, 'Draft for *Jonas Berg*'))).toContain(WISH)
    expect(world().complaints).toEqual([])
  })
})
