// Tom puts a medal on praise in a hiring channel and is asked, in private, whether he wants to flag.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../../simulator/contract.ts'
import { wordsOf } from '../../../simulator/hands/read.ts'
import type { Hands } from '../../../simulator/hands.ts'
import { CHANNELS } from '../../../src/local/workspace-seed.ts'
import { aWorld } from '../../support/app.ts'
import { patiently, rows } from './support.ts'

const MEDAL = 'second_place_medal'

describe('a medal on a message', () => {
  const world = aWorld()
  const hands = () => world().hands
  beforeAll(() =>
    rows(world(), (tx) =>
      tx.settings.set(
        'channels.hiring',
        [CHANNELS.hiringSre],
        undefined,
        world().app.contexts.forSystem(world().app.workspace).now,
      ),
    ),
  )
  const said = async (who: Hands, channel: string, text: string): Promise<Message> => {
    await who.say(channel, text)
    const message = who.messages(channel).find((one) => one.text === text)
    if (message === undefined) throw new Error('no message')
    return message
  }
  const offers = (who: Hands, place = 'hiring-sre') =>
    who.ephemerals(place).filter((one) => wordsOf(one).includes('Somebody whom you would hire another time?'))
  const offered = (who: Hands, count = 1) =>
    who.waitFor(() => (offers(who).length >= count ? offers(who).at(-1) : undefined), { what: 'the offer' })
  /** What is on record of somebody's offer about a message. */
  const kept = (who: Hands, { channel, ts }: Message) =>
    rows(world(), async (tx) => {
      const member = await tx.members.bySlackId(who.user)
      return member && tx.flagOffers.ofMessage(member.id, channel, ts)
    })
  const homeWords = async (who: Hands) => {
    await who.openHome()
    return who.waitFor((view) => view.home && wordsOf(view.home), { what: 'Home' })
  }

  it('offers to flag whom it praises, to whoever reacted alone', async () => {
    const { tom, ben, ines } = hands()
    const message = await said(ben, 'hiring-sre', 'Interviewed Nadia Rahimi today: calm in the incident exercise.')
    expect(await tom.react(message, MEDAL)).toEqual({ ok: true })
    const offer = await offered(tom)
    expect(offers(ines)).toEqual([])
    expect(await patiently(() => tom.press(offer, 'Flag near-miss'))).toEqual({ ok: true })
    const form = await tom.opensModal('Flag a near-miss')
    expect(form.fields()['Full name']?.value).toBe('Nadia Rahimi')
    expect(form.fields()['What impressed you']?.value).toContain('calm in the incident exercise')
    await form.fill('Role they were considered for', 'Senior SRE')
    expect(await form.submit()).toEqual({ ok: true })
    const card = await ines.waitFor(
      () => ines.messages('recruiting-triage').find((one) => wordsOf(one).includes('Nadia Rahimi')),
      { what: 'the card' },
    )
    expect(wordsOf(card)).toContain(`https://fernhollow.slack.com/archives/${CHANNELS.hiringSre}/p`)
    // The offer has had its answer.
    await tom.press(offer, 'Flag near-miss')
    await tom.waitFor(
      () => tom.ephemerals('hiring-sre').find((one) => wordsOf(one).includes('You flagged somebody from this message')),
      { what: 'the answer' },
    )
    expect(offers(tom)).toEqual([])
  })

  it('asks a recruiter too, about her own words too; Not this time ends it for that message', async () => {
    const { ines } = hands()
    const message = await said(ines, 'hiring-sre', 'Debrief for Ola Nordmann, Senior SRE: thoughtful on paging.')
    await ines.react(message, MEDAL)
    const offer = await offered(ines)
    await ines.press(offer, 'Not this time')
    await ines.waitFor(() => ines.ephemerals('hiring-sre').find((one) => wordsOf(one).includes('Nothing is flagged')), {
      what: 'the answer',
    })
    expect(offers(ines)).toEqual([])
    await ines.unreact(message, MEDAL)
    await ines.react(message, MEDAL)
    await ines.react(await said(ines, 'hiring-sre', 'Ylva Berg, Senior SRE: careful with risk.'), MEDAL)
    await offered(ines)
    expect([(await kept(ines, message))?.state, offers(ines).length]).toEqual(['declined', 1])
  })

  it('waits on Home, where a reload of the channel does not lose it', async () => {
    const { tom, ben } = hands()
    const message = await said(ben, 'hiring-sre', 'Met Pia Lund for Senior SRE, she was superb on paging.')
    await tom.react(message, MEDAL)
    await tom.dismiss(await offered(tom))
    await homeWords(tom)
    await patiently(() => tom.home().press('Flag near-miss'))
    const form = await tom.opensModal('Flag a near-miss')
    expect(form.fields()['Full name']?.value).toBe('Pia Lund')
    await form.close()
    await tom.home().press('Not this time')
    await tom.waitFor((view) => view.home && !wordsOf(view.home).includes('a message>'), { what: 'Home without it' })
  })

  it('is withdrawn with the reaction', async () => {
    const { tom, ben } = hands()
    const message = await said(ben, 'hiring-sre', 'Rosa Vidal was close for Senior SRE.')
    await tom.react(message, MEDAL)
    const offer = await offered(tom)
    await tom.unreact(message, MEDAL)
    let left: unknown = offer
    while (left !== undefined) left = await kept(tom, message)
    await tom.press(offer, 'Flag near-miss')
    await tom.waitFor(() => tom.ephemerals('hiring-sre').find((one) => wordsOf(one).includes('no longer offered')), {
      what: 'the answer',
    })
    expect(tom.see().modals).toHaveLength(0)
  })

  it('means nothing in other channels, nor does another emoji, nor a medal on what the bot said', async () => {
    const { tom, ben, ines } = hands()
    const before = offers(tom).length
    await tom.react(await said(ben, 'general', 'Superb talk by Kim Park.'), MEDAL)
    await tom.react(await said(ben, 'hiring-sre', 'Lunch?'), 'thumbsup')
    const card = ines.messages('recruiting-triage')[0]
    if (card === undefined) throw new Error('no card')
    await rows(world(), (tx) =>
      tx.settings.set('channels.hiring', [CHANNELS.hiringSre, CHANNELS.triage], undefined, 0 as never),
    )
    await ines.react(card, MEDAL)
    // What comes after them has come, so they have been looked at.
    await tom.react(await said(ben, 'hiring-sre', 'Ida Holm was a close second for Senior SRE.'), MEDAL)
    await offered(tom, before + 1)
    expect(offers(tom)).toHaveLength(before + 1)
    expect(offers(tom, 'general')).toEqual([])
    expect(offers(ines, 'recruiting-triage')).toEqual([])
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
