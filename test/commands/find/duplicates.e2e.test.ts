// Ines finds who is recorded twice, parts one pair for good, merges another, and takes the merge back.
import { describe, expect, it } from 'vitest'
import { titleFor } from '../../../src/views/merge-modal/blocks.ts'
import { aWorld } from '../../support/app.ts'
import { confirmation, open } from '../capture/support.ts'
import { shown } from '../outreach/seeing.ts'
import { asks, seesPrivately, wordsOf } from './finding.ts'

describe('/medallist duplicates', () => {
  const world = aWorld()
  const silver = async (text: string, name: string) => {
    const { ines } = world().hands
    await (await open(ines, text)).submit()
    await confirmation(ines, name)
  }

  it('says so where nobody is recorded twice, and is for recruiters', async () => {
    const { ines, tom } = world().hands
    await silver('Elizabeth Thornmere <eliza@example.com> for Senior SRE in Lisbon', 'Elizabeth Thornmere')
    expect(wordsOf(await asks(ines, '/medallist', 'duplicates'))).toContain('Nobody seems to be recorded twice.')
    expect(wordsOf(await asks(tom, '/medallist', 'duplicates'))).toContain('recruiter')
  })

  it('shows both side by side with the reasons, and joins them when asked to, until it is undone', async () => {
    const { ines } = world().hands
    await silver('Liz Thornmere <liz@example.com> for Staff SRE in Lisbon', 'Liz Thornmere')
    const list = await asks(ines, '/medallist', 'duplicates')
    expect(wordsOf(list)).toContain('Elizabeth Thornmere')
    expect(wordsOf(list)).toContain('Liz is short for Elizabeth; same place.')
    await ines.press(list, 'Merge…')
    const merge = await ines.opensModal(titleFor('Elizabeth Thornmere'))
    expect(merge.words()).toContain('everything known of *Liz Thornmere* joins it')
    await merge.choose('Role and outcome', 'Take that of the other')
    expect(await merge.submit()).toEqual({ ok: true })
    const notice = await shown(ines, 'was merged into *Elizabeth Thornmere*', 'for 30 days')
    expect(wordsOf(await asks(ines, '/medallist', 'duplicates'))).toContain('Nobody seems to be recorded twice.')
    const profile = wordsOf(await asks(ines, '/candidate', 'liz@example.com'))
    expect(profile).toContain('Elizabeth Thornmere')
    expect(profile).toContain('Staff SRE')
    await ines.press(notice, 'Undo')
    await shown(ines, 'The merge with *Elizabeth Thornmere* was taken back')
    expect(wordsOf(await asks(ines, '/candidate', 'liz@example.com'))).toContain('Liz Thornmere')
  })

  it('joins two whom nobody suggested, from the profile of one of them', async () => {
    const { ines } = world().hands
    await silver('Bo Lindqvist <bo@example.com> for Nurse in Lisbon', 'Bo Lindqvist')
    const profile = await asks(ines, '/candidate', 'bo@example.com')
    await ines.press(profile, 'Merge with…')
    const choice = await ines.opensModal('Merge with…')
    await choice.choose('Person on record', 'Bo Lindqvist (Nurse)')
    await choice.submit()
    expect(choice.errors()).toEqual({ 'Person on record': 'That is this very record. Choose the other one.' })
    await choice.choose('Person on record', 'Liz Thornmere (Staff SRE)')
    await choice.submit()
    const merge = await ines.opensModal(titleFor('Liz Thornmere'))
    expect(merge.words()).toContain('everything known of *Bo Lindqvist* joins it')
    expect(await merge.submit()).toEqual({ ok: true })
    expect(ines.see().modals).toHaveLength(0)
    const notice = await shown(ines, 'was merged into *Liz Thornmere*', 'for 30 days')
    await ines.press(notice, 'Undo')
    await shown(ines, 'The merge with *Liz Thornmere* was taken back')
  })

  it('asks about a pair once: whoever says that they are two is not asked again', async () => {
    const { ines, ben } = world().hands
    const list = await asks(ines, '/medallist', 'duplicates')
    const other = await asks(ben, '/medallist', 'duplicates')
    await ines.press(list, 'Not the same person')
    await seesPrivately(ines, 'Noted: they are two people')
    await ben.press(other, 'Not the same person')
    await seesPrivately(ben, 'Somebody said already')
    expect(wordsOf(await asks(ines, '/medallist', 'duplicates'))).toContain('Nobody seems to be recorded twice.')
  })
})
