// Priya connects a fresh workspace: she sees what is there and what is left, makes pools of her hardest roles, and tries the sample company.
import { describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { asks, buttonsOf, wordsOf } from '../find/finding.ts'

describe('/medallist setup', () => {
  const world = aWorld()
  const hands = () => world().hands

  it('shows what is connected and what is left to do, to admins alone', async () => {
    const { priya, ines } = hands()
    const answer = await asks(priya, '/medallist', 'setup')
    const words = wordsOf(answer)
    for (const line of [
      '1 thing is left to do.',
      ':white_check_mark: Slack: every permission is granted',
      ':white_check_mark: Flags → #recruiting-triage',
      ':white_check_mark: The daily nudge → #recruiting-nudges',
      ':white_check_mark: The weekly digest → #recruiting-metrics',
      ':white_check_mark: 2 recruiters',
      ':white_check_mark: Mail leaves from people@fernhollow.example',
      ':heavy_minus_sign: No model',
      ':black_square_button: Nobody is on record yet.',
      ':heavy_minus_sign: No pools yet.',
    ])
      expect(words).toContain(line)
    expect(buttonsOf(answer)).toEqual(['Settings', 'Name the hardest roles', 'Load the sample company'])
    expect(wordsOf(await asks(ines, '/medallist', 'setup'))).toContain('This needs an admin of Medallist')
  })

  it('makes a pool of each of the hardest roles', async () => {
    const { priya } = hands()
    await priya.press(await asks(priya, '/medallist', 'setup'), 'Name the hardest roles')
    const form = await priya.opensModal('The hardest roles')
    await form.fill('The hardest role to fill', 'Senior SRE')
    await form.fill('Another one', 'Staff "Designer"')
    await form.submit()
    const notice = await priya.waitFor(
      () => priya.modal().words().includes('The pool *Senior SRE* is there') && priya.modal(),
      { what: 'the pools' },
    )
    expect(notice.words()).toContain('The pool *Staff Designer* is there')
    await notice.close()
    expect(wordsOf(await asks(priya, '/pool', ''))).toContain('Senior SRE')
    await priya.press(await asks(priya, '/medallist', 'setup'), 'Name the hardest roles')
    const again = await priya.opensModal('The hardest roles')
    await again.fill('The hardest role to fill', 'senior sre')
    await again.submit()
    expect(Object.keys(again.errors())).toEqual(['The hardest role to fill'])
    await again.close()
  })

  it('brings the sample company, whose pools already wait for its people, and takes it away again', async () => {
    const { priya, ines } = hands()
    await priya.press(await asks(priya, '/medallist', 'setup'), 'Load the sample company')
    await priya.waitFor(
      () => priya.ephemerals('general').some((one) => wordsOf(one).includes('*Fernhollow Energy is here*: 59 people')),
      { what: 'the sample company' },
    )
    expect(wordsOf(await asks(priya, '/pool', 'Ana Souza'))).toContain('Ana Souza')
    expect(wordsOf(await asks(priya, '/medallist', 'sample-data load'))).toContain('is here already')
    expect(wordsOf(await asks(ines, '/medallist', 'sample-data remove'))).toContain('This needs an admin')
    expect(wordsOf(await asks(priya, '/medallist', 'sample-data remove'))).toContain(
      '59 people of the sample company are gone',
    )
    expect(wordsOf(await asks(priya, '/medallist', 'sample-data remove'))).toContain('There is no sample company here')
    expect(wordsOf(await asks(priya, '/medallist', 'sample-data toss'))).toContain('does not know “toss”')
  })

  it('is listed by help, as are the settings', async () => {
    const { priya, ines } = hands()
    const help = wordsOf(await asks(priya, '/medallist', 'help'))
    for (const word of ['setup', 'settings', 'roles', 'sample-data', 'do-not-contact', 'jobs'])
      expect(help).toContain(`/medallist ${word}`)
    expect(wordsOf(await asks(ines, '/medallist', 'help'))).not.toContain('/medallist setup')
  })
})

describe('/medallist setup where much is missing', () => {
  const world = aWorld({
    env: {
      MEDALLIST_TRIAGE_CHANNEL: '#general',
      MEDALLIST_NUDGE_CHANNEL: '#nowhere',
      MEDALLIST_RECRUITERS_GROUP: 'nobody',
    },
  })

  it('says what to do about each', async () => {
    const { priya } = world().hands
    const words = wordsOf(await asks(priya, '/medallist', 'setup'))
    expect(words).toContain('Flags → #general: everybody can read that channel')
    expect(words).toContain('The daily nudge → #nowhere: there is no such channel')
    expect(words).toContain('Nobody is a recruiter yet. Make the user group `@nobody` in Slack')
    expect(words).toContain('4 things are left to do.')
  })
})
