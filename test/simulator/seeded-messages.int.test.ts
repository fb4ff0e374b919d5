import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeManualClock } from '../../simulator/clock.ts'
import type { MessageSeed } from '../../simulator/seed.ts'
import { ANA, seed, TOM } from './seed.ts'
import { call, closeAfter, startWorkspace } from './support.ts'

const channel = 'C0RECRUIT'
/** 2 March 2026, 09:00 UTC. */
const clock = makeManualClock()
const withMessages = (...messages: MessageSeed[]) => ({ seed: { ...seed, messages }, clock })
const textsOf = (answer: object) => (answer as { messages: { text: string }[] }).messages.map(({ text }) => text)

const march: MessageSeed = { channel, user: TOM, text: 'in March', at: '2025-03-14T10:00:00Z' }
const debrief: MessageSeed = {
  channel,
  user: TOM,
  text: 'two days ago',
  daysAgo: 2,
  reactions: [{ name: 'second_place_medal', users: [ANA] }],
  thread: [
    { user: ANA, text: 'an hour ago', daysAgo: 1 / 24 },
    { user: ANA, text: 'yesterday', daysAgo: 1 },
  ],
}

describe('messages of the seed', () => {
  it('were said when they say, in order, and histories give them back', async () => {
    const simulator = await startWorkspace(withMessages(debrief, march))

    const history = await call(simulator, 'conversations.history', { channel })
    const [newest, oldest] = history.messages as { ts: string; text: string; reply_count?: number }[]
    expect(textsOf(history)).toEqual(['two days ago', 'in March'])
    expect(oldest?.ts).toBe(`${Date.UTC(2025, 2, 14, 10) / 1000}.000000`)
    expect(newest).toMatchObject({
      ts: `${Date.UTC(2026, 1, 28, 9) / 1000}.000000`,
      reply_count: 2,
      reactions: [{ name: 'second_place_medal', users: [ANA], count: 1 }],
    })
    const replies = await call(simulator, 'conversations.replies', { channel, ts: newest?.ts })
    expect(textsOf(replies)).toEqual(['two days ago', 'yesterday', 'an hour ago'])
    const latest = String(Date.UTC(2026, 0, 1) / 1000)
    expect(textsOf(await call(simulator, 'conversations.history', { channel, latest }))).toEqual(['in March'])
  })

  it('of one moment have a ts each, and what is said next comes after them', async () => {
    const again = { ...march, text: 'and again' }
    const simulator = await startWorkspace(withMessages(march, again))
    await simulator.as(ANA).say('recruiting', 'today')

    const said = simulator.as(ANA).messages('recruiting')
    expect(said.map(({ text }) => text)).toEqual(['in March', 'and again', 'today'])
    expect(new Set(said.map(({ ts }) => ts)).size).toBe(3)
  })

  it('are heard once: a later start keeps their moments, and what was done with them', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'simulator-'))
    closeAfter(async () => rmSync(dataDir, { recursive: true, force: true }))
    const first = await startWorkspace({ ...withMessages(debrief, march), dataDir })
    const before = first.as(ANA).messages('recruiting')
    await first.close()

    const later = makeManualClock(clock.now() + 7 * 86_400_000)
    const second = await startWorkspace({ ...withMessages(debrief, march), dataDir, clock: later })
    expect(second.as(ANA).messages('recruiting')).toEqual(before)
  })

  it.each([
    ['a channel that is not there', { ...march, channel: 'C0NOWHERE' }, /no channel of the seed/],
    ['somebody who is not in it', { ...march, channel: 'C0SECRET' }, /U00TOM is not in #leadership/],
    ['a reaction of a stranger', { ...march, reactions: [{ name: 'eyes', users: ['U00WHO'] }] }, /U00WHO is not in/],
    ['a moment to come', { ...march, at: '2026-03-03T00:00:00Z' }, /in the future/],
    ['a moment that is none', { ...march, at: 'last spring' }, /nobody knows when/],
    ['an answer before the question', { ...march, thread: [{ user: ANA, text: 'yes', daysAgo: 400 }] }, /not said yet/],
  ] satisfies [string, MessageSeed, RegExp][])('are refused with %s', async (_what, message, why) => {
    await expect(startWorkspace(withMessages(message))).rejects.toThrow(why)
  })
})
