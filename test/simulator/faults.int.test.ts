import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { ErrorCode, WebClient, type WebClientOptions } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { makeManualClock } from '../../simulator/clock.ts'
import { cutOff, type Fault, late, rateLimited, serverError, unheard } from '../../simulator/faults.ts'
import { ANA } from './seed.ts'
import { closeAfter, startSocketApp, startWorkspace, type TestWorkspace } from './support.ts'

const CHANNEL = 'C0RECRUIT'
const method = 'chat.postMessage'
const once = (fault: Fault) => ({ method, times: 1, fault })
const saidIn = (simulator: TestWorkspace, channel = 'recruiting') =>
  simulator
    .as(ANA)
    .messages(channel)
    .map(({ text }) => text)

/** Slack's own client, which tries once unless told otherwise. */
const clientOf = ({ botToken, apiUrl }: TestWorkspace, options: WebClientOptions = {}) =>
  new WebClient(botToken, { slackApiUrl: apiUrl, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 }, ...options })
const post = (client: WebClient, channel = CHANNEL) => client.chat.postMessage({ channel, text: 'hello' })
const admin = ({ url }: TestWorkspace, how: string, path: string, body?: object) =>
  fetch(`${url}/admin/${path}`, {
    method: how,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })

describe('a call that goes wrong', () => {
  it.each([
    ['is limited before it did anything', rateLimited(7), { code: ErrorCode.RateLimitedError, retryAfter: 7 }, 0],
    ['meets a broken server', serverError(), { code: ErrorCode.HTTPError, statusCode: 503 }, 0],
    ['is done by a server that then breaks', serverError(500, 'after'), { code: ErrorCode.HTTPError }, 1],
    ['is cut off before it did anything', cutOff('before'), { code: ErrorCode.RequestError }, 0],
    ['is done, and cut off before the answer', cutOff('after'), { code: ErrorCode.RequestError }, 1],
  ])('%s', async (_what, fault, error, done) => {
    const simulator = await startWorkspace()
    simulator.faults.add(once(fault))
    const client = clientOf(simulator, { rejectRateLimitedCalls: true })

    await expect(post(client)).rejects.toMatchObject(error)
    expect(saidIn(simulator)).toHaveLength(done)
    await post(client)
    expect(saidIn(simulator)).toHaveLength(done + 1)
  })

  it('is done, and its caller never hears of it', async () => {
    const simulator = await startWorkspace()
    simulator.faults.add(once(unheard))

    await expect(post(clientOf(simulator, { timeout: 300 }))).rejects.toMatchObject({ code: ErrorCode.RequestError })
    expect(saidIn(simulator)).toEqual(['hello'])
  })

  it.each([
    ['is answered late, and done at once', 'after', 1],
    ['is done and answered late', 'before', 0],
  ] as const)('%s', async (_what, when, done) => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ clock })
    simulator.faults.add(once(late(20_000, when)))
    const answered = post(clientOf(simulator))
    await clock.planned(20_000)
    expect(saidIn(simulator)).toHaveLength(done)
    await clock.advance(20_000)
    expect(await answered).toMatchObject({ ok: true })
    expect(saidIn(simulator)).toEqual(['hello'])
  })

  it('says something twice where the client tries again after a lost answer', async () => {
    const simulator = await startWorkspace()
    simulator.faults.add(once(cutOff('after')))
    await post(clientOf(simulator, { retryConfig: { retries: 1, minTimeout: 1 } }))
    expect(saidIn(simulator)).toEqual(['hello', 'hello'])
  })

  it('may be an answer to a response URL', async () => {
    const simulator = await startWorkspace()
    const failures: unknown[] = []
    await startSocketApp(simulator, (app) =>
      app.command('/silver', async ({ ack, respond }) => {
        await ack()
        await respond('lost').catch((error: unknown) => failures.push(error))
        await respond('heard')
      }),
    )
    simulator.faults.add({ method: 'response_url', channel: CHANNEL, times: 1, fault: cutOff('before') })
    const ana = simulator.as(ANA)
    await ana.command('/silver', '', { in: 'recruiting' })
    await ana.waitFor(() => ana.ephemerals('recruiting').length > 0, { what: 'the answer' })
    expect(ana.ephemerals('recruiting').map(({ text }) => text)).toEqual(['heard'])
    expect(failures).toHaveLength(1)
  })
})

describe('a rule of what goes wrong', () => {
  it('is about one channel and leaves the others alone', async () => {
    const simulator = await startWorkspace()
    simulator.admin.invite('C0RANDOM', simulator.workspace.app.botUserId)
    simulator.faults.add({ channel: CHANNEL, fault: serverError() })
    const client = clientOf(simulator)
    await expect(post(client)).rejects.toThrow()
    await post(client, 'C0RANDOM')
    await client.auth.test()
    expect(saidIn(simulator, 'random')).toEqual(['hello'])
  })

  it('holds until it is taken away, and the older one counts first', async () => {
    const simulator = await startWorkspace()
    const end = simulator.faults.add({ method, fault: serverError(500) })
    simulator.faults.add({ fault: serverError(502) })
    const client = clientOf(simulator)
    for (let n = 0; n < 2; n++) await expect(post(client)).rejects.toMatchObject({ statusCode: 500 })
    end()
    await expect(post(client)).rejects.toMatchObject({ statusCode: 502 })
    simulator.faults.clear()
    await post(client)
    expect(saidIn(simulator)).toEqual(['hello'])
  })
})

describe('the admin API', () => {
  const fault = { kind: 'rate_limited', seconds: 7 }

  it('makes, lists and ends rules while the workspace runs', async () => {
    const simulator = await startWorkspace()
    const client = clientOf(simulator, { rejectRateLimitedCalls: true })
    const made = await admin(simulator, 'POST', 'faults', { method, channel: CHANNEL, times: 2, fault })
    expect(await made.json()).toMatchObject([{ method, channel: CHANNEL, times: 2 }])
    await expect(post(client)).rejects.toMatchObject({ retryAfter: 7 })
    expect(await (await admin(simulator, 'GET', 'faults')).json()).toMatchObject([{ times: 1 }])
    expect(await (await admin(simulator, 'DELETE', 'faults')).json()).toEqual([])
    await post(client)
    expect(saidIn(simulator)).toEqual(['hello'])
  })

  it.each([
    [{ kind: 'server_error', status: 502 }, { statusCode: 502 }, 0],
    [{ kind: 'server_error', when: 'after' }, { statusCode: 503 }, 1],
    [{ kind: 'cut_off', when: 'before' }, { code: ErrorCode.RequestError }, 0],
    [{ kind: 'cut_off', when: 'after' }, { code: ErrorCode.RequestError }, 1],
    [{ kind: 'unheard' }, { code: ErrorCode.RequestError }, 1],
  ])('knows %j', async (kind, error, done) => {
    const simulator = await startWorkspace()
    await admin(simulator, 'POST', 'faults', { method, fault: kind })
    await expect(post(clientOf(simulator, { timeout: 2_000 }))).rejects.toMatchObject(error)
    expect(saidIn(simulator)).toHaveLength(done)
  })

  it('makes answers late', async () => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ clock })
    await admin(simulator, 'POST', 'faults', { method, fault: { kind: 'late', ms: 9_000 } })
    const answered = post(clientOf(simulator))
    await clock.planned(9_000)
    await clock.advance(9_000)
    expect(await answered).toMatchObject({ ok: true })
  })

  it.each([
    ['a fault that nobody knows', { fault: { kind: 'gremlins' } }],
    ['an answer that is no fault', { fault: { kind: 'server_error', status: 200 } }],
    ['a misspelt sentinel', { methode: 'chat.postMessage', fault }],
  ])('refuses %s', async (_what, rule) => {
    const simulator = await startWorkspace()
    expect((await admin(simulator, 'POST', 'faults', rule)).status).toBe(400)
    expect(simulator.faults.rules()).toEqual([])
  })

  it('listens to this machine only', async () => {
    const simulator = await startWorkspace()
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' }
    const response = await fetch(`${simulator.url}/admin/faults`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ fault }),
    })
    expect(response.status).toBe(403)
    expect(simulator.faults.rules()).toEqual([])
  })
})

describe('a socket that is lost', () => {
  it.each(['drop', 'refresh'] as const)('by %s comes back, though opening it fails at first', async (kind) => {
    const simulator = await startWorkspace()
    const receiver = new SocketModeReceiver({
      appToken: simulator.appToken,
      clientPingTimeout: 100,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl: simulator.apiUrl } },
    })
    const app = new App({ token: simulator.botToken, receiver, clientOptions: { slackApiUrl: simulator.apiUrl } })
    app.command('/silver', async ({ ack }) => ack('still here'))
    await app.start()
    closeAfter(() => app.stop())
    const again = new Promise((done) => receiver.client.once('connected', done))
    simulator.faults.add({ method: 'apps.connections.open', times: 1, fault: serverError() })
    expect(await (await admin(simulator, 'POST', 'socket', { kind })).json()).toEqual({ connections: 1 })
    await again
    expect(simulator.faults.rules()).toEqual([])
    const ana = simulator.as(ANA)
    expect(await ana.command('/silver', '', { in: 'recruiting' })).toEqual({ ok: true })
    expect(ana.ephemerals('recruiting').map(({ text }) => text)).toEqual(['still here'])
  })

  it('cannot be cut where the app is reached by HTTP', async () => {
    const nowhere = 'http://127.0.0.1:1/slack/events'
    const simulator = await startWorkspace({ http: { requestUrl: nowhere, interactivityUrl: nowhere } })
    expect((await admin(simulator, 'POST', 'socket', { kind: 'drop' })).status).toBe(409)
  })
})
