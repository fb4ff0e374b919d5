// Priya sets the workspace up as she likes it: every field answers for itself, everything is said once, and Undo takes it back.
import { describe, expect, it } from 'vitest'
import type { ViewHands } from '../../../simulator/hands/view-hands.ts'
import type { Hands } from '../../../simulator/hands.ts'
import { aWorld } from '../../support/app.ts'
import { asks, wordsOf } from '../find/finding.ts'

const world = aWorld()
const hands = () => world().hands

async function opensSection(priya: Hands, section: string): Promise<ViewHands> {
  await priya.command('/medallist', 'settings', { in: 'general' })
  const overview = await priya.opensModal('Settings')
  await overview.press('Change…', { near: section })
  return priya.opensModal(section)
}
const said = (priya: Hands, words: string) =>
  priya.waitFor(() => priya.modal().words().includes(words) && priya.modal(), { what: words })
const closeAll = (priya: Hands) => priya.modal().close({ clear: true })

describe('/medallist settings', () => {
  it('shows what is in force, and is for admins alone', async () => {
    const { priya, ines } = hands()
    await priya.command('/medallist', 'settings', { in: 'general' })
    const words = (await priya.opensModal('Settings')).words()
    for (const line of [
      'Flags: *#recruiting-triage*',
      'Weekly digest: *#recruiting-metrics*',
      'A word at least every: *90 days*',
      'Nudge at: *08:30*',
      'Digest on: *Monday*',
      'Mails come from *people@fernhollow.example*',
      'Pause after a no: *90 days*',
      'Quiet hours: *off*',
      'Undo send for: *10 seconds*',
    ])
      expect(words).toContain(line)
    await closeAll(priya)
    expect(wordsOf(await asks(ines, '/medallist', 'settings'))).toContain('This needs an admin of Medallist')
  })

  it('changes the rhythm, says so once, and takes it back', async () => {
    const { priya } = hands()
    const form = await opensSection(priya, 'Rhythm')
    await form.fill('In touch at least every … days', '60')
    await form.choose('The daily nudge comes at', '09:15')
    await form.fill('Holidays', '25 December 2026\n2027-01-01')
    await form.fill('Goal: hires from pools, in per cent', '25')
    await form.submit()
    const notice = await said(priya, 'Saved.')
    expect(notice.words()).toContain('A word at least every: *60 days*')
    expect(notice.words()).toContain('Nudge at: *09:15*')
    expect(notice.words()).toContain('Holidays: *2 days*')
    expect(notice.words()).toContain('Goal: *25 % of hires from pools*')
    expect(notice.words()).not.toContain('Digest on')
    await notice.press('Undo')
    expect((await said(priya, 'Taken back.')).words()).toContain('A word at least every: *90 days*')
    await priya.modal().close()
    expect((await priya.opensModal('Settings')).words()).toContain('Nudge at: *08:30*')
    await closeAll(priya)
  })

  it('changes nothing where everything is as it was', async () => {
    const { priya } = hands()
    await (await opensSection(priya, 'Restraint')).submit()
    expect((await said(priya, 'nothing was changed')).buttons()).toEqual([])
    await closeAll(priya)
  })

  it('tells each mistake on its field and keeps what was typed', async () => {
    const { priya } = hands()
    const rhythm = await opensSection(priya, 'Rhythm')
    await rhythm.fill('Holidays', 'Christmas')
    await rhythm.submit()
    expect(rhythm.errors()).toEqual({ Holidays: expect.stringContaining('“Christmas” is no day that I know') })
    await closeAll(priya)
    const restraint = await opensSection(priya, 'Restraint')
    await restraint.fill('Quiet hours by the candidate’s clock', 'at night')
    await restraint.submit()
    expect(restraint.errors()).toEqual({ 'Quiet hours by the candidate’s clock': expect.stringContaining('20-8') })
    await restraint.fill('Quiet hours by the candidate’s clock', '9-8')
    await restraint.submit()
    expect(Object.values(restraint.errors()).join()).toContain('less than four hours')
    await closeAll(priya)
  })

  it('warns whoever gives up the time for Undo', async () => {
    const { priya } = hands()
    const form = await opensSection(priya, 'Restraint')
    await form.fill('Seconds in which Undo send works', '0')
    await form.submit()
    const notice = await said(priya, 'Saved.')
    expect(notice.words()).toContain('nobody can undo it')
    await notice.press('Undo')
    await said(priya, 'Undo send for: *10 seconds*')
    await closeAll(priya)
  })

  it('takes no place for flags that everybody may read, and keeps nothing of the form then', async () => {
    const { priya } = hands()
    const form = await opensSection(priya, 'Channels')
    await form.choose('Where flags wait for a recruiter', 'general')
    await form.choose('Hiring channels', ['hiring-sre', 'hiring-design'])
    await form.submit()
    expect(form.errors()).toEqual({
      'Where flags wait for a recruiter': expect.stringContaining('Everybody can read that channel'),
    })
    await form.close()
    const overview = await priya.opensModal('Settings')
    expect(overview.words()).toContain('Flags: *#recruiting-triage*')
    expect(overview.words()).toContain('Hiring channels: *none*')
    await closeAll(priya)
  })

  it('sends flags to the channel that was chosen, from the next one on', async () => {
    const { priya, tom, ines } = hands()
    const form = await opensSection(priya, 'Channels')
    await form.choose('Where flags wait for a recruiter', 'recruiting-nudges')
    await form.submit()
    await said(priya, 'Saved.')
    await closeAll(priya)
    await tom.command('/silver', 'Nadia Rahimi for Senior SRE', { in: 'general' })
    await (await tom.opensModal('Flag a near-miss')).submit()
    await ines.waitFor(
      () => ines.messages('recruiting-nudges').some((one) => JSON.stringify(one.blocks).includes('Nadia Rahimi')),
      { what: 'the card in the other channel' },
    )
    expect(JSON.stringify(ines.messages('recruiting-triage'))).not.toContain('Nadia')
  })

  it('warns of a nudge that everybody may read, and lets it be', async () => {
    const { priya } = hands()
    const form = await opensSection(priya, 'Channels')
    await form.choose('Where the daily nudge comes', 'general')
    await form.submit()
    expect((await said(priya, 'Saved.')).words()).toContain('The nudge names nobody there')
    await closeAll(priya)
  })

  it('is a button of Home for admins, and for nobody else', async () => {
    const { priya, ines } = hands()
    await ines.openHome()
    await priya.openHome()
    await priya.waitFor(({ home }) => home && priya.home().buttons().includes('Settings'), { what: 'the button' })
    await ines.waitFor(({ home }) => home && ines.home().buttons().includes('Find people'), { what: 'Home of Ines' })
    expect(ines.home().buttons()).not.toContain('Settings')
    await priya.home().press('Settings')
    expect((await priya.opensModal('Settings')).words()).toContain('Restraint')
    await closeAll(priya)
  })

  it('gives a new pool the usual cadence', async () => {
    const { priya, ines } = hands()
    const form = await opensSection(priya, 'Rhythm')
    await form.fill('In touch at least every … days', '45')
    await form.submit()
    await said(priya, 'Saved.')
    await closeAll(priya)
    await ines.command('/pool', 'new', { in: 'general' })
    const pool = await ines.opensModal('New pool')
    expect(pool.fields()['In touch at least every … days']?.value).toBe('45')
    await pool.close()
  })
})

describe('/medallist nudge', () => {
  it('lets each recruiter choose where their nudge comes', async () => {
    const { ben, tom } = hands()
    expect(wordsOf(await asks(ben, '/medallist', 'nudge'))).toContain('on working days at 08:30')
    expect(wordsOf(await asks(ben, '/medallist', 'nudge dm'))).toContain('comes here by direct message')
    expect(wordsOf(await asks(ben, '/medallist', 'nudge'))).toContain('comes here by direct message')
    expect(wordsOf(await asks(ben, '/medallist', 'nudge of'))).toContain('Did you mean `off`?')
    expect(wordsOf(await asks(ben, '/medallist', 'nudge off'))).toContain('You get no daily nudge')
    expect(wordsOf(await asks(tom, '/medallist', 'nudge off'))).toContain('This needs a recruiter')
  })
})
