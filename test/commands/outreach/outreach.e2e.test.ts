// A recruiter's way from a name to a mail in the mailbox, by the words that she sees.
import { describe, expect, it } from 'vitest'
import { instant, SECOND } from '../../../src/domain/shared/time.ts'
import { editDraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { aWorld } from '../../support/app.ts'
import { besides, closed, labels, personCalled, shown, told, wordsOf } from './seeing.ts'

let ahead = 0
const world = aWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })

describe('a recruiter', () => {
  it('drafts, edits, approves, undoes, approves again, and the mail arrives', async () => {
    const {
      hands: { ines },
      local,
      app,
    } = world()
    await ines.command('/outreach', 'draft Ana Souza')
    await told(ines, 'A draft for Ana Souza is in your DM')
    const first = await shown(ines, 'Draft for *Ana Souza*', 'OK to send')
    await ines.press(first, 'Edit')
    const modal = await ines.opensModal('Edit the draft')
    await modal.fill('Subject', 'Autumn has come')
    await modal.submit()
    await closed(ines)
    const edited = await shown(ines, '*Subject*  Autumn has come', 'OK to send')
    await ines.press(edited, 'Approve & send')
    const approved = await shown(ines, 'Autumn has come', 'Approved by')
    await ines.press(approved, 'Undo send')
    await told(ines, 'Undone')
    const again = await shown(ines, 'Autumn has come', 'OK to send')
    await ines.press(again, 'Approve & send')
    await shown(ines, 'Autumn has come', 'Approved by')
    ahead += 11 * SECOND
    app.contexts.forSystem(app.workspace).services.wake.sends()
    const sent = await shown(ines, 'Autumn has come', 'Sent')
    expect(wordsOf(sent)).not.toContain('Approve & send')
    const mails = local.mailbox.list().filter(({ subject }) => subject === 'Autumn has come')
    expect(mails.map(({ to }) => to)).toEqual([expect.stringContaining('ana.souza@example.com')])
  })

  it('hears why not yet, and is reminded on the day that she is told', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft Mei Tan')
    const card = await shown(ines, 'Draft for *Mei Tan*', 'Not yet')
    expect(wordsOf(card)).toMatch(/Mei Tan was told no a short while ago\. Free on \d+ \w+ \d{4}\./)
    const label = labels(card).find((text) => text.startsWith('Remind me then'))
    await ines.press(card, label ?? 'Remind me then')
    const [, day = ''] = /Free on (\d+ \w+ \d{4})/.exec(wordsOf(card)) ?? []
    await told(ines, `You will be reminded of Mei Tan on ${day}.`)
    await ines.press(card, 'Approve & send')
    await told(ines, '*Not yet*  Mei Tan was told no a short while ago.')
  })

  it('does not write to somebody who was hired', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft omar.aziz@example.com')
    const card = await shown(ines, 'Draft for *Omar Aziz*', 'Not yet')
    expect(wordsOf(card)).toMatch(/Omar Aziz was hired on/)
    await ines.press(card, 'Discard the draft')
    const done = await shown(ines, 'Draft for *Omar Aziz*', 'Rejected by')
    expect(labels(done)).toEqual([])
  })

  it('tells the outcome first: draft the decline, or mark as told', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft Jonas Berg')
    const card = await shown(ines, 'Draft for *Jonas Berg*')
    const jonas = await personCalled(world(), 'Jonas Berg')
    const ctx = await besides(world(), ines)
    expect(await setStanding(ctx, { candidateId: jonas, standing: 'not_told' })).toMatchObject({ ok: true })
    await ines.press(card, 'Approve & send')
    await told(ines, 'Nobody has told Jonas Berg the outcome.')
    const refused = await shown(ines, 'Draft for *Jonas Berg*', 'Not yet')
    expect(labels(refused)).toEqual(expect.arrayContaining(['Draft the decline', 'Mark as told']))
    await ines.press(refused, 'Draft the decline')
    const decline = await shown(ines, 'Draft for *Jonas Berg* · Decline', 'OK to send')
    await ines.press(decline, 'Mark as told')
    const modal = await ines.opensModal('Mark as told')
    expect(modal.words()).toContain('*Jonas Berg* · Not told yet')
    await modal.submit()
    await closed(ines)
    await shown(ines, 'Draft for *Jonas Berg* · Decline', 'was already told no')
  })

  it('works the queue from its oldest end, and brings a card up again', async () => {
    const { ines } = world().hands
    await ines.command('/outreach')
    const list = await told(ines, 'for you to decide')
    const rows = wordsOf(list)
      .split('\n')
      .filter((line) => line.startsWith('*') && line.includes(' · '))
    expect(rows[0]).toContain('Mei Tan')
    const before = ines.dm().filter((message) => wordsOf(message).includes('Draft for *Mei Tan*')).length
    await ines.press(list, 'Open', { near: 'Mei Tan' })
    await shown(ines, 'This draft was brought up again further down, or is with a colleague now.')
    await shown(ines, 'Draft for *Mei Tan*')
    expect(ines.dm().filter((message) => wordsOf(message).includes('Draft for *Mei Tan*'))).toHaveLength(before)
  })

  it('chooses among several, and is told the nearest where nobody has the name', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft a')
    const several = await told(ines, 'people match “a”')
    expect(labels(several)).toContain('Draft')
    await ines.command('/outreach', 'draft Anna Suza')
    const near = await told(ines, 'Nobody on record answers to “Anna Suza”')
    expect(wordsOf(near)).toContain('Ana Souza')
    await ines.command('/outreach', 'drat Ana')
    await told(ines, 'Did you mean `/outreach draft`?')
    await ines.command('/outreach', 'draft')
    await told(ines, 'Whom shall the draft be for?')
    await ines.command('/outreach', 'help')
    await told(ines, 'nothing leaves before you approve it')
  })

  it('loses nothing that was typed where the text was changed meanwhile', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft Leila Haddad')
    const card = await shown(ines, 'Draft for *Leila Haddad*')
    await ines.press(card, 'Edit')
    const modal = await ines.opensModal('Edit the draft')
    await modal.fill('Text', 'Hello Leila, what I typed for minutes')
    const [draftId = '', revisionId = ''] = (modal.view as { private_metadata: string }).private_metadata.split(':')
    const ctx = await besides(world(), ines)
    expect(await editDraft(ctx, { draftId, revisionId, subject: 'From the phone', body: 'Other words' })).toMatchObject(
      { ok: true },
    )
    await modal.submit()
    await ines.waitFor(() => ines.modal().words().includes('Replace it'), { what: 'both texts' })
    expect(ines.modal().words()).toContain('Other words')
    expect(ines.modal().fields().Text?.value).toBe('Hello Leila, what I typed for minutes')
    await ines.modal().submit()
    await closed(ines)
    await shown(ines, 'Draft for *Leila Haddad*', 'what I typed for minutes')
  })
})
