import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { makeManualClock } from '../../simulator/clock.ts'
import { ANA } from './seed.ts'
import { startListener, startWorkspace } from './support.ts'

const SECRET = 'e5b1d7f6c0a94f1c8a3e2d1b0f9e8d7c'

/** A Bolt app behind HTTP at a free port, and a workspace that sends to it. */
async function startHttpApp(register: (app: App) => void, believed = SECRET) {
  const receiver = new HTTPReceiver({ signingSecret: believed, logLevel: LogLevel.ERROR })
  const listener = await startListener((request, response) => receiver.requestListener(request, response))
  const url = `${listener.url}/slack/events`
  const simulator = await startWorkspace({ http: { requestUrl: url, interactivityUrl: url, signingSecret: SECRET } })
  const app = new App({
    receiver,
    token: simulator.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: simulator.apiUrl },
  })
  register(app)
  return { simulator }
}

describe('an app behind HTTP', () => {
  it('answers the challenge, signed commands, events and submissions', async () => {
    const { simulator } = await startHttpApp((app) => {
      app.command('/silver', async ({ ack }) => ack({ response_type: 'in_channel', text: 'from the ack' }))
      app.event('app_mention', async ({ event, client }) => {
        await client.chat.postMessage({ channel: event.channel, text: `heard: ${event.text}` })
      })
    })
    const ana = simulator.as(ANA)

    expect(await simulator.http?.verifyUrl()).toBe(true)
    expect(await ana.command('/silver', 'x', { in: 'recruiting' })).toEqual({ ok: true })
    expect(ana.messages('recruiting').map((m) => m.text)).toEqual(['from the ack'])
    await ana.say('recruiting', '@medallist hello')
    const heard = await ana.waitFor(() => ana.messages('recruiting').find((m) => m.text.startsWith('heard')), {
      what: 'the answer',
    })
    expect(heard.text).toBe('heard: <@U00BOT> hello')
  })

  it('is not believed by Bolt when the secret is another one', async () => {
    const { simulator } = await startHttpApp((app) => app.command('/silver', async ({ ack }) => ack()), 'another')

    const result = await simulator.as(ANA).command('/silver')

    expect(result).toEqual({ ok: false, notice: '/silver failed with the error "http_client_error"' })
  })
})

describe('an event that the app refuses', () => {
  it('comes again at once, after a minute and after five, and then no more', async () => {
    const clock = makeManualClock()
    const tries: { num: string | undefined; reason: string | undefined; id: string; at: number }[] = []
    let arrived = () => {}
    const listener = await startListener((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += String(chunk)
      })
      request.on('end', () => {
        const header = (name: string) => request.headers[name]?.toString()
        tries.push({
          num: header('x-slack-retry-num'),
          reason: header('x-slack-retry-reason'),
          id: (JSON.parse(body) as { event_id: string }).event_id,
          at: clock.now(),
        })
        response.statusCode = 500
        response.end()
        arrived()
      })
    })
    const simulator = await startWorkspace({
      clock,
      http: { requestUrl: listener.url, interactivityUrl: listener.url },
    })
    const start = clock.now()
    const nextTry = () =>
      new Promise<void>((done) => {
        arrived = done
      })
    const first = nextTry()
    await simulator.as(ANA).say('recruiting', 'hello')
    await first
    for (const wait of [1, 60_000, 300_000]) {
      const next = nextTry()
      await clock.planned(wait)
      await clock.advance(wait)
      await next
    }

    expect(tries.map(({ num, reason, at }) => [num, reason, at - start])).toEqual([
      [undefined, undefined, 0],
      ['1', 'http_error', 1],
      ['2', 'http_error', 60_001],
      ['3', 'http_error', 360_001],
    ])
    expect(new Set(tries.map((t) => t.id)).size).toBe(1)
    await simulator.said(/given up after 3 retries/)
  })
})
