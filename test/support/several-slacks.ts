// The product in HTTP mode with two workspaces, each of which installs it by itself.
import { createHmac } from 'node:crypto'
import { makeUnhurriedClock } from '../../simulator/clock.ts'
import type { WorkspaceSeed } from '../../simulator/seed.ts'
import { type Several, startSeveral } from '../../simulator/several.ts'
import { buildApp, type Medallist } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { PEOPLE, workspaceSeed } from '../../src/local/workspace-seed.ts'
import { quickDatabase } from './database.ts'
import { freePort } from './free-port.ts'

const SIGNING_SECRET = 'a signing secret that only this test knows'

/** The same people work there, but only Ben is a recruiter. */
const otherSeed = (): WorkspaceSeed => {
  const seed = workspaceSeed()
  const userGroups = [{ id: 'S0OTHER001', handle: 'recruiters', name: 'Recruiters', users: [PEOPLE.ben.id] }]
  return { ...seed, team: { id: 'T0OTHERHIL', name: 'Otherhill Rail', domain: 'otherhill' }, userGroups }
}

export type SeveralSlacks = {
  readonly app: Medallist
  readonly slack: Several
  /** Where the product is. */
  readonly url: string
  readonly complaints: readonly string[]
  /** Posts what Slack would, signed. */
  post(body: object): Promise<Response>
  close(): Promise<void>
}

export async function openSeveralSlacks(): Promise<SeveralSlacks> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const events = `http://127.0.0.1:${port}/slack/events`
  const oauth = {
    clientId: '1.2',
    clientSecret: 'the secret of the app',
    redirectUrls: [`${url}/slack/oauth_redirect`],
  }
  const slack = await startSeveral({
    seeds: [workspaceSeed(), otherSeed()],
    oauth,
    http: { requestUrl: events, interactivityUrl: events, signingSecret: SIGNING_SECRET },
    clock: makeUnhurriedClock(10),
    log: () => undefined,
  })
  const read = readConfig({
    PORT: String(port),
    SLACK_CLIENT_ID: oauth.clientId,
    SLACK_CLIENT_SECRET: oauth.clientSecret,
    SLACK_STATE_SECRET: 'a secret for states',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    APP_SECRET: 'a secret of the application, long enough',
  })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const complaints: string[] = []
  const complain = (fields: object, message: string) => void complaints.push(`${message} ${JSON.stringify(fields)}`)
  const app = await buildApp({
    config: read.config,
    log: { info: () => undefined, warn: complain, error: complain },
    onFatal: (error) => {
      throw error
    },
    overrides: { database: await quickDatabase(), sweepSeconds: 1 },
  })
  await app.start()
  return {
    app,
    slack,
    url,
    complaints,
    post(body) {
      const text = JSON.stringify(body)
      const timestamp = String(Math.floor(Date.now() / 1000))
      const mac = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${text}`).digest('hex')
      const headers = {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${mac}`,
      }
      return fetch(events, { method: 'POST', body: text, headers })
    },
    async close() {
      await app.stop()
      await slack.close()
    },
  }
}

/** What one browser knows of an installation under way. */
export type Visit = { readonly cookie: string; readonly consent: URL; readonly page: string; readonly headers: Headers }

/** Opens `/slack/install`. */
export async function visit(url: string): Promise<Visit> {
  const response = await fetch(`${url}/slack/install`)
  const page = await response.text()
  const address = (/href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';')
  return { cookie, consent: new URL(address), page, headers: response.headers }
}

/** Allows it in a workspace and answers with where Slack sends the browser. */
export async function allow({ consent }: Visit, team: string, user: string = PEOPLE.priya.id): Promise<URL> {
  const query = new URLSearchParams({ ...Object.fromEntries(consent.searchParams), team, user })
  const response = await fetch(`${consent.origin}/oauth/v2/allow?${String(query)}`, { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? '')
}

/** Comes back from Slack. */
export async function comeBack(address: URL, cookie: string): Promise<{ status: number; page: string }> {
  const response = await fetch(address, { headers: { cookie } })
  return { status: response.status, page: await response.text() }
}

/** All of it, as an admin does it. */
export async function install(url: string, team: string): Promise<{ status: number; page: string }> {
  const visited = await visit(url)
  return comeBack(await allow(visited, team), visited.cookie)
}
