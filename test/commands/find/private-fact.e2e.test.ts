// A private matter, pay and decisions are mentioned only by somebody who was told what they are.
import { describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { aFactFor } from '../outreach/facts.ts'
import { personCalled, shown, told, wordsOf } from '../outreach/seeing.ts'
import { asks } from './finding.ts'

describe('what stays with us on a profile', () => {
  const world = aWorld({ sample: true })
  const system = () => world().app.contexts.forSystem(world().app.workspace)

  it.each([
    {
      what: 'A private matter',
      who: 'Jonas Berg',
      wish: 'to talk once the chemotherapy is over',
      warning: 'may be about health',
      box: 'Personal details',
      decided: 'May be mentioned, though it is a private matter',
    },
    {
      what: 'Pay',
      who: 'Mei Tan',
      wish: 'a move once 95k base is possible',
      warning: 'It speaks of pay',
      box: 'Pay or a decision',
      decided: 'May be mentioned, though it speaks of pay or a decision',
    },
  ])(
    '$what stays with us although its kind may be told, until a recruiter ticks the box in the knowledge of what it is',
    async ({ who, wish, warning, box, decided }) => {
      const { ines } = world().hands
      const person = await personCalled(world(), who)
      await aFactFor(system(), person as never, 'wish', wish)
      await ines.command('/pool', who)
      await ines.press(await told(ines, who), 'Open')
      const profile = await ines.opensModal()
      await profile.press('May be mentioned', { near: wish })
      await ines.waitFor((view) => view.modals.length === 2, { what: 'the question' })
      const question = ines.modal()
      expect(question.words()).toContain(warning)
      await question.submit()
      await ines.waitFor(() => Object.values(question.errors()).join().includes('Tick the box'), {
        what: 'to be asked for the box',
      })
      await question.choose(box, ['Letters may say these words all the same'])
      await question.submit()
      await ines.waitFor((view) => view.modals.length === 1, { what: 'the profile' })
      await ines.waitFor(() => ines.modal().words().includes(decided), {
        what: 'the decision',
      })
      await ines.modal().close()
      await asks(ines, '/outreach', `draft ${who}`)
      expect(wordsOf(await shown(ines, `Draft for *${who}*`))).toContain(wish)
      expect(world().complaints).toEqual([])
    },
  )
})
