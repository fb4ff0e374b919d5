import { describe, expect, it } from 'vitest'
import { makeManualClock } from '../../simulator/clock.ts'
import { whisper } from '../../simulator/messages/store.ts'
import { ANA, BOT, seed, TOM } from './seed.ts'
import { call, startBarebones, startWorkspace } from './support.ts'

const withScopes = (scopes: string[]) => ({ seed: { ...seed, app: { ...seed.app, scopes } } })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })

const refusedPosts: [what: string, args: Record<string, unknown>, error: string][] = [
  ['a channel that is not there', { channel: 'C0NONE', text: 'a' }, 'channel_not_found'],
  ['a private channel without the bot', { channel: 'C0SECRET', text: 'a' }, 'channel_not_found'],
  ['a public channel without the bot', { channel: 'C0RANDOM', text: 'a' }, 'not_in_channel'],
  ['an archived channel', { channel: 'C0OLD', text: 'a' }, 'is_archived'],
  ['no channel', { text: 'a' }, 'invalid_arguments'],
  ['no text and no blocks', { channel: 'C0RECRUIT' }, 'no_text'],
  ['40,001 characters', { channel: 'C0RECRUIT', text: 'x'.repeat(40_001) }, 'msg_too_long'],
  ['blocks that are no JSON', { channel: 'C0RECRUIT', text: 'a', blocks: '[{' }, 'invalid_blocks_format'],
  ['blocks that Slack refuses', { channel: 'C0RECRUIT', text: 'a', blocks: [section('')] }, 'invalid_blocks'],
  ['a thread that is not there', { channel: 'C0RECRUIT', text: 'a', thread_ts: '1.000001' }, 'thread_not_found'],
  [
    'metadata without a payload',
    { channel: 'C0RECRUIT', text: 'a', metadata: { event_type: 'a' } },
    'invalid_metadata_schema',
  ],
  ['attachments', { channel: 'C0RECRUIT', text: 'a', attachments: [{ text: 'a' }] }, 'invalid_attachments'],
]

describe('chat.postMessage', () => {
  it.each(refusedPosts)('refuses %s', async (_what, args, error) => {
    const simulator = await startWorkspace()

    expect(await call(simulator, 'chat.postMessage', args)).toMatchObject({ ok: false, error })
    expect(simulator.as(ANA).messages('recruiting')).toEqual([])
  })

  it('takes just as much as Slack does, and tells what is wrong where', async () => {
    const simulator = await startWorkspace()

    expect(
      await call(simulator, 'chat.postMessage', { channel: '#recruiting', text: 'x'.repeat(40_000) }),
    ).toMatchObject({ ok: true, channel: 'C0RECRUIT' })
    expect(
      await call(simulator, 'chat.postMessage', { channel: 'C0RECRUIT', blocks: [section('x'.repeat(3001))] }),
    ).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [
        'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ],
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
          '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
        ],
      },
    })
  })

  it('reaches a public channel from outside with the scope for it', async () => {
    const simulator = await startWorkspace(withScopes(['chat:write', 'chat:write.public']))

    expect(await call(simulator, 'chat.postMessage', { channel: 'C0RANDOM', text: 'a' })).toMatchObject({ ok: true })
    expect(await call(simulator, 'chat.postMessage', { channel: 'C0SECRET', text: 'a' })).toMatchObject({
      error: 'channel_not_found',
    })
  })

  it('keeps metadata for those who ask for it', async () => {
    const simulator = await startWorkspace()
    const metadata = { event_type: 'draft_card', event_payload: { key: 'k1' } }
    await call(simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'a', metadata })
    const history = (args: object) => call(simulator, 'conversations.history', { channel: 'C0RECRUIT', ...args })

    expect((await history({ include_all_metadata: true })).messages).toMatchObject([
      { text: 'a', metadata, bot_id: 'B00BOT' },
    ])
    expect((await history({})).messages).not.toMatchObject([{ metadata }])
  })
})

describe('a message of the bot', () => {
  it('can be changed and deleted by the bot, keeps blocks that an update leaves out, and drops them for an empty list', async () => {
    const simulator = await startWorkspace()
    const ana = simulator.as(ANA)
    const { ts } = await call(simulator, 'chat.postMessage', {
      channel: 'C0RECRUIT',
      text: 'one',
      blocks: [section('block')],
    })
    const update = (args: object) => call(simulator, 'chat.update', { channel: 'C0RECRUIT', ts, ...args })

    expect(await update({ text: 'two' })).toMatchObject({ ok: true, ts, text: 'two' })
    expect(ana.messages('recruiting')).toMatchObject([{ text: 'two', blocks: [section('block')] }])
    expect(await update({ text: 'three', blocks: [] })).toMatchObject({ ok: true })
    expect(ana.messages('recruiting')[0]).not.toHaveProperty('blocks')
    expect(await update({})).toMatchObject({ error: 'no_text' })
    expect(await call(simulator, 'chat.delete', { channel: 'C0RECRUIT', ts })).toMatchObject({ ok: true })
    expect(await update({ text: 'four' })).toMatchObject({ error: 'message_not_found' })
  })

  it('is the only kind it may change', async () => {
    const simulator = await startWorkspace()
    await simulator.as(ANA).say('recruiting', 'mine')
    const ts = simulator.as(ANA).messages('recruiting')[0]?.ts

    expect(await call(simulator, 'chat.update', { channel: 'C0RECRUIT', ts, text: 'yours' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await call(simulator, 'chat.delete', { channel: 'C0RECRUIT', ts })).toMatchObject({
      error: 'cant_delete_message',
    })
    expect(await call(simulator, 'chat.getPermalink', { channel: 'C0RECRUIT', message_ts: ts })).toMatchObject({
      permalink: `https://acme.slack.com/archives/C0RECRUIT/p${ts?.replace('.', '')}`,
    })
  })
})

describe('an ephemeral message', () => {
  it('is seen by one member only, and is out of reach of an update', async () => {
    const simulator = await startWorkspace()
    const toOne = (args: object) =>
      call(simulator, 'chat.postEphemeral', { channel: 'C0RECRUIT', text: 'psst', ...args })
    const { message_ts: ts } = await toOne({ user: ANA })

    expect(
      simulator
        .as(ANA)
        .ephemerals('recruiting')
        .map((m) => m.text),
    ).toEqual(['psst'])
    expect(simulator.as(TOM).ephemerals('recruiting')).toEqual([])
    expect(await call(simulator, 'chat.update', { channel: 'C0RECRUIT', ts, text: 'louder' })).toMatchObject({
      error: 'message_not_found',
    })
    expect(await toOne({ user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_in_channel' })
  })

  it('makes way when two hundred newer ones came', async () => {
    const simulator = await startWorkspace()
    for (let i = 0; i <= 200; i++)
      whisper(simulator.workspace, { channel: 'C0RECRUIT', user: BOT, text: String(i) }, ANA)

    expect(
      simulator
        .as(ANA)
        .ephemerals('recruiting')
        .map((m) => m.text),
    ).toEqual(Array.from({ length: 200 }, (_, i) => String(i + 1)))
  })
})

describe('a response_url', () => {
  const respond = (url: unknown, body: object) =>
    fetch(String(url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  it('serves five times in half an hour, to the person or to all', async () => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ clock })
    const app = await startBarebones(simulator)
    const ana = simulator.as(ANA)
    await ana.command('/silver', '', { in: 'recruiting' })
    await ana.command('/silver', '', { in: 'recruiting' })
    const [often, late] = app.envelopes.map((e) => e.payload.response_url)
    const statuses = []
    for (let i = 0; i < 6; i++)
      statuses.push(
        (await respond(often, { text: String(i), response_type: i === 1 ? 'in_channel' : 'ephemeral' })).status,
      )
    await clock.advance(30 * 60_000)
    statuses.push((await respond(late, { text: 'just in time' })).status)
    await clock.advance(1)
    statuses.push((await respond(late, { text: 'too late' })).status)

    expect(statuses).toEqual([200, 200, 200, 200, 200, 404, 200, 404])
    expect(ana.ephemerals('recruiting').map((m) => m.text)).toEqual(['0', '2', '3', '4', 'just in time'])
    expect(
      simulator
        .as(TOM)
        .messages('recruiting')
        .map((m) => m.text),
    ).toEqual(['1'])
  })

  it('replaces and deletes the message whose button was pressed, an ephemeral one too', async () => {
    const simulator = await startWorkspace()
    const app = await startBarebones(simulator)
    const ana = simulator.as(ANA)
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' }, action_id: 'go' }] },
    ]
    await call(simulator, 'chat.postEphemeral', { channel: 'C0RECRUIT', user: ANA, text: 'a', blocks })
    const [whisper] = ana.ephemerals('recruiting')
    if (!whisper) throw new Error('no whisper')
    await ana.press(whisper, 'Go')
    const { payload } = await app.received((e) => e.payload.type === 'block_actions')
    const status = async (body: object) => (await respond(payload.response_url, body)).status

    expect(payload).toMatchObject({ container: { is_ephemeral: true, message_ts: whisper.ts } })
    expect(payload).not.toHaveProperty('message')
    expect(await status({ replace_original: true, text: 'done' })).toBe(200)
    expect(ana.ephemerals('recruiting').map((m) => [m.ts, m.text, m.blocks])).toEqual([[whisper.ts, 'done', undefined]])
    expect(await status({ delete_original: true })).toBe(200)
    expect(ana.ephemerals('recruiting')).toEqual([])
    expect(await status({ replace_original: true, text: 'again' })).toBe(404)
    expect(await status({ text: 'a', blocks: [section('')] })).toBe(400)
  })

  it('of a shortcut leaves the message of a person alone', async () => {
    const simulator = await startWorkspace()
    const app = await startBarebones(simulator)
    const ana = simulator.as(ANA)
    await ana.say('random', 'mine')
    const [mine] = ana.messages('random')
    if (!mine) throw new Error('no message')
    await ana.messageShortcut('Flag near-miss', mine)
    const url = app.envelopes[0]?.payload.response_url

    expect((await respond(url, { delete_original: true })).status).toBe(404)
    expect((await respond(url, { replace_original: true, text: 'yours' })).status).toBe(404)
    expect(ana.messages('random').map((m) => m.text)).toEqual(['mine'])
  })

  it('says that it cannot read what is no JSON', async () => {
    const simulator = await startWorkspace()
    const app = await startBarebones(simulator)
    await simulator.as(ANA).command('/silver', '', { in: 'recruiting' })
    const url = String(app.envelopes[0]?.payload.response_url)
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ payload: '{' }) })

    expect([answer.status, await answer.json()]).toEqual([400, { ok: false, error: 'invalid_payload' }])
  })
})
