import { type UsersListResponse, WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { ANA, BOT, manifest, seed, TOM } from './seed.ts'
import { call, isEvent, startBarebones, startWorkspace } from './support.ts'

const withScopes = (scopes: string[]) => ({ seed: { ...seed, app: { ...seed.app, scopes } } })

describe('tokens and scopes', () => {
  it('are asked for in the header or in a form, not in JSON', async () => {
    const simulator = await startWorkspace()
    const post = async (headers: Record<string, string>, body: string) =>
      (await fetch(`${simulator.apiUrl}auth.test`, { method: 'POST', headers, body })).json()
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const json = { 'content-type': 'application/json; charset=utf-8' }

    expect(await post({ ...form }, `token=${simulator.botToken}`)).toMatchObject({
      ok: true,
      user_id: BOT,
      bot_id: 'B00BOT',
      team_id: 'T00TEAM',
    })
    expect(await post({ ...json, authorization: `Bearer ${simulator.botToken}` }, '{}')).toMatchObject({ ok: true })
    expect(await post(json, JSON.stringify({ token: simulator.botToken }))).toEqual({ ok: false, error: 'not_authed' })
    expect(await post({ ...form, authorization: 'Bearer xoxb-forged' }, '')).toEqual({
      ok: false,
      error: 'invalid_auth',
    })
    expect(await post({ ...json, authorization: `Bearer ${simulator.botToken}` }, '{')).toEqual({
      ok: false,
      error: 'invalid_json',
    })
    expect(await call(simulator, 'auth.test', {}, simulator.appToken)).toEqual({
      ok: false,
      error: 'not_allowed_token_type',
    })
  })

  it('are named when they are missing', async () => {
    const simulator = await startWorkspace(withScopes(['chat:write', 'users:read']))

    expect(await call(simulator, 'usergroups.list')).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'usergroups:read',
      provided: 'chat:write,users:read',
    })
    expect(await call(simulator, 'conversations.list', { types: 'private_channel' })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:read',
    })
    expect(await call(simulator, 'conversations.history', { channel: 'C0RECRUIT' })).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    })
    expect(await call(simulator, 'users.info', { user: ANA })).not.toHaveProperty('user.profile.email')
  })

  it('do not help with a method that is not there, which is loudly told', async () => {
    const simulator = await startWorkspace()

    expect(await call(simulator, 'chat.teleport')).toMatchObject({
      ok: false,
      error: 'unknown_method',
      req_method: 'chat.teleport',
    })
    expect(simulator.unknownMethods).toEqual(['chat.teleport'])
    expect(simulator.lines).toEqual(['unknown method chat.teleport: the local workspace does not cover it'])
  })
})

describe('conversations', () => {
  it('are listed page by page, private ones only where the bot is', async () => {
    const simulator = await startWorkspace()
    const names: string[] = []
    let cursor = ''
    do {
      const page = await call(simulator, 'conversations.list', {
        types: 'public_channel,private_channel',
        limit: 2,
        cursor,
      })
      names.push(...(page.channels as { name: string }[]).map((c) => c.name))
      cursor = (page.response_metadata as { next_cursor: string }).next_cursor
    } while (cursor !== '')

    expect(names).toEqual(['recruiting', 'random', 'old'])
    expect(await call(simulator, 'conversations.list', { cursor: 'nonsense' })).toMatchObject({
      error: 'invalid_cursor',
    })
    expect(await call(simulator, 'conversations.info', { channel: 'C0SECRET' })).toMatchObject({
      error: 'channel_not_found',
    })
    expect(await call(simulator, 'conversations.members', { channel: 'C0RECRUIT' })).toMatchObject({
      members: [ANA, TOM, BOT],
    })
  })

  it('of two are opened once and stay the same', async () => {
    const simulator = await startWorkspace()
    const open = async () =>
      (await call(simulator, 'conversations.open', { users: ANA })) as unknown as {
        channel: { id: string }
        already_open?: boolean
      }
    const [first, second] = [await open(), await open()]
    await call(simulator, 'chat.postMessage', { channel: ANA, text: 'to the person' })

    expect([first.already_open, second.already_open, second.channel.id === first.channel.id]).toEqual([
      undefined,
      true,
      true,
    ])
    expect(
      simulator
        .as(ANA)
        .dm()
        .map((m) => [m.channel, m.text]),
    ).toEqual([[first.channel.id, 'to the person']])
    expect(
      simulator
        .as(TOM)
        .see()
        .channels.map((c) => c.id),
    ).not.toContain(first.channel.id)
    expect(await call(simulator, 'conversations.open', { users: 'U0NOBODY' })).toMatchObject({
      error: 'user_not_found',
    })
  })

  it('keep threads apart from the channel, and bounds exclusive unless told otherwise', async () => {
    const simulator = await startWorkspace()
    const post = async (text: string, more: object = {}) =>
      String((await call(simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text, ...more })).ts)
    const first = await post('first')
    await post('reply', { thread_ts: first })
    const last = await post('last')
    const texts = async (method: string, args: object) =>
      ((await call(simulator, method, { channel: 'C0RECRUIT', ...args })).messages as { text: string }[]).map(
        (m) => m.text,
      )

    expect(await texts('conversations.history', {})).toEqual(['last', 'first'])
    expect(await texts('conversations.replies', { ts: first })).toEqual(['first', 'reply'])
    expect(await texts('conversations.history', { oldest: first, latest: last })).toEqual([])
    for (const bound of ['oldest', 'latest'])
      expect(await call(simulator, 'conversations.history', { channel: 'C0RECRUIT', [bound]: 'noon' })).toMatchObject({
        error: `invalid_ts_${bound}`,
      })
    expect(await texts('conversations.history', { oldest: first, latest: last, inclusive: true })).toEqual([
      'last',
      'first',
    ])
  })
})

describe('people', () => {
  it('are found by id, by address and by group', async () => {
    const simulator = await startWorkspace()

    expect(await call(simulator, 'users.info', { user: TOM })).toMatchObject({
      user: {
        id: TOM,
        real_name: 'Tom Okoro',
        tz: 'America/New_York',
        is_bot: false,
        profile: { email: 'tom@acme.example' },
      },
    })
    expect(await call(simulator, 'users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' })
    expect(await call(simulator, 'users.lookupByEmail', { email: 'ANA@acme.example' })).toMatchObject({
      user: { id: ANA, is_admin: true },
    })
    expect(await call(simulator, 'users.lookupByEmail', { email: 'nobody@acme.example' })).toMatchObject({
      error: 'users_not_found',
    })
    expect(await call(simulator, 'usergroups.list', { include_users: true })).toMatchObject({
      usergroups: [{ handle: 'recruiters', users: [ANA] }],
    })
    expect(await call(simulator, 'usergroups.users.list', { usergroup: 'S0NONE' })).toMatchObject({
      error: 'no_such_subteam',
    })
  })
})

describe('the app and its team', () => {
  it('are told to the app', async () => {
    const simulator = await startWorkspace()

    expect(await call(simulator, 'api.test', { hello: 'there' })).toEqual({ ok: true, args: { hello: 'there' } })
    expect(await call(simulator, 'api.test', { error: 'my_error' })).toMatchObject({ ok: false, error: 'my_error' })
    expect(await call(simulator, 'team.info')).toMatchObject({ team: { id: 'T00TEAM', domain: 'acme' } })
    expect(await call(simulator, 'bots.info', { bot: 'B00BOT' })).toMatchObject({
      bot: { app_id: 'A00APP', user_id: BOT },
    })
    expect(await call(simulator, 'bots.info', { bot: 'B0NONE' })).toMatchObject({ error: 'bot_not_found' })
    expect(await call(simulator, 'users.profile.get', { user: ANA })).toMatchObject({
      profile: { title: 'Recruiter', first_name: 'Ana' },
    })
  })
})

describe('a free plan', () => {
  it('has no user groups', async () => {
    const simulator = await startWorkspace({ seed: { ...seed, plan: 'free' } })

    expect(await call(simulator, 'usergroups.list')).toEqual({ ok: false, error: 'plan_upgrade_required' })
    expect(await call(simulator, 'usergroups.users.list', { usergroup: 'S0RECRUIT' })).toMatchObject({
      error: 'plan_upgrade_required',
    })
  })
})

describe("Slack's own client", () => {
  it('uploads a file, pages through people and reads a refusal', async () => {
    const simulator = await startWorkspace()
    const client = new WebClient(simulator.botToken, { slackApiUrl: simulator.apiUrl })
    await client.files.uploadV2({
      channel_id: 'C0RECRUIT',
      filename: 'chart.png',
      file: Buffer.from('PNG'),
      alt_text: 'A chart',
      initial_comment: 'The week',
    })
    const names: (string | undefined)[] = []
    for await (const page of client.paginate('users.list', { limit: 1 }))
      names.push(...((page as UsersListResponse).members ?? []).map((m) => m.name))

    expect(simulator.as(ANA).messages('recruiting')).toMatchObject([
      { text: 'The week', files: [{ mimetype: 'image/png', altText: 'A chart' }] },
    ])
    expect(names).toEqual(['ana', 'tom', 'medallist'])
    await expect(client.conversations.history({ channel: 'C0RANDOM' })).rejects.toMatchObject({
      data: { error: 'not_in_channel' },
    })
  })
})

describe('reactions', () => {
  it('are read with their message and given once', async () => {
    const simulator = await startWorkspace()
    await simulator.as(ANA).say('recruiting', 'she was great')
    const timestamp = simulator.as(ANA).messages('recruiting')[0]?.ts
    const add = () => call(simulator, 'reactions.add', { channel: 'C0RECRUIT', timestamp, name: 'eyes' })

    expect([await add(), await add()]).toEqual([{ ok: true }, { ok: false, error: 'already_reacted' }])
    expect(await call(simulator, 'reactions.get', { channel: 'C0RECRUIT', timestamp })).toMatchObject({
      message: { text: 'she was great', reactions: [{ name: 'eyes', users: [BOT], count: 1 }] },
    })
  })
})

describe('a file', () => {
  it('that somebody drops into a conversation with the bot reaches the app, which may fetch it', async () => {
    const { settings } = manifest
    const hears = { ...settings, event_subscriptions: { bot_events: ['message.im', 'file_shared'] } }
    const simulator = await startWorkspace({
      seed: { ...seed, app: { ...seed.app, manifest: { ...manifest, settings: hears } } },
    })
    const app = await startBarebones(simulator)
    const ana = simulator.as(ANA)
    await ana.openHome()
    await ana.say('dm', '', { files: [{ name: 'cv.pdf', mimetype: 'application/pdf', content: Buffer.from('%PDF') }] })
    const { payload } = await app.received(isEvent('message'))
    const shared = await app.received(isEvent('file_shared'))
    const files = payload.event?.files as { id: string; url_private: string }[] | undefined
    const file = files?.[0]

    expect(payload.event).toMatchObject({
      subtype: 'file_share',
      channel_type: 'im',
      user: ANA,
      files: [{ name: 'cv.pdf', size: 4 }],
    })
    expect(shared.payload.event).toMatchObject({ file_id: file?.id, user_id: ANA })
    const fetched = await fetch(file?.url_private ?? '', { headers: { authorization: `Bearer ${simulator.botToken}` } })
    expect(await fetched.text()).toBe('%PDF')
    expect(await call(simulator, 'files.info', { file: file?.id })).toMatchObject({
      file: { mimetype: 'application/pdf', is_public: false },
    })
  })

  it('is announced, uploaded and shown in a channel', async () => {
    const simulator = await startWorkspace()
    const content = 'name,email\n'
    const announced = await call(simulator, 'files.getUploadURLExternal', {
      filename: 'pool.csv',
      length: content.length,
    })
    const complete = () =>
      call(simulator, 'files.completeUploadExternal', {
        files: [{ id: announced.file_id, title: 'The pool' }],
        channel_id: 'C0RECRUIT',
        initial_comment: 'here',
      })

    expect(await call(simulator, 'files.getUploadURLExternal', { filename: 'a', length: 0 })).toMatchObject({
      error: 'invalid_arguments',
      errors: ['must be greater than 0 [json-pointer:/length]'],
    })
    expect(await complete()).toMatchObject({ error: 'file_not_found' })
    const tooLong = await fetch(String(announced.upload_url), { method: 'POST', body: `${content}more` })
    expect(tooLong.status).toBe(400)
    const form = new FormData()
    form.set('file', new Blob([content]), 'pool.csv')
    expect((await fetch(String(announced.upload_url), { method: 'POST', body: form })).status).toBe(200)
    expect(await complete()).toMatchObject({ ok: true, files: [{ title: 'The pool', mimetype: 'text/csv' }] })
    const [message] = simulator.as(TOM).messages('recruiting')
    expect(message).toMatchObject({ text: 'here', files: [{ title: 'The pool' }] })
    expect(await (await fetch(simulator.url + message?.files?.[0]?.url)).text()).toBe(content)
  })
})
