// Around the card of a draft, by the words that people see: scheduling, asking, the manager's own voice, snoozing, reviewing many.
import { describe, expect, it } from 'vitest'
import { DAY, instant, SECOND } from '../../../src/domain/shared/time.ts'
import { snoozePerson } from '../../../src/usecases/people/snooze-person.ts'
import { aWorld } from '../../support/app.ts'
import { besides, closed, labels, personCalled, shown, told, wordsOf } from './seeing.ts'

let ahead = 0
const world = aWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })

const wakeSends = () => {
  const { app } = world()
  app.contexts.forSystem(app.workspace).services.wake.sends()
}

describe('a recruiter', () => {
  it('schedules a draft for their next morning, sees it on the card, takes it back, and schedules again until it leaves', async () => {
    const {
      hands: { ines },
      local,
    } = world()
    await ines.command('/outreach', 'draft Ana Souza')
    const card = await shown(ines, 'Draft for *Ana Souza*', 'OK to send')
    await ines.press(card, 'Schedule…')
    const modal = await ines.opensModal('Schedule')
    expect(String(modal.fields().When?.value)).toMatch(/\d{2}:45/)
    await modal.submit()
    await closed(ines)
    const scheduled = await shown(ines, 'Draft for *Ana Souza*', 'Scheduled for')
    expect(labels(scheduled)).toEqual(['Undo send'])
    await ines.press(scheduled, 'Undo send')
    const back = await shown(ines, 'Draft for *Ana Souza*', 'OK to send')
    await ines.press(back, 'Schedule…')
    await (await ines.opensModal('Schedule')).submit()
    await shown(ines, 'Draft for *Ana Souza*', 'Scheduled for')
    const before = local.mailbox.list().length
    ahead += 4 * DAY
    wakeSends()
    await shown(ines, 'Draft for *Ana Souza*', 'Sent')
    expect(local.mailbox.list()).toHaveLength(before + 1)
  })

  it('is told beside the fields what is wrong with a moment', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft Jonas Berg')
    const card = await shown(ines, 'Draft for *Jonas Berg*', 'OK to send')
    await ines.press(card, 'Schedule…')
    const modal = await ines.opensModal('Schedule')
    await modal.choose('Or another day', '2020-01-01')
    await modal.submit()
    await ines.waitFor(() => Object.keys(modal.errors()).length > 0, { what: 'an error' })
    expect(modal.errors()['Or another day']).toContain('Please give both')
    await modal.choose('At this time', '09:00')
    await modal.submit()
    await ines.waitFor(() => modal.errors()['Or another day']?.includes('has passed'), {
      what: 'that it has passed',
    })
    await modal.close()
  })

  it('hears, where no model is connected, that none can follow a note, and what to do instead', async () => {
    const { ines } = world().hands
    await ines.press(await shown(ines, 'Draft for *Jonas Berg*', 'OK to send'), 'Regenerate with a note…')
    await told(ines, 'No language model is connected here')
  })

  it('previews the mail as it will be read', async () => {
    const { ines } = world().hands
    const card = await shown(ines, 'Draft for *Jonas Berg*', 'OK to send')
    await ines.press(card, 'Preview')
    const modal = await ines.opensModal('Preview')
    for (const words of [
      'Ines Moreau',
      'Reply to',
      'jonas.berg@example.com',
      'Unsubscribe with one click: [a link of their own]',
    ])
      expect(modal.words()).toContain(words)
    await modal.close()
  })
})

describe('a colleague who is asked', () => {
  it('says what they would change, and the asker hears it and sees it on the card', async () => {
    const { ines, tom } = world().hands
    const card = await shown(ines, 'Draft for *Jonas Berg*', 'OK to send')
    await ines.press(card, 'Ask a colleague…')
    const ask = await ines.opensModal('Ask a colleague')
    await ask.choose('Whom', 'Tom Okafor')
    await ask.fill('A question to them', 'Is it the right moment?')
    await ask.submit()
    await closed(ines)
    const question = await shown(tom, 'asks you to look at a message to *Jonas Berg*', 'Is it the right moment?')
    expect(wordsOf(question)).not.toContain('jonas.berg@example.com')
    await tom.press(question, 'Suggest a change')
    const form = await tom.opensModal('Suggest a change')
    await form.fill('What would you change?', 'Say that the job is remote now.')
    await form.submit()
    await closed(tom)
    await shown(tom, 'asks you to look at a message to *Jonas Berg*', 'You suggested')
    await shown(ines, 'suggests a change to your draft for *Jonas Berg*', 'Say that the job is remote now.')
    await shown(ines, 'Draft for *Jonas Berg*', 'suggests: Say that the job is remote now.')
  })

  it('must be somebody who may see drafts', async () => {
    const { ines } = world().hands
    const card = await shown(ines, 'Draft for *Jonas Berg*', 'OK to send')
    await ines.press(card, 'Ask a colleague…')
    const ask = await ines.opensModal('Ask a colleague')
    await ask.choose('Whom', 'Sam Whitlock')
    await ask.submit()
    await ines.waitFor(() => Object.keys(ask.errors()).length > 0, { what: 'an error' })
    expect(ask.errors().Whom).toContain('only recruiters and hiring managers')
    await ask.close()
  })

  it('writes in their own words, and the mail comes from them', async () => {
    const {
      hands: { ines, tom },
      local,
    } = world()
    const card = await shown(ines, 'Draft for *Jonas Berg*', 'OK to send')
    await ines.press(card, 'Ask a colleague…')
    const ask = await ines.opensModal('Ask a colleague')
    await ask.choose('Whom', 'Tom Okafor')
    await ask.choose('What for', 'Say it in their own words, and send it in their name')
    await ask.submit()
    await closed(ines)
    const question = await shown(tom, 'asks you to write to *Jonas Berg* in your own words')
    await tom.press(question, 'Edit…')
    const form = await tom.opensModal('In your own words')
    expect(String(form.fields().Text?.value)).toContain('Tom Okafor')
    await form.fill('Subject', 'From Tom himself')
    await form.fill('Text', 'Jonas, the job is remote now, and I would like you to have it.\n\nTom')
    await form.submit()
    await closed(tom)
    await shown(tom, 'From Tom himself', 'You approved it')
    await shown(ines, 'wrote to *Jonas Berg* in their own words and approved it')
    ahead += 11 * SECOND
    wakeSends()
    await shown(tom, 'From Tom himself', 'in your name')
    const mail = await ines.waitFor(() => local.mailbox.list().find(({ subject }) => subject === 'From Tom himself'), {
      what: 'the mail',
    })
    expect(mail.from).toContain('Tom Okafor')
  })
})

describe('somebody who wants peace', () => {
  it('is snoozed from a list, shown as such, and woken by Undo', async () => {
    const { ines } = world().hands
    await ines.command('/pool', 'Leila Haddad')
    const list = await told(ines, 'Leila Haddad')
    await ines.press(list, 'Snooze')
    const modal = await ines.opensModal('Snooze')
    await modal.choose('Until when?', modal.fields()['Until when?']?.options[3] ?? '')
    await modal.submit()
    await closed(ines)
    const done = await shown(ines, 'Leila Haddad is snoozed until a job like theirs opens')
    await ines.command('/candidate', 'Leila Haddad')
    await told(ines, '*Snoozed* until a job like theirs opens')
    await ines.command('/outreach', 'draft Leila Haddad')
    await shown(ines, 'Draft for *Leila Haddad*', '*Snoozed* until a job like theirs opens')
    await ines.press(done, 'Undo')
    const leila = await personCalled(world(), 'Leila Haddad')
    const ctx = await besides(world(), ines)
    const person = await ctx.uow.run((tx) => tx.candidates.get(leila as never))
    expect(person?.snoozedUntil).toBeUndefined()
  })

  it('counts again by *End the snooze* on a profile in a message, and *Undo* leaves them in peace as before', async () => {
    const { ines } = world().hands
    const mei = await personCalled(world(), 'Mei Tan')
    const ctx = await besides(world(), ines)
    const until = () => ctx.uow.run(async (tx) => (await tx.candidates.get(mei as never))?.snoozedUntil)
    await snoozePerson(ctx, { candidateId: mei, choice: 'one_month' })
    const before = await until()
    expect(before).toBeDefined()
    await ines.command('/candidate', 'Mei Tan')
    await ines.press(await told(ines, '*Mei Tan*'), 'End the snooze')
    const ended = await told(ines, 'The snooze of Mei Tan has ended')
    expect(await until()).toBeUndefined()
    await ines.press(ended, 'Undo')
    await told(ines, 'Mei Tan is snoozed until')
    expect(await until()).toBe(before)
  })
})

describe('many drafts', () => {
  it('are written for a whole list, and reviewed one by one in a modal that can be closed and taken up again', async () => {
    const { ben } = world().hands
    await ben.command('/pool', 'role:SRE')
    const list = await told(ben, 'Draft for all…')
    await ben.press(list, 'Draft for all…')
    const form = await ben.opensModal('Draft for all')
    await ben.waitFor(() => form.words().includes('can get a draft now'), { what: 'who can' })
    expect(form.words()).toContain('Not yet')
    await form.submit()
    const deck = await ben.opensModal('Review')
    const count = Number(/\*1 of (\d+)\*/.exec(deck.words())?.[1])
    expect(count).toBeGreaterThan(1)
    await deck.press('Edit')
    const edit = await ben.opensModal('Edit the draft')
    await edit.fill('Subject', 'A word from Ben alone')
    await edit.submit()
    await ben.waitFor((view) => view.modals.length === 1, { what: 'the deck alone' })
    await ben.waitFor(() => ben.modal().words().includes('A word from Ben alone'), {
      what: 'his text',
    })
    await ben.modal().press('Approve & next')
    await ben.waitFor(() => ben.modal().words().includes(`*2 of ${count}*`), { what: 'the second' })
    expect(ben.modal().words()).toContain('Approved for')
    await shown(ben, 'A word from Ben alone', 'Approved by')
    await ben.modal().press('Skip')
    await ben.waitFor((view) => JSON.stringify(view.modals).includes('Skipped'), { what: 'the next' })
    await ben.modal().close()
    await ben.command('/outreach')
    const queue = await told(ben, 'for you to decide')
    const again = labels(queue).find((label) => label.startsWith('Review '))
    expect(again).toBe(`Review ${count - 1} draft${count === 2 ? '' : 's'}`)
    await ben.press(queue, again ?? '')
    await ben.opensModal('Review')
    for (let at = 1; at < count; at += 1) {
      const place = `*${at} of ${count - 1}*`
      await ben.waitFor(() => ben.modal().words().includes(place), { what: place })
      await ben.modal().press('Skip')
    }
    await ben.waitFor(() => ben.modal().words().includes('That is all for this sitting'), {
      what: 'the end',
    })
  })
})
