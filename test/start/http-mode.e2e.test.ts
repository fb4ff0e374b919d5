import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeUnhurriedClock } from '../../simulator/clock.ts'
import { wordsOf } from '../../simulator/hands/read.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { buildApp, type Medallist } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { PEOPLE, workspaceSeed } from '../../src/local/workspace-seed.ts'
import { becomesReady } from '../support/becomes-ready.ts'
import { testDatabase } from '../support/database.ts'
import { freePort } from '../support/free-port.ts'

const SECRET = 'a signing secret that only this test knows'

describe('Slack by signed HTTP requests, on the port of the pages', () => {
  let simulator: Simulator
  let app: Medallist
  let url: string
  const complaints: object[] = []

  beforeAll(async () => {
    const port = await freePort()
    url = `http://127.0.0.1:${port}/slack/events`
    const http = { requestUrl: url, interactivityUrl: url, signingSecret: SECRET }
    simulator = await startSimulator({ seed: workspaceSeed(), http, clock: makeUnhurriedClock(10) })
    const read = readConfig({
      PORT: String(port),
      SLACK_BOT_TOKEN: simulator.botToken,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: simulator.apiUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'people@fernhollow.example',
      APP_SECRET: 'a secret of the application, long enough',
    })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    const complain = (fields: object) => void complaints.push(fields)
    app = await buildApp({
      config: read.config,
      log: { info: () => undefined, warn: complain, error: complain },
      onFatal: (error) => {
        throw error
      },
      overrides: { database: await testDatabase() },
    })
    await app.start()
  })
  afterAll(async () => {
    await app.stop()
    await simulator.close()
  })

  it('answers the challenge that Slack poses before it believes an address', async () => {
    expect(await simulator.http?.verifyUrl()).toBe(true)
  })

  it('serves the pages beside it', async () => {
    await becomesReady(url)
    expect((await fetch(url)).status).toBe(404)
  })

  it('answers a command, opens its modal, takes the submission and the press of a button', async () => {
    const ines = simulator.as(PEOPLE.ines.id)
    expect(await ines.command('/silver', 'help', { in: 'general' })).toEqual({ ok: true })
    const help = await ines.waitFor(() => ines.ephemerals('general').at(-1), { what: 'the help' })
    expect(wordsOf(help)).toContain('/silver')
    await ines.command('/silver', 'Ana Souza <ana@example.com> for Senior SRE', { in: 'general' })
    const modal = await ines.opensModal('Add a silver medallist')
    expect(modal.fields()['Full name']?.value).toBe('Ana Souza')
    expect(await modal.submit()).toEqual({ ok: true })
    const added = await ines.waitFor(() => ines.dm().find((one) => wordsOf(one).includes('Ana Souza')), {
      what: 'that she was added',
    })
    expect(await ines.press(added, 'Open')).toEqual({ ok: true })
    const profile = await ines.opensModal('Profile')
    expect(profile.words()).toContain('ana@example.com')
  })

  it('keeps an event before it acknowledges it, and a retry of it once', async () => {
    const body = eventBody('Ev0RETRIED1', { type: 'app_home_opened', user: PEOPLE.tom.id, tab: 'home' })
    expect((await post(url, body)).status).toBe(200)
    expect(await kept('Ev0RETRIED1')).toBe(1)
    const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }
    expect((await post(url, body, { headers: retry })).status).toBe(200)
    expect(await kept('Ev0RETRIED1')).toBe(1)
    const tom = simulator.as(PEOPLE.tom.id)
    await tom.waitFor((view) => view.home, { what: 'his Home' })
  })

  it.each([
    ['a wrong signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['another secret', { secret: 'not the secret' }],
    ['a request of ten minutes ago', { ageSeconds: 600 }],
    ['no signature at all', { signature: '' }],
  ])('refuses %s and does nothing', async (what, how) => {
    const id = `Ev0${what}`
    const answer = await post(url, eventBody(id, { type: 'app_home_opened', user: PEOPLE.sam.id, tab: 'home' }), how)
    expect(answer.status).toBe(401)
    expect(await kept(id)).toBe(0)
    expect(simulator.as(PEOPLE.sam.id).see().home).toBeUndefined()
  })

  it('refuses a forged press of a button', async () => {
    const body = new URLSearchParams({ payload: JSON.stringify({ type: 'block_actions' }) }).toString()
    const type = 'application/x-www-form-urlencoded'
    expect((await post(url, body, { type, secret: 'not the secret' })).status).toBe(401)
  })

  const kept = async (id: string) =>
    (await app.database.pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [id])).rowCount
})

const eventBody = (id: string, event: object): string =>
  JSON.stringify({
    type: 'event_callback',
    token: 'legacy',
    team_id: workspaceSeed().team.id,
    api_app_id: workspaceSeed().app.id,
    event_id: id,
    event_time: Math.floor(Date.now() / 1000),
    event: { channel: 'D0', event_ts: '1.1', ...event },
  })

type How = {
  readonly secret?: string
  readonly signature?: string
  readonly ageSeconds?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** As Slack signs, unless told otherwise. */
function post(url: string, body: string, how: How = {}): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - (how.ageSeconds ?? 0))
  const mac = createHmac('sha256', how.secret ?? SECRET).update(`v0:${timestamp}:${body}`)
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': how.type ?? 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': how.signature ?? `v0=${mac.digest('hex')}`,
      ...how.headers,
    },
    body,
  })
}
