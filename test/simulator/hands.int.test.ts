import { beforeEach, describe, expect, it } from 'vitest'
import type { Hands } from '../../simulator/hands.ts'
import { ANA, TOM } from './seed.ts'
import { type Barebones, call, startBarebones, startWorkspace, type TestWorkspace } from './support.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const button = (label: string, value = label) => ({
  type: 'button',
  action_id: `go_${value}`,
  text: plain(label),
  value,
})
const row = (name: string) => [
  { type: 'section', text: { type: 'mrkdwn', text: `*${name}* is going stale` } },
  {
    type: 'actions',
    elements: [
      button('Draft', name),
      { type: 'overflow', action_id: 'more', options: [{ text: plain('Archive'), value: name }] },
    ],
  },
]

let simulator: TestWorkspace
let app: Barebones
let ana: Hands

beforeEach(async () => {
  simulator = await startWorkspace()
  app = await startBarebones(simulator)
  ana = simulator.as(ANA)
})

async function nudge() {
  await call(simulator, 'chat.postMessage', {
    channel: 'C0RECRUIT',
    text: 'Nudges',
    blocks: [...row('Ana Lima'), ...row('Bo Chen')],
  })
  const message = ana.messages('recruiting').at(-1)
  if (!message) throw new Error('the nudge is not there')
  return message
}
const pressed = () => app.received((e) => e.payload.type === 'block_actions')

describe('hands on a message', () => {
  it('press the button near a name', async () => {
    await ana.press(await nudge(), 'Draft', { near: 'Bo Chen' })

    expect((await pressed()).payload.actions).toMatchObject([
      { action_id: 'go_Bo Chen', value: 'Bo Chen', text: { text: 'Draft' } },
    ])
  })

  it('press the button with a value, and an option of an overflow menu by its words', async () => {
    const message = await nudge()
    await ana.press(message, 'Draft', { value: 'Ana Lima' })
    await ana.press(message, 'Archive', { near: 'Ana Lima' })

    expect(app.envelopes.flatMap((e) => e.payload.actions ?? [])).toMatchObject([
      { action_id: 'go_Ana Lima' },
      { type: 'overflow', action_id: 'more', selected_option: { value: 'Ana Lima' } },
    ])
  })

  it('send the message with the press, without its metadata', async () => {
    const metadata = { event_type: 'draft_card', event_payload: { key: 'k' } }
    await call(simulator, 'chat.postMessage', {
      channel: 'C0RECRUIT',
      text: 'Card',
      metadata,
      blocks: [{ type: 'actions', elements: [button('Approve & send')] }],
    })
    const [card] = ana.messages('recruiting')
    if (!card) throw new Error('no card')
    await ana.press(card, 'Approve & send')

    expect((await pressed()).payload).toMatchObject({
      message: { ts: card.ts, text: 'Card' },
      channel: { id: 'C0RECRUIT', name: 'recruiting' },
      container: { is_ephemeral: false },
    })
    expect((await pressed()).payload).not.toHaveProperty('message.metadata')
  })

  it('complain readably', async () => {
    const message = await nudge()

    await expect(ana.press(message, 'Approve & send')).rejects.toThrow(
      'no button "Approve & send" on the message "*Ana Lima* is going stale Draft Archive *Bo Chen* is goin…"; there are: "Draft", "Archive", "Draft", "Archive"',
    )
    await expect(ana.press(message, 'Draft')).rejects.toThrow(
      /2 times button "Draft" on the message .* say which with \{ near \} or \{ value \}/,
    )
    await expect(ana.press(message, 'Draft', { near: 'Cy' })).rejects.toThrow('no button "Draft" near "Cy"')
    await expect(ana.say('nowhere', 'x')).rejects.toThrow(
      'U00ANA sees no channel "nowhere"; there are: #recruiting, #random, #leadership, #old',
    )
    await expect(ana.globalShortcut('Fly')).rejects.toThrow(
      'no global shortcut "Fly"; there are: "Add a silver medallist"',
    )
    expect(() => ana.modal()).toThrow(/no modal is open\.\nAna Souza sees:/)
    expect(() => simulator.as('U0NOBODY')).toThrow('nobody here is U0NOBODY; there are: U00ANA, U00TOM, U00BOT')
  })

  it('do not reach where the person is not', async () => {
    await ana.say('leadership', 'for us only')
    const [secret] = ana.messages('leadership')
    if (!secret) throw new Error('no message')
    const tom = simulator.as(TOM)

    expect(() => tom.messages('leadership')).toThrow('U00TOM sees no channel')
    expect(await tom.react(secret, 'eyes')).toEqual({ ok: false, notice: 'That message is not there.' })
    expect(await tom.messageShortcut('Flag near-miss', secret)).toEqual({
      ok: false,
      notice: 'That message is not there.',
    })
  })

  it('write and run commands only where the person is a member, and not in what is archived', async () => {
    await ana.say('random', 'hello')
    const [hello] = ana.messages('random')
    simulator.admin.remove('C0RANDOM', TOM)
    const tom = simulator.as(TOM)

    expect(await tom.command('/silver', '', { in: 'random' })).toEqual({
      ok: false,
      notice: 'You are not in that conversation.',
    })
    expect(await tom.say('random', 'x')).toEqual({ ok: false, notice: 'You are not in that conversation.' })
    simulator.admin.archive('C0RANDOM')
    const archived = { ok: false, notice: 'That channel is archived.' }
    expect(await ana.command('/silver', '', { in: 'random' })).toEqual(archived)
    expect(await ana.say('random', 'x')).toEqual(archived)
    expect(hello && (await ana.react(hello, 'eyes'))).toEqual(archived)
  })

  it('answer a message that is there, and a reply in the thread that it belongs to', async () => {
    await ana.say('recruiting', 'first')
    const [first] = ana.messages('recruiting')
    if (!first) throw new Error('no message')
    await ana.say('recruiting', 'reply', { thread: first })
    const reply = ana.messages('recruiting')[1]
    const say = (threadTs = '') => ana.act({ kind: 'say', channel: 'C0RECRUIT', text: 'more', threadTs })

    expect(await say(reply?.ts)).toEqual({ ok: true })
    expect(ana.messages('recruiting')[2]?.threadTs).toBe(first.ts)
    expect(await say('1.000001')).toEqual({ ok: false, notice: 'That message is not there.' })
  })
})

describe('hands on shortcuts', () => {
  it('carry the message even where the bot is no member', async () => {
    await ana.say('random', 'Ana Lima was so close')
    const [message] = ana.messages('random')
    if (!message) throw new Error('no message')
    await ana.messageShortcut('Flag near-miss', message)
    await ana.globalShortcut('Add a silver medallist')

    expect(app.envelopes.map((e) => e.payload)).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'flag_near_miss',
        message: { text: 'Ana Lima was so close', user: ANA },
        channel: { id: 'C0RANDOM', name: 'random' },
        message_ts: message.ts,
      },
      { type: 'shortcut', callback_id: 'add_silver_medallist', user: { id: ANA, username: 'ana' } },
    ])
    expect(app.envelopes[1]?.payload).not.toHaveProperty('response_url')
  })
})

describe('waiting', () => {
  it('ends with the change that was awaited', async () => {
    const waiting = ana.waitFor((view) => view.messages.C0RECRUIT?.find((m) => m.text === 'there'), {
      what: 'the message',
    })
    await call(simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'there' })

    expect(await waiting).toMatchObject({ text: 'there' })
  })

  it('gives up with all that the person sees', async () => {
    await ana.say('recruiting', 'something else')
    await ana.command('/nonsense', '', { in: 'recruiting' })

    await expect(ana.waitFor(() => undefined, { what: 'a miracle', timeoutMs: 1 })).rejects.toThrow(
      /waited 1 ms for a miracle\.\nAna Souza sees:\n#recruiting:\n {2}U00ANA: something else\nnotice: \/nonsense is not a valid command/,
    )
  })
})
