// Tom flags what he wrote about Nadia; Ines accepts; Tom hears. And everything that may go wrong on the way.
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { instant } from '../../../src/domain/shared/time.ts'
import { aWorld } from '../../support/app.ts'
import { byEmail, patiently, person, rows } from './support.ts'

describe('a near-miss, flagged from the message that praises somebody', () => {
  const world = aWorld()
  beforeAll(async () => {
    await rows(world(), (tx) =>
      tx.jobs.insert({
        id: newUuid<'job'>(),
        title: 'Senior SRE',
        location: undefined,
        remoteOk: false,
        skills: [],
        managerId: undefined,
        openedAt: instant(Date.now()),
        closedAt: undefined,
      }),
    )
    await world().hands.tom.say(
      'hiring-sre',
      "Debrief for Nadia Rahimi, Senior SRE: superb on incident design; we went with Marek by a hair. I'd hire her tomorrow.",
    )
  })
  const hands = () => world().hands
  const aboutNadia = (tom: Hands) => {
    const message = tom.messages('hiring-sre').find(({ text }) => text.includes('Nadia'))
    if (message === undefined) throw new Error('Tom wrote about Nadia')
    return message
  }
  const saying = (words: string) => (one: { readonly text: string }) => wordsOf(one as never).includes(words)
  const cardAbout = (who: Hands, name: string) =>
    who.waitFor(() => who.messages('recruiting-triage').find(saying(name)), { what: `the card about ${name}` })

  it('opens filled in from the message', async () => {
    const { tom } = hands()
    expect(await patiently(() => tom.messageShortcut('Flag near-miss', aboutNadia(tom)))).toEqual({ ok: true })
    const form = await tom.opensModal('Flag a near-miss')
    const fields = form.fields()
    expect(fields['Full name']?.value).toBe('Nadia Rahimi')
    expect(fields['Role they were considered for']?.value).toBe('Senior SRE')
    expect(fields['What impressed you']?.value).toContain('superb on incident design')
    expect(fields['Would you hire them?']?.options).toEqual(['Yes, now', 'At another level', 'In another team'])
    expect(fields['Would you hire them?']?.value).toBe('Yes, now')
    await form.choose('Quoting', 'OK to quote me')
    expect(await form.submit()).toEqual({ ok: true })
    await tom.waitFor(() => tom.dm().find(saying('Your flag is with the recruiters')), { what: 'the receipt' })
  })

  it('puts a card with the praise and its source into the private triage channel', async () => {
    const card = await cardAbout(hands().ines, 'Nadia Rahimi')
    const words = wordsOf(card)
    expect(words).toContain('Nadia Rahimi')
    expect(words).toContain('Senior SRE')
    expect(words).toContain('>')
    expect(words).toContain('superb on incident design')
    expect(words).toContain('Yes, now')
    expect(words).toMatch(/https:\/\/fernhollow\.slack\.com\/archives\/C0HIRESRE1\/p\d+/)
  })

  it('tells who flags the same person from the same message again of the first flag, and makes no second card', async () => {
    const { tom, ines } = hands()
    await patiently(() => tom.messageShortcut('Flag near-miss', aboutNadia(tom)))
    const form = await tom.opensModal('Flag a near-miss')
    expect(form.words()).toContain('You flagged *Nadia Rahimi* from this message')
    await form.submit()
    expect(form.errors()['Full name']).toContain('You flagged this person from this message')
    await form.close()
    expect(ines.messages('recruiting-triage').filter(saying('Nadia Rahimi'))).toHaveLength(1)
  })

  it('is not for a manager to accept, who is told who decides', async () => {
    const { ines } = hands()
    const card = await cardAbout(ines, 'Nadia Rahimi')
    // Somebody in the channel who is no recruiter any more.
    const { local } = world()
    const group = [...local.simulator.workspace.world.state.groups.values()].find((one) => one.handle === 'recruiters')
    expect(group?.users).not.toContain('U0TOM00001')
    const tom = local.simulator.as('U0TOM00001')
    const channel = local.simulator.workspace.world.state.channels.get(card.channel)
    if (channel === undefined) throw new Error('no channel')
    local.simulator.workspace.world.commit({
      t: 'channel',
      channel: { ...channel, members: [...channel.members, tom.user] },
    })
    await tom.press(card, 'Accept')
    await tom.waitFor(() => tom.ephemerals('recruiting-triage').find(saying('Recruiters decide about flags')), {
      what: 'the refusal',
    })
    expect(tom.see().modals).toHaveLength(0)
  })

  it('is accepted with the form of a silver medallist, filled in from the flag; both hear of it', async () => {
    const { tom, ines } = hands()
    const card = await cardAbout(ines, 'Nadia Rahimi')
    await ines.press(card, 'Accept')
    const form = await ines.opensModal('Add a silver medallist')
    expect(form.words()).toContain('Flagged by <@U0TOM00001>')
    const fields = form.fields()
    expect(fields['Full name']?.value).toBe('Nadia Rahimi')
    expect(fields['Where things stand']?.value).toBe('Not told yet')
    expect(fields['Permission to contact']?.value).toBe('Applied here; covered by our privacy notice')
    await form.fill('Email', 'nadia.rahimi@example.com')
    await form.press('More details')
    await form.fill('What would bring them back', 'A remote role')
    expect(await form.submit()).toEqual({ ok: true })
    expect(ines.see().modals).toHaveLength(0)
    const nadia = await byEmail(world(), 'nadia.rahimi@example.com')
    expect((await person(world(), nadia))?.bringBack).toBe('A remote role')
    const notice = await ines.waitFor(() => ines.dm().find(saying('*Nadia Rahimi* is among your silver medallists')), {
      what: 'the confirmation',
    })
    expect(wordsOf(notice)).toContain('Nobody has told Nadia Rahimi the outcome yet')
    const decided = await ines.waitFor(
      () => ines.messages('recruiting-triage').find((one) => saying('accepted this')(one) && saying('Nadia')(one)),
      { what: 'the decided card' },
    )
    expect(wordsOf(decided)).toContain('<@U0INES0001> accepted this')
    expect(JSON.stringify(decided.blocks)).not.toContain('"actions"')
    const heard = await tom.waitFor(() => tom.dm().find(saying('Your flag was taken up')), { what: 'the outcome' })
    expect(wordsOf(heard)).toContain('<@U0INES0001> added *Nadia Rahimi* (Senior SRE)')
  })

  it('is kept once, with the words as the flagger said them and the message as their source', async () => {
    const { app } = world()
    const kept = await app.contexts.forSystem(app.workspace).uow.run(async (tx) => {
      const id = await tx.candidates.findByContact('email', 'nadia.rahimi@example.com')
      if (id === undefined) throw new Error('she is not there')
      const tom = await tx.members.bySlackId('U0TOM00001')
      return { tom, facts: await tx.candidates.facts(id), timeline: await tx.candidates.timeline(id, 10) }
    })
    const praise = kept.facts.find(({ kind }) => kind === 'praise')
    expect(praise?.text).toContain('superb on incident design')
    expect(praise?.authorId).toBe(kept.tom?.id)
    expect(praise?.sourceKind).toBe('near_miss')
    expect(praise?.sourceLink).toMatch(/^https:\/\/fernhollow\.slack\.com/)
    expect(praise?.telling).toBe('internal_only')
    expect(kept.timeline.map(({ kind }) => kind)).toEqual(['change', 'flag'])
  })

  it('is decided once: a second recruiter who was looking at the form hears who was first', async () => {
    const { tom, ines, ben } = hands()
    await tom.say('hiring-sre', "Omid Farahani was great for Senior SRE, I'd hire him at another level.")
    const message = tom.messages('hiring-sre').find(({ text }) => text.includes('Omid'))
    if (message === undefined) throw new Error('no message')
    await patiently(() => tom.messageShortcut('Flag near-miss', message))
    const flagged = await tom.opensModal('Flag a near-miss')
    await flagged.fill('Full name', 'Omid Farahani')
    await flagged.fill('Role they were considered for', 'Senior SRE')
    expect(await flagged.submit()).toEqual({ ok: true })
    const card = await cardAbout(ines, 'Omid Farahani')
    await ines.press(card, 'Dismiss')
    await ben.press(card, 'Accept')
    const dismissal = await ines.opensModal('Dismiss this flag')
    const accepting = await ben.opensModal('Add a silver medallist')
    await dismissal.fill('Why?', 'Not a finalist')
    expect(await dismissal.submit()).toEqual({ ok: true })
    await accepting.submit()
    expect(accepting.errors()['Full name']).toBe(
      'Ines Moreau dismissed this flag meanwhile. Nothing was changed by you.',
    )
    await accepting.close()
    const heard = await tom.waitFor(() => tom.dm().find(saying('Omid Farahani')), { what: 'the outcome' })
    expect(wordsOf(heard)).toContain('is not taken up this time')
    expect(wordsOf(heard)).not.toContain('Not a finalist')
    const closed = await ben.waitFor(() => ben.messages('recruiting-triage').find(saying('dismissed this')), {
      what: 'the card',
    })
    expect(JSON.stringify(closed.blocks)).not.toContain('Not a finalist')
  })

  it('warns of private matters in the words, below them, and keeps what was typed', async () => {
    const { tom, ines } = hands()
    await patiently(() => tom.command('/silver', 'Runa Lie for Senior SRE: clear thinker', { in: 'general' }))
    const form = await tom.opensModal('Flag a near-miss')
    await form.fill('What impressed you', 'Clear thinker, although she is pregnant')
    await form.choose('Would you hire them?', 'At another level')
    await form.submit()
    expect(form.words()).toContain('“pregnant” may be about pregnancy or parenthood, which must not play a part.')
    expect(form.fields()).toMatchObject({
      'Full name': { value: 'Runa Lie' },
      'What impressed you': { value: 'Clear thinker, although she is pregnant' },
      'Would you hire them?': { value: 'At another level' },
    })
    await form.submit()
    expect(form.errors()).toEqual({ 'Personal details': 'Tick this to keep the words, or change them above.' })
    await form.fill('What impressed you', 'Clear thinker, although he has young kids')
    await form.submit()
    expect(form.words()).toContain('may be about family')
    expect(form.words()).not.toContain('pregnan')
    await form.fill('What impressed you', 'Clear thinker')
    expect(await form.submit()).toEqual({ ok: true })
    expect(wordsOf(await cardAbout(ines, 'Runa Lie'))).toContain('>Clear thinker')
  })

  it('asks for what is missing on its field', async () => {
    const { lucia } = hands()
    await lucia.say('hiring-design', 'such a portfolio')
    const message = lucia.messages('hiring-design').find(({ text }) => text === 'such a portfolio')
    if (message === undefined) throw new Error('no message')
    await patiently(() => lucia.messageShortcut('Flag near-miss', message))
    const form = await lucia.opensModal('Flag a near-miss')
    expect(form.fields()['Full name']?.value).toBeNull()
    await form.submit()
    expect(Object.keys(form.errors())).toEqual(['Full name', 'Role they were considered for'])
    await form.fill('Full name', '🥈🥈')
    await form.fill('Role they were considered for', ' \u200b ')
    await form.submit()
    expect(form.errors()).toEqual({
      'Full name': 'A name needs at least one letter.',
      'Role they were considered for': 'Please fill this in.',
    })
    await form.close()
  })

  it('comes to a recruiter who flags as a card of their own, to accept at once', async () => {
    const { ines } = hands()
    await ines.say('hiring-sre', 'Pia Lund gave the best answer on paging for Senior SRE.')
    const message = ines.messages('hiring-sre').find(({ text }) => text.includes('Pia Lund'))
    if (message === undefined) throw new Error('no message')
    await patiently(() => ines.messageShortcut('Flag near-miss', message))
    const form = await ines.opensModal('Flag a near-miss')
    expect(form.fields()['Full name']?.value).toBe('Pia Lund')
    await form.submit()
    const own = await ines.waitFor(() => ines.dm().find(saying('You flagged this')), { what: 'her own card' })
    await ines.press(own, 'Accept')
    const accepting = await ines.opensModal('Add a silver medallist')
    expect(await accepting.submit()).toEqual({ ok: true })
    await ines.waitFor(() => ines.dm().find(saying('*Pia Lund* is among')), { what: 'the confirmation' })
    expect(ines.dm().filter(saying('Your flag was taken up'))).toHaveLength(0)
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})

describe('a flag, where there is no triage channel', () => {
  const world = aWorld({ env: { MEDALLIST_TRIAGE_CHANNEL: '#nowhere' } })

  it('comes to every recruiter directly and says why', async () => {
    const { tom, ines, ben } = world().hands
    await patiently(() => tom.command('/silver', 'Ola Nordmann for Senior SRE: calm on call', { in: 'general' }))
    const form = await tom.opensModal('Flag a near-miss')
    expect(await form.submit()).toEqual({ ok: true })
    for (const recruiter of [ines, ben]) {
      const has = () =>
        recruiter.see().channels.some((one) => one.kind === 'im') &&
        recruiter.dm().find((one) => wordsOf(one).includes('Ola Nordmann'))
      const card = await recruiter.waitFor(has, { what: 'the card' })
      expect(wordsOf(card)).toContain('The triage channel could not be reached')
    }
  })
})
