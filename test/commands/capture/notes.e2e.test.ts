// What a message says is saved with the person it is about; a flag is merged with whom the recruiter chooses, and taken back.
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../simulator/contract.ts'
import { wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'
import { aWorld } from '../../support/app.ts'
import { closed, shown } from '../outreach/seeing.ts'
import { byEmail, confirmation, open, patiently, person, rows } from './support.ts'

describe('a message about somebody on record', () => {
  const world = aWorld()
  const said = async (who: Hands, text: string): Promise<Message> => {
    await who.say('hiring-sre', text)
    const message = who.messages('hiring-sre').find((one) => one.text === text)
    if (message === undefined) throw new Error('no message')
    return message
  }
  const id = () => byEmail(world(), 'nadia@example.com')
  const card = (who: Hands, ...words: string[]) =>
    who.waitFor(
      () => who.messages('recruiting-triage').findLast((one) => words.every((word) => wordsOf(one).includes(word))),
      { what: `the card with ${words.join(', ')}` },
    )

  it('is saved as a note, with the person chosen already, and taken back', async () => {
    const { ines, tom } = world().hands
    await (await open(ines, 'Nadia Rahimi <nadia@example.com> for Senior SRE')).submit()
    await confirmation(ines, 'Nadia Rahimi')
    const nadia = await id()
    const message = await said(tom, 'Met Nadia Rahimi again: she would come back for a remote role.')
    expect(await patiently(() => ines.messageShortcut('Save as candidate note', message))).toEqual({ ok: true })
    const form = await ines.opensModal('Candidate note')
    expect(form.fields()['Who is it about?']?.value).toBe('Nadia Rahimi (Senior SRE)')
    expect(form.fields()['What it is']?.value).toBe('A note, internal')
    expect(form.fields().Note?.value).toBe('Met Nadia Rahimi again: she would come back for a remote role.')
    await form.choose('What it is', 'What would bring them back')
    await form.fill('Note', 'would come back for a remote role, after her sick leave')
    await form.submit()
    expect(form.words()).toContain('may be about health')
    await form.fill('Note', 'would come back for a remote role')
    expect(await form.submit()).toEqual({ ok: true })
    await closed(ines)
    const notice = await shown(ines, 'Saved as a note on *Nadia Rahimi*')
    const facts = await rows(world(), (tx) => tx.candidates.facts(nadia))
    expect(facts.find(({ kind }) => kind === 'wish')).toMatchObject({
      text: 'would come back for a remote role',
      telling: 'internal_only',
      sourceLink: expect.stringMatching(/^https:\/\/fernhollow\.slack\.com\/archives\/C0HIRESRE1\/p\d+$/),
    })
    await ines.press(notice, 'Undo')
    await shown(ines, 'That note was taken back')
    expect((await rows(world(), (tx) => tx.candidates.facts(nadia))).map(({ kind }) => kind)).not.toContain('wish')
  })

  it('is no manager’s to note, who hears what they can do', async () => {
    const { tom } = world().hands
    await patiently(() => tom.messageShortcut('Save as candidate note', tom.messages('hiring-sre').at(-1) as Message))
    await shown(tom, 'Notes about candidates are kept by recruiters', '*Flag near-miss*')
    expect(tom.see().modals).toHaveLength(0)
  })

  it('is merged with whom the recruiter chooses, the flagger hears, and it can be undone', async () => {
    const { ines, tom } = world().hands
    await patiently(() => tom.command('/silver', 'Nadia Rahimy for Staff SRE: superb on call', { in: 'general' }))
    await (await tom.opensModal('Flag a near-miss')).submit()
    await ines.press(await card(ines, 'Nadia Rahimy'), 'Merge with…')
    const choice = await ines.opensModal('Merge with…')
    await choice.choose('Person on record', 'Nadia Rahimi (Senior SRE)')
    expect(await choice.submit()).toEqual({ ok: true })
    const merge = await ines.opensModal('Merge with Nadia Rahimi?')
    expect(merge.words()).toContain('Staff SRE')
    await merge.choose('Role and outcome', 'Take the new')
    expect(await merge.submit()).toEqual({ ok: true })
    await closed(ines)
    const notice = await shown(ines, 'was merged into *Nadia Rahimi*', 'for 30 days')
    await shown(tom, 'Your flag was taken up')
    expect((await person(world(), await id()))?.consideredRole).toBe('Staff SRE')
    await ines.press(notice, 'Undo')
    await shown(ines, 'The merge with *Nadia Rahimi* was taken back')
    expect((await person(world(), await id()))?.consideredRole).toBe('Senior SRE')
    await shown(tom, 'is with the recruiters again')
    await card(ines, 'Nadia Rahimy', 'Merge with…')
  })

  it('dismisses a flag by a slip, and lets it wait again', async () => {
    const { ines, ben } = world().hands
    await ines.press(await card(ines, 'Nadia Rahimy', 'Dismiss'), 'Dismiss')
    const why = await ines.opensModal('Dismiss this flag')
    await why.fill('Why?', 'Flagged twice')
    await why.submit()
    const dismissed = await card(ben, 'Nadia Rahimy', 'dismissed this')
    await ben.press(dismissed, 'Undo')
    await card(ines, 'Nadia Rahimy', 'Accept')
  })

  it('is added from anywhere by the global shortcut, with what would bring them back', async () => {
    const { ines } = world().hands
    await patiently(() => ines.globalShortcut('Add a silver medallist'))
    const form = await ines.opensModal('Add a silver medallist')
    await form.fill('Full name', 'Pia Lund')
    await form.fill('Email', 'pia@example.com')
    await form.fill('Role they were considered for', 'Senior SRE')
    await form.press('More details')
    await form.fill('What would bring them back', 'A team in Oslo')
    expect(await form.submit()).toEqual({ ok: true })
    await confirmation(ines, 'Pia Lund')
    const pia = await byEmail(world(), 'pia@example.com')
    expect((await person(world(), pia))?.bringBack).toBe('A team in Oslo')
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
