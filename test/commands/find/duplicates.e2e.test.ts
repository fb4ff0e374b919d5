// Ines finds who is recorded twice, parts one pair for good, merges another, and takes the merge back.
import { describe, expect, it } from 'vitest'
import { titleFor } from '../../../src/views/merge-modal/blocks.ts'
import { aWorld } from '../../support/app.ts'
import { confirmation, open } from '../capture/support.ts'
import { shown } from '../outreach/seeing.ts'
import { asks, buttonsOf, seesPrivately, wordsOf } from './finding.ts'

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

  it('is taken back on the profile by an admin, the newest merge first; no other recruiter is offered that', async () => {
    const { ines, ben, priya } = world().hands
    const merged = async (from: string, into: string) => {
      await ines.press(await asks(ines, '/candidate', from), 'Merge with…')
      const choice = await ines.opensModal('Merge with…')
      await choice.choose('Person on record', into)
      await choice.submit()
      expect(await (await ines.opensModal(titleFor('Vera Halloway'))).submit()).toEqual({ ok: true })
    }
    await silver('Vera Halloway <vera@example.com> for Actuary in Porto', 'Vera Halloway')
    await silver('Otto Prien <otto@example.com> for Actuary in Porto', 'Otto Prien')
    await silver('Gus Wendt <gus@example.com> for Actuary in Porto', 'Gus Wendt')
    await merged('otto@example.com', 'Vera Halloway (Actuary)')
    const before = await asks(priya, '/candidate', 'vera@example.com')
    expect(buttonsOf(before)).toContain('Undo merge')
    expect(buttonsOf(await asks(ben, '/candidate', 'vera@example.com'))).not.toContain('Undo merge')
    await merged('gus@example.com', 'Vera Halloway (Actuary)')
    // Shown before the second merge, the button names the first.
    await priya.press(before, 'Undo merge')
    const refused = await seesPrivately(priya, 'merged with that of *Gus Wendt* later')
    await priya.press(refused, 'Undo the later merge')
    await seesPrivately(priya, 'Taken back')
    expect(wordsOf(await asks(priya, '/candidate', 'gus@example.com'))).toContain('Gus Wendt')
    await priya.press(await asks(priya, '/candidate', 'vera@example.com'), 'Undo merge')
    await priya.waitFor(
      () => priya.ephemerals('general').filter((one) => wordsOf(one).includes('Taken back')).length > 1,
      {
        what: 'that the first is taken back too',
      },
    )
    expect(wordsOf(await asks(priya, '/candidate', 'otto@example.com'))).toContain('Otto Prien')
    expect(buttonsOf(await asks(priya, '/candidate', 'vera@example.com'))).not.toContain('Undo merge')
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
