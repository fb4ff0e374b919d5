import { describe, expect, it } from 'vitest'
import { makeManualClock } from '../../simulator/clock.ts'
import { ANA, BOT, manifest, seed, TOM } from './seed.ts'
import { call, type Envelope, isEvent, SILENCE, startBarebones, startWorkspace } from './support.ts'

const kinds = (envelopes: readonly Envelope[]) => envelopes.map((e) => e.payload.event?.type)

describe('Socket Mode', () => {
  it('gives a socket only to the app token, and each address only once', async () => {
    const simulator = await startWorkspace()

    expect(await call(simulator, 'apps.connections.open')).toMatchObject({ ok: false, error: 'not_allowed_token_type' })
    const { url } = await call(simulator, 'apps.connections.open', {}, simulator.appToken)
    const open = () =>
      new Promise((done) => {
        const socket = new WebSocket(String(url))
        socket.addEventListener('message', () => done('hello'))
        socket.addEventListener('error', () => done('refused'))
      })
    expect([await open(), await open()]).toEqual(['hello', 'refused'])
  })

  it('spreads envelopes over the connections', async () => {
    const simulator = await startWorkspace()
    const apps = [await startBarebones(simulator), await startBarebones(simulator)]
    for (let i = 0; i < 4; i++) await simulator.as(ANA).command('/silver', String(i), { in: 'recruiting' })

    expect(apps.map((app) => app.envelopes.length)).toEqual([2, 2])
  })

  it('tells the person that nobody answered, at once without a connection and after three seconds with one', async () => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ clock })
    const ana = simulator.as(ANA)

    expect(await ana.command('/silver')).toEqual({
      ok: false,
      notice: '/silver failed with the error "dispatch_failed"',
    })
    const app = await startBarebones(simulator, () => SILENCE)
    const command = ana.command('/silver')
    await app.received((e) => e.type === 'slash_commands')
    await clock.advance(3000)

    expect(await command).toEqual({ ok: false, notice: '/silver failed with the error "operation_timeout"' })
    expect(ana.notices()).toEqual([
      '/silver failed with the error "dispatch_failed"',
      '/silver failed with the error "operation_timeout"',
    ])
  })

  it('sends an event again that nobody acknowledged, numbered and with the same id', async () => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ clock })
    const app = await startBarebones(simulator, ({ retry_attempt }) => (retry_attempt === 0 ? SILENCE : undefined))
    await simulator.as(ANA).say('recruiting', 'hello')
    await app.received((e) => e.retry_attempt === 0)
    await clock.advance(3001)
    const again = await app.received((e) => e.retry_attempt === 1)

    expect(again.retry_reason).toBe('timeout')
    expect(new Set(app.envelopes.map((e) => e.payload.event_id)).size).toBe(1)
  })

  it('delivers to the next connection what the last one took to its grave', async () => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ clock })
    const first = await startBarebones(simulator, () => SILENCE)
    await simulator.as(ANA).say('recruiting', 'hello')
    const lost = await first.received(isEvent('message'))
    first.cut()
    const second = await startBarebones(simulator)
    await clock.advance(3000)
    await clock.advance(60_000)

    expect((await second.received(isEvent('message'))).payload.event_id).toBe(lost.payload.event_id)
  })
})

describe('events', () => {
  it('come only for what the manifest subscribes to', async () => {
    const quiet = {
      ...manifest,
      settings: { ...manifest.settings, event_subscriptions: { bot_events: ['app_mention'] } },
    }
    const simulator = await startWorkspace({ seed: { ...seed, app: { ...seed.app, manifest: quiet } } })
    const app = await startBarebones(simulator)
    await simulator.as(ANA).say('recruiting', 'to nobody')
    await simulator.as(ANA).say('recruiting', 'hello @medallist')
    await app.received(isEvent('app_mention'))

    expect(kinds(app.envelopes)).toEqual(['app_mention'])
  })

  it('come only with the scope for them', async () => {
    const scopes = ['chat:write', 'app_mentions:read']
    const simulator = await startWorkspace({ seed: { ...seed, app: { ...seed.app, scopes } } })
    const app = await startBarebones(simulator)
    await simulator.as(ANA).say('recruiting', 'hello @medallist')
    await app.received(isEvent('app_mention'))

    expect(kinds(app.envelopes)).toEqual(['app_mention'])
  })

  it('come only from where the bot is', async () => {
    const simulator = await startWorkspace()
    const app = await startBarebones(simulator)
    await simulator.as(ANA).say('random', 'unheard')
    await simulator.as(ANA).say('leadership', 'unheard')
    await simulator.as(ANA).say('recruiting', 'heard')
    await app.received(isEvent('message'))

    expect(app.envelopes.map((e) => e.payload.event?.text)).toEqual(['heard'])
  })

  it('tell of reactions without the text, of the Home tab, and of who joined', async () => {
    const simulator = await startWorkspace()
    const app = await startBarebones(simulator)
    const ana = simulator.as(ANA)
    await ana.say('recruiting', 'Ana was great')
    const [message] = ana.messages('recruiting')
    if (!message) throw new Error('the message is not there')
    await simulator.as(TOM).react(message, 'second_place_medal')
    await ana.openHome()
    await call(simulator, 'conversations.join', { channel: 'C0RANDOM' })
    const reaction = await app.received(isEvent('reaction_added'))
    const home = await app.received(isEvent('app_home_opened'))
    const joined = await app.received(isEvent('member_joined_channel'))

    const item = { type: 'message', channel: message.channel, ts: message.ts }
    expect(reaction.payload.event).toMatchObject({ user: TOM, reaction: 'second_place_medal', item_user: ANA, item })
    expect(JSON.stringify(reaction.payload)).not.toContain('was great')
    expect(reaction.payload.authorizations).toMatchObject([{ user_id: BOT, is_bot: true }])
    expect(home.payload.event).toMatchObject({ user: ANA, tab: 'home' })
    expect(joined.payload.event).toMatchObject({ user: BOT, channel: 'C0RANDOM' })
  })
})

describe('the text of a command', () => {
  it('has its entities marked up where the manifest asks for it, and only then', async () => {
    const simulator = await startWorkspace()
    const app = await startBarebones(simulator)
    const typed = 'Ana & <ana@example.com> for @tom in #random see https://example.com/a?b=1&c=2'
    await simulator.as(ANA).command('/silver', typed, { in: 'recruiting' })
    await simulator.as(ANA).command('/plain', typed, { in: 'recruiting' })

    expect(app.envelopes.map((e) => e.payload.text)).toEqual([
      'Ana &amp; &lt;<mailto:ana@example.com|ana@example.com>&gt; for <@U00TOM> in <#C0RANDOM|random> see <https://example.com/a?b=1&amp;c=2>',
      'Ana &amp; &lt;ana@example.com&gt; for @tom in #random see https://example.com/a?b=1&amp;c=2',
    ])
  })
})
