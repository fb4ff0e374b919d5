import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../simulator/mail/smtp.ts'
import type { BotProcess } from '../support/bot-process.ts'
import { withPostgres } from '../support/database.ts'
import { INES, type KillStage, openKillStage } from '../support/kill-stage.ts'

/** The bot is killed while one message is exactly there; then a new one starts on the same rows. */
describe('a message whose bot is killed with SIGKILL', () => {
  let stage: KillStage
  let bot: BotProcess
  beforeAll(async () => {
    stage = await openKillStage(undefined)
    bot = await stage.bot()
  })
  afterAll(async () => {
    await bot.stop()
    await stage.close()
  })

  async function killedAtState(state: 'claimed' | 'handing_over') {
    await bot.standStillAt(state)
    const stands = bot.standsStill()
    const [send] = await bot.plan(INES, 1)
    await stands
    await bot.kill()
    bot = await stage.bot()
    return send as NonNullable<typeof send>
  }
  async function killedAtStage(where: Stage) {
    const { reached, release } = stage.holdAt(where)
    const [send] = await bot.plan(INES, 1)
    await reached
    await bot.kill()
    release()
    bot = await stage.bot()
    return send as NonNullable<typeof send>
  }
  const arrived = ({ messageId }: { messageId: string }) => stage.arrivals().get(messageId) ?? 0

  it('once it was claimed, leaves all the same, once', async () => {
    const send = await killedAtState('claimed')
    await bot.settled([send.id], ['handed_over'])
    expect(arrived(send)).toBe(1)
  })

  it('once it was being handed over, is in doubt, has not left, and leaves when a person presses Send again', async () => {
    const send = await killedAtState('handing_over')
    await bot.settled([send.id], ['in_doubt'])
    await stage.askedAbout([send.messageId])
    expect(arrived(send)).toBe(0)
    const card = stage.doubtCards().get(send.messageId.replace(/^<|>$/g, ''))
    await stage.simulator.as(INES).press(card as NonNullable<typeof card>, 'Send again')
    await bot.settled([send.id], ['handed_over'])
    expect(arrived(send)).toBe(1)
  })

  it('once the recipient was named, is in doubt and has not arrived', async () => {
    const send = await killedAtStage('rcpt')
    await bot.settled([send.id], ['in_doubt'])
    await stage.askedAbout([send.messageId])
    expect(arrived(send)).toBe(0)
  })

  it.each([['data'], ['before250']] as const)('at "%s" is in doubt, and never arrives twice', async (where) => {
    const send = await killedAtStage(where)
    await bot.settled([send.id], ['in_doubt'])
    await stage.askedAbout([send.messageId])
    expect(arrived(send)).toBeLessThanOrEqual(1)
    const card = stage.doubtCards().get(send.messageId.replace(/^<|>$/g, ''))
    await stage.simulator.as(INES).press(card as NonNullable<typeof card>, 'It arrived')
    await bot.settled([send.id], ['handed_over'])
    expect(arrived(send)).toBeLessThanOrEqual(1)
  })

  it('right after the server said 250, is handed over or in doubt, and arrived once', async () => {
    const send = await killedAtStage('after250')
    const { [send.id]: state } = await bot.settled([send.id], ['handed_over', 'in_doubt'])
    if (state === 'in_doubt') await stage.askedAbout([send.messageId])
    expect(arrived(send)).toBe(1)
  })
})

// No folder's lock tells that the other is dead: its lease does, however long a conversation with the mail server may take.
withPostgres('a message whose replica is killed amid a conversation', (db) => {
  it('is in doubt for those who are left as soon as the lease of the dead has ended', async () => {
    const stage = await openKillStage(db().databaseUrl)
    const dead = await stage.bot()
    const { reached, release } = stage.holdAt('rcpt')
    const [send] = await dead.plan(INES, 1)
    await reached
    await dead.kill()
    release()
    const left = await stage.bot()
    const { id, messageId } = send as NonNullable<typeof send>
    await left.settled([id], ['in_doubt'])
    await stage.askedAbout([messageId])
    expect(stage.arrivals().get(messageId) ?? 0).toBe(0)
    await left.stop()
    await stage.close()
  })
})
