// A candidate answers in the mailbox, and a recruiter says what it means: by the words that people see.
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { DAY, dayIn, instant, UTC } from '../../../src/domain/shared/time.ts'
import { dayInWords } from '../../../src/views/mrkdwn.ts'
import { aWorld } from '../../support/app.ts'
import { asks, buttonsOf } from '../find/finding.ts'
import { besides, closed, personCalled, shown } from '../outreach/seeing.ts'

let ahead = 0
const world = aWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })

/** Sends a letter to somebody and answers it in their name. */
async function answered(name: string, text: string) {
  const { hands, local, app } = world()
  const { ines } = hands
  await ines.command('/outreach', `draft ${name}`)
  const card = await shown(ines, `Draft for *${name}*`, 'OK to send')
  await ines.press(card, 'Approve & send')
  await shown(ines, `Draft for *${name}*`, 'Approved by')
  ahead += 11_000
  app.contexts.forSystem(app.workspace).services.wake.sends()
  const address = `${name.toLowerCase().replace(' ', '.')}@`
  const mail = await ines.waitFor(
    () => local.mailbox.list().find(({ to, direction }) => direction === 'out' && to.includes(address)),
    { what: `the mail to ${name}` },
  )
  await local.mailbox.reply(mail.id, text)
  return shown(ines, `*${name}* replied`)
}

const redrawn = (card: { readonly ts: string }, words: string) => {
  const { ines } = world().hands
  return ines.waitFor(() => ines.dm().find((one) => one.ts === card.ts && wordsOf(one).includes(words)), {
    what: `the card to say "${words}"`,
  })
}

describe('an answer in the mailbox', () => {
  it('comes to the recruiter without what it quotes, and onto the timeline', async () => {
    const card = await answered(
      'Ana Souza',
      'Happy to talk, but after my bonus in March. <!channel> <https://evil.example|click>',
    )
    const { ines } = world().hands
    const words = wordsOf(card)
    expect(words).toContain(
      '>Happy to talk, but after my bonus in March. &lt;!channel&gt; &lt;https://evil.example|click&gt;',
    )
    expect(words).not.toContain('wrote:')
    expect(words).not.toContain('not on record')
    expect(buttonsOf(card)).toEqual(['Interested now', 'Later…', 'Not interested…', 'Wrong person', 'Open'])
    const profile = wordsOf(await asks(ines, '/candidate', 'Ana Souza'))
    expect(profile).toContain('Their reply')
    expect(profile).toContain('last contacted today')
  })

  it('is told in whole with Open', async () => {
    const { ines } = world().hands
    await ines.press(await shown(ines, '*Ana Souza* replied'), 'Open')
    const modal = await ines.opensModal('Reply')
    expect(modal.words()).toContain('Happy to talk')
    expect(modal.words()).toContain('The whole message')
    expect(modal.words()).toContain('wrote:')
    await modal.close()
  })

  it('proposes the day that they mean, leaves them in peace until then, and can be undone', async () => {
    const { ines } = world().hands
    const card = await shown(ines, '*Ana Souza* replied')
    await ines.press(card, 'Later…')
    const modal = await ines.opensModal('Later')
    const year =
      new Date(Date.now() + ahead).toISOString().slice(0, 10) < `${new Date(Date.now() + ahead).getUTCFullYear()}-04-01`
        ? 0
        : 1
    const april = `${new Date(Date.now() + ahead).getUTCFullYear() + year}-04-01`
    expect(modal.fields()['When?']).toMatchObject({ value: april })
    await modal.choose('When?', dayIn(instant(Date.now() + ahead - DAY), UTC))
    await modal.submit()
    expect(modal.errors()).toEqual({ 'When?': 'Please choose a day that is still to come.' })
    await modal.choose('When?', april)
    await modal.submit()
    await closed(ines)
    const done = await redrawn(card, '*Later*')
    expect(wordsOf(done)).toContain(`in peace until ${dayInWords(april as never)}`)
    const { rows } = await world().app.database.pool.query(
      `SELECT next_touch::text, snoozed_until::text FROM candidate WHERE full_name = 'Ana Souza'`,
    )
    expect(rows).toEqual([{ next_touch: april, snoozed_until: april }])
    await ines.press(done, 'Undo')
    const again = await redrawn(card, 'Interested now')
    expect(buttonsOf(again)).toContain('Later…')
    const after = await world().app.database.pool.query(
      `SELECT snoozed_until FROM candidate WHERE full_name = 'Ana Souza'`,
    )
    expect(after.rows).toEqual([{ snoozed_until: null }])
  })

  it('that is good news is told to whoever flagged them, and offers the draft', async () => {
    const { ines, tom } = world().hands
    const ctx = await besides(world(), tom)
    const candidate = await personCalled(world(), 'Ana Souza')
    await ctx.uow.run(async (tx) => {
      const id = ctx.newId<'near_miss'>()
      await tx.nearMisses.insert({
        id,
        fullName: 'Ana Souza',
        role: 'Senior SRE',
        impressed: 'secret words',
        wouldHire: undefined,
        quotable: false,
        flaggedBy: ctx.actor.memberId,
        flaggedAt: ctx.now,
        evidenceLink: undefined,
        evidence: undefined,
        state: 'waiting',
        decidedBy: undefined,
        decidedAt: undefined,
        dismissReason: undefined,
        candidateId: undefined,
      })
      await tx.nearMisses.decide(id, {
        state: 'accepted',
        by: ctx.actor.memberId,
        at: ctx.now,
        candidateId: candidate as never,
      })
    })
    const card = await shown(ines, '*Ana Souza* replied')
    await ines.press(card, 'Interested now')
    const done = await redrawn(card, '*Interested now*')
    expect(buttonsOf(done)).toEqual(['Draft', 'Open', 'Undo'])
    const news = await shown(tom, 'Good news of your flag: *Ana Souza* (Senior SRE) answered and is interested')
    expect(wordsOf(news)).not.toContain('bonus')
    // Somebody who looks at an older card hears who decided.
    await ines.press(done, 'Undo')
    await tom.waitFor(
      () => tom.dm().find((one) => one.ts === news.ts && wordsOf(one).includes('taken back as a slip')),
      { what: 'the news to be taken back' },
    )
  })

  it('that asks us to stop ticks the box, and then nobody writes to them', async () => {
    const { ines } = world().hands
    const card = await answered('Leila Haddad', 'No thanks. Please remove me from your list.')
    await ines.press(card, 'Not interested…')
    const modal = await ines.opensModal('Not interested')
    expect(modal.fields()['Writing to them']).toMatchObject({
      value: ['They asked us not to write again: mark *do not contact*'],
    })
    await modal.submit()
    await closed(ines)
    const done = await redrawn(card, '*Not interested*')
    expect(wordsOf(await asks(ines, '/candidate', 'Leila Haddad'))).toContain('*Do not contact*')
    await ines.press(done, 'Undo')
    await redrawn(card, 'Interested now')
    expect(wordsOf(await asks(ines, '/candidate', 'Leila Haddad'))).not.toContain('*Do not contact*')
  })

  it('from the wrong person bars the address, which the gate says', async () => {
    const { ines } = world().hands
    const card = await shown(ines, '*Leila Haddad* replied')
    await ines.press(card, 'Wrong person')
    const done = await redrawn(card, '*Wrong person*')
    await ines.command('/outreach', 'draft Leila Haddad')
    const draft = await shown(ines, 'Draft for *Leila Haddad*', 'Not yet')
    expect(wordsOf(draft)).toContain('somebody else’s')
    await ines.press(done, 'Undo')
    await redrawn(card, 'Interested now')
    const { rows } = await world().app.database.pool.query(`SELECT 1 FROM suppression WHERE reason = 'wrong_person'`)
    expect(rows).toEqual([])
  })

  it('is known to whoever else wants to write to them', async () => {
    const { ben } = world().hands
    await ben.command('/outreach', 'draft Leila Haddad')
    const draft = await shown(ben, 'Draft for *Leila Haddad*', 'Not yet')
    expect(wordsOf(draft)).toMatch(/already talking with|Ines/)
  })

  it('waits in a list until somebody decides, and comes up again with Show', async () => {
    const { ines } = world().hands
    const list = await asks(ines, '/outreach', 'replies')
    expect(wordsOf(list)).toContain('*Leila Haddad*')
    expect(wordsOf(list)).toContain('>No thanks. Please remove me')
    const before = ines.dm().length
    await ines.press(list, 'Show', { near: 'No thanks' })
    const card = await ines.waitFor(
      () =>
        ines
          .dm()
          .slice(before)
          .find((one) => wordsOf(one).includes('*Leila Haddad* replied')),
      {
        what: 'the card again',
      },
    )
    expect(buttonsOf(card)).toContain('Interested now')
  })

  it('is for recruiters to decide', async () => {
    const { tom } = world().hands
    const { rows } = await world().app.database.pool.query<{ id: string }>(`SELECT id FROM reply LIMIT 1`)
    const ctx = await besides(world(), tom)
    const { decideReply } = await import('../../../src/usecases/replies/decide-reply.ts')
    expect(await decideReply(ctx, { replyId: rows[0]?.id ?? '', decision: 'interested' })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_allowed' },
    })
  })
})
