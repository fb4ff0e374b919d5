// A medal on a message offers to flag, once for a person and a message, and only to that person.
import { beforeAll, expect, it } from 'vitest'
import { DAY } from '../../../src/domain/shared/time.ts'
import { flagNearMiss } from '../../../src/usecases/capture/flag-near-miss.ts'
import {
  declineOffer,
  isHiringChannel,
  loadOffer,
  offerFlag,
  type Reacted,
  reviewOffer,
  waitingOffers,
  withdrawOffer,
} from '../../../src/usecases/capture/flag-offers.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { FLAG, nobody, post, refusal, value } from './support.ts'

onQuickDatabase('an offer to flag', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })

  let messages = 0
  const reaction = async (who = 'UTOM'): Promise<Reacted> => {
    messages += 1
    const { memberId } = (await world.as(who)).actor
    return { memberId, channel: 'C0HIRING', messageTs: `1700000000.${String(messages).padStart(6, '0')}` }
  }
  const offered = async (reacted: Reacted, how: 'read' | 'unread' = 'read') => {
    const offer = await offerFlag(world.system(), 'UTOM', reacted, how)
    if (offer === undefined) throw new Error('expected an offer')
    return offer
  }
  const waiting = async (who: string) => {
    const ctx = await world.as(who)
    return (await world.run((tx) => waitingOffers(ctx, tx))).map(({ id }) => id)
  }

  it('is made in the channels that an admin marked, and nowhere else', async () => {
    expect(await isHiringChannel(world.system(), 'C0HIRING')).toBe(false)
    await world.run((tx) => tx.settings.set('channels.hiring', ['C0HIRING'], undefined, world.now()))
    expect(await isHiringChannel(world.system(), 'C0HIRING')).toBe(true)
    expect(await isHiringChannel(world.system(), 'C0GENERAL')).toBe(false)
  })

  it('is one, however often the same reaction comes, and waits for whoever reacted alone', async () => {
    const reacted = await reaction()
    const first = await offered(reacted)
    expect((await offered(reacted)).id).toBe(first.id)
    expect(await waiting('UTOM')).toContain(first.id)
    expect(await waiting('UINES')).not.toContain(first.id)
  })

  it('is forgotten when the reaction is taken back, and made anew when it comes back', async () => {
    const reacted = await reaction()
    const first = await offered(reacted)
    await withdrawOffer(world.system(), reacted)
    expect(await waiting('UTOM')).not.toContain(first.id)
    expect(refusal(await reviewOffer(await world.as('UTOM'), { offerId: first.id }))).toEqual({ kind: 'over' })
    expect(refusal(await declineOffer(await world.as('UTOM'), { offerId: first.id }))).toEqual({ kind: 'over' })
    expect(await loadOffer(world.system(), first.id)).toBe('over')
    await withdrawOffer(world.system(), reacted)
    expect((await offered(reacted)).id).not.toBe(first.id)
  })

  it('is not made again to whoever said not this time, who may flag all the same', async () => {
    const reacted = await reaction()
    const { id } = await offered(reacted)
    expect(await declineOffer(await world.as('UTOM'), { offerId: id })).toEqual({ ok: true, value: null })
    expect(await declineOffer(await world.as('UTOM'), { offerId: id })).toEqual({ ok: true, value: null })
    expect(await offerFlag(world.system(), 'UTOM', reacted, 'read')).toBeUndefined()
    expect(await waiting('UTOM')).not.toContain(id)
    expect(value(await reviewOffer(await world.as('UTOM'), { offerId: id })).messageTs).toBe(reacted.messageTs)
    // Taking the reaction back does not ask them a second time either.
    await withdrawOffer(world.system(), reacted)
    expect(await offerFlag(world.system(), 'UTOM', reacted, 'read')).toBeUndefined()
  })

  it('ends with the flag, by whichever way it was made', async () => {
    const reacted = await reaction()
    const { id } = await offered(reacted)
    const message = { channel: reacted.channel, ts: reacted.messageTs }
    value(await flagNearMiss(await world.as('UTOM'), { ...FLAG, message }))
    expect(await waiting('UTOM')).not.toContain(id)
    expect(refusal(await reviewOffer(await world.as('UTOM'), { offerId: id }))).toEqual({ kind: 'flagged' })
    expect(refusal(await declineOffer(await world.as('UTOM'), { offerId: id }))).toEqual({ kind: 'flagged' })
    const again = await reaction()
    value(
      await flagNearMiss(await world.as('UTOM'), { ...FLAG, message: { channel: again.channel, ts: again.messageTs } }),
    )
    expect(await offerFlag(world.system(), 'UTOM', again, 'read')).toBeUndefined()
  })

  it('is nobody else’s to answer, nor anybody’s that was never made', async () => {
    const { id } = await offered(await reaction())
    for (const act of [reviewOffer, declineOffer]) {
      expect(refusal(await act(await world.as('UINES'), { offerId: id }))).toEqual({ kind: 'not_yours' })
      expect(refusal(await act(await world.as('UTOM'), { offerId: nobody }))).toEqual({ kind: 'over' })
      expect(refusal(await act(await world.as('UTOM'), { offerId: 'x' }))?.kind).toBe('bad_input')
    }
  })

  it('comes as a message of its own where the bot may not read what it is about', async () => {
    const { id } = await offered(await reaction(), 'unread')
    expect(await post(world, `flag_offer_unseen:${id}`)).toMatchObject({ address: 'UTOM', subjects: [id] })
    expect(await loadOffer(world.system(), id)).toMatchObject({
      state: 'offered',
      link: expect.stringMatching(/^https:\/\/fernhollow\.slack\.com\/archives\/C0HIRING\/p1700000000\d{6}$/),
    })
  })

  it('waits on Home for a month', async () => {
    const { id } = await offered(await reaction())
    world.pass(29 * DAY)
    expect(await waiting('UTOM')).toContain(id)
    world.pass(2 * DAY)
    expect(await waiting('UTOM')).not.toContain(id)
  })
})
