// Ines marks somebody, from the profile, as a person or by the company, and takes it back; cards and profiles say so.
import { describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { closed, labels, shown, told } from '../outreach/seeing.ts'
import { asks, wordsOf } from './finding.ts'

describe('do not contact', () => {
  const world = aWorld({ sample: true })

  it('marks a person from the menu of the profile, says so once with an undo, and the draft’s card follows', async () => {
    const { ines } = world().hands
    await asks(ines, '/outreach', 'draft Leila Haddad')
    await shown(ines, 'Draft for *Leila Haddad*', 'OK to send')
    const profile = await asks(ines, '/candidate', 'Leila Haddad')
    await ines.press(profile, 'Do not contact…')
    const modal = await ines.opensModal('Do not contact')
    await modal.choose('Why', 'They asked us not to')
    await modal.fill('In a few words', 'call on 3 March')
    await modal.submit()
    await closed(ines)
    const notice = await shown(ines, 'Nobody will write to Leila Haddad from now on.')
    await shown(ines, 'Draft for *Leila Haddad*', 'Not yet', 'is marked *do not contact*')
    expect(wordsOf(await asks(ines, '/candidate', 'Leila Haddad'))).toContain(
      'Do not contact: they asked us not to (call on 3 March)',
    )
    await ines.press(notice, 'Undo')
    await shown(ines, 'Leila Haddad is no longer marked *do not contact*.')
    await shown(ines, 'Draft for *Leila Haddad*', 'OK to send')
  })

  it('draws the profile anew where the form stood above it, and offers the way back', async () => {
    const { ines } = world().hands
    const list = await asks(ines, '/pool', 'Omar Aziz')
    await ines.press(list, 'Open')
    const profile = await ines.opensModal()
    await profile.press('Log a call')
    const call = await ines.opensModal('Log a call')
    await call.fill('What was said', 'Likes the new team')
    await call.submit()
    await ines.waitFor(() => ines.modal().words().includes('Likes the new team'), { what: 'the call on the timeline' })
    await ines.modal().press('Do not contact…')
    await (await ines.opensModal('Do not contact')).submit()
    await ines.waitFor(() => ines.modal().buttons().includes('Allow contact again'), { what: 'the way back' })
    await ines.modal().press('Allow contact again')
    const lift = await ines.opensModal('Allow contact again')
    await lift.submit()
    expect(lift.errors()).toEqual({ 'Where was that said?': 'Please complete this required field.' })
    await lift.fill('Where was that said?', 'their mail of today')
    await lift.submit()
    await ines.waitFor(() => ines.modal().buttons().includes('Do not contact…'), { what: 'the mark to be gone' })
  })

  it('keeps a list of companies, for admins to change', async () => {
    const { priya, ines, tom } = world().hands
    const asked = async (text: string, who = priya) => wordsOf(await asks(who, '/medallist', `do-not-contact ${text}`))
    expect(await asked('')).toContain('No company is on the do-not-contact list.')
    expect(await asked('add')).toContain('Say which company.')
    expect(await asked('add Acme gmail.com')).toContain('Anybody may have an address at gmail.com')
    const added = await asks(priya, '/medallist', 'do-not-contact add Ac<b>me & Co acme.com: client *until* 2027')
    expect(wordsOf(added)).toContain('Nobody will write to people at Ac&lt;b&gt;me &amp; Co from now on.')
    expect(await asked('add AC<B>ME, and Co')).toContain('on the list already')
    expect(await asked('', ines)).toContain('(acme.com): client *until* 2027')
    expect(await asked('add Other', ines)).toContain('admin')
    expect(await asked('', tom)).not.toContain('acme')
    expect(labels(added)).toEqual(['Undo'])
    await priya.press(added, 'Undo')
    await told(priya, 'is off the list')
    expect(await asked('remove Acme')).toContain('Acme is not on the list.')
  })
})
