import { describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'

const world = aWorld({ config: { triageChannel: '#general' } })

describe('a triage channel that everybody may read', () => {
  it('gets no candidate’s name: the flag goes to the recruiters directly', async () => {
    const { tom, ines, ben, sam } = world().hands
    await tom.say('hiring-sre', 'Nadia Rahimi was superb on incident design')
    const message = tom.messages('hiring-sre').find(({ text }) => text.includes('Nadia'))
    if (message === undefined) throw new Error('Tom has said nothing')
    await tom.messageShortcut('Flag near-miss', message)
    const form = await tom.opensModal('Flag a near-miss')
    await form.fill('Full name', 'Nadia Rahimi')
    await form.fill('Role they were considered for', 'Senior SRE')
    await form.submit()
    for (const recruiter of [ines, ben]) {
      await recruiter.waitFor(
        () => recruiter.dm().find((one) => JSON.stringify(one.blocks).includes('near_miss_accept')),
        {
          what: 'the card in the DM',
        },
      )
    }
    expect(JSON.stringify(sam.messages('general'))).not.toContain('Nadia')
  })
})
