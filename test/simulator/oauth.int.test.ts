import { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { makeManualClock } from '../../simulator/clock.ts'
import { startSeveral } from '../../simulator/several.ts'
import { ANA, BOT, seed, TOM } from './seed.ts'
import { call, closeAfter, startWorkspace, type TestWorkspace } from './support.ts'

const oauth = {
  clientId: '1.2',
  clientSecret: 'the secret of the app',
  redirectUrls: ['https://app.example/slack/oauth_redirect'],
}
const [redirect_uri = ''] = oauth.redirectUrls
const question = { client_id: oauth.clientId, scope: 'chat:write,commands', state: 'a state', redirect_uri }
const install = (how: object = {}) => ({
  client_id: oauth.clientId,
  client_secret: oauth.clientSecret,
  redirect_uri,
  code: '',
  ...how,
})

const ask = async (url: string, how: Record<string, string> = {}) => {
  const response = await fetch(`${url}/oauth/v2/authorize?${String(new URLSearchParams({ ...question, ...how }))}`)
  return { status: response.status, page: (await response.text()).replaceAll('&amp;', '&') }
}
/** Presses a link of the page of consent and answers with where it leads. */
async function press(url: string, words: RegExp, how: Record<string, string> = {}): Promise<URL> {
  const { page } = await ask(url, how)
  const link = [...page.matchAll(/<a href="([^"]+)">([^<]+)/g)].find(([, , label = '']) => words.test(label))?.[1] ?? ''
  const response = link.startsWith('/') ? await fetch(url + link, { redirect: 'manual' }) : undefined
  return new URL(response?.headers.get('location') ?? link)
}
const codeFrom = async (simulator: { url: string }, how = {}) =>
  (await press(simulator.url, /Allow as Ana/, how)).searchParams.get('code') ?? ''
const access = ({ apiUrl }: { apiUrl: string }, how: object) =>
  new WebClient(undefined, { slackApiUrl: apiUrl }).oauth.v2.access(install(how))
const refusal = (error: string) => ({ data: { ok: false, error } })

describe("Slack's page of consent", () => {
  it('sends an admin back with a code and the state, and whoever cancels with access_denied', async () => {
    const simulator = await startWorkspace({ oauth })
    const allowed = await press(simulator.url, /Allow as Ana Souza/)
    expect(allowed.href).toMatch(/^https:\/\/app\.example\/slack\/oauth_redirect\?/)
    expect(allowed.searchParams.get('state')).toBe('a state')
    expect(allowed.searchParams.get('code')).toMatch(/^\d+\.\d+\.[0-9a-f]+$/)
    const cancelled = await press(simulator.url, /Cancel/)
    expect(Object.fromEntries(cancelled.searchParams)).toEqual({ error: 'access_denied', state: 'a state' })
  })

  it('names what is asked for, and lets only admins in', async () => {
    const simulator = await startWorkspace({ oauth })
    const { status, page } = await ask(simulator.url)
    expect(status).toBe(200)
    expect(page).toContain('<code>chat:write</code>')
    expect(page).not.toContain('Tom Okoro')
    const query = new URLSearchParams({ ...question, team: seed.team.id, user: TOM })
    expect((await fetch(`${simulator.url}/oauth/v2/allow?${String(query)}`, { redirect: 'manual' })).status).toBe(400)
  })

  it.each([
    ['another client', { client_id: '9.9' }, 'Invalid client_id parameter'],
    [
      'another address',
      { redirect_uri: 'https://evil.example/slack/oauth_redirect' },
      'did not match any configured URIs',
    ],
    ['an address that only begins alike', { redirect_uri: `${redirect_uri}_other` }, 'did not match'],
    ['a scope that the app does not declare', { scope: 'chat:write,admin' }, 'Invalid permissions requested: admin'],
    ['no scope', { scope: '' }, 'no scopes'],
  ])('refuses %s', async (_what, how, why) => {
    const { status, page } = await ask((await startWorkspace({ oauth })).url, how)
    expect(status).toBe(400)
    expect(page).toContain(why)
  })
})

describe('oauth.v2.access', () => {
  it('gives the token of the workspace that was chosen, with what was granted and no more', async () => {
    const simulator = await startWorkspace({ oauth })
    const granted = await access(simulator, { code: await codeFrom(simulator) })
    expect(granted).toMatchObject({
      ok: true,
      token_type: 'bot',
      scope: 'chat:write,commands',
      bot_user_id: BOT,
      app_id: seed.app.id,
      team: { id: seed.team.id, name: 'Acme' },
      authed_user: { id: ANA },
      is_enterprise_install: false,
    })
    const client = new WebClient(granted.access_token, { slackApiUrl: simulator.apiUrl })
    expect(await client.chat.postMessage({ channel: 'C0RECRUIT', text: 'hello' })).toMatchObject({ ok: true })
    await expect(client.users.info({ user: ANA })).rejects.toMatchObject(refusal('missing_scope'))
  })

  it.each([
    ['another client', 'invalid_client_id', { client_id: '9.9' }],
    ['a wrong secret', 'bad_client_secret', { client_secret: 'guessed' }],
    ['a code that was never given out', 'invalid_code', { code: '1.2.3' }],
    ['no code', 'invalid_code', { code: '' }],
    ['another address than before', 'bad_redirect_uri', { redirect_uri: 'https://app.example/other' }],
    ['a token to refresh, where tokens do not rotate', 'invalid_refresh_token', { grant_type: 'refresh_token' }],
  ])('refuses %s', async (_what, error, how) => {
    const simulator = await startWorkspace({ oauth })
    const code = await codeFrom(simulator)
    await expect(access(simulator, { code, ...how })).rejects.toMatchObject(refusal(error))
    expect(simulator.as(ANA).see().commands).toEqual([])
  })

  it('takes a code once', async () => {
    const simulator = await startWorkspace({ oauth })
    const code = await codeFrom(simulator)
    await access(simulator, { code })
    await expect(access(simulator, { code })).rejects.toMatchObject(refusal('code_already_used'))
  })

  it('takes a code for ten minutes', async () => {
    const clock = makeManualClock()
    const simulator = await startWorkspace({ oauth, clock })
    const code = await codeFrom(simulator)
    await clock.advance(10 * 60_000 + 1)
    await expect(access(simulator, { code })).rejects.toMatchObject(refusal('invalid_code'))
  })
})

describe('an app in a workspace', () => {
  const nameOf = (simulator: TestWorkspace, token: string | undefined) => call(simulator, 'auth.test', {}, token)

  it('offers nothing before it is installed, and nothing after it was removed; its token is dead then', async () => {
    const simulator = await startWorkspace({ oauth })
    const ana = simulator.as(ANA)
    expect(ana.see()).toMatchObject({ commands: [], shortcuts: [] })
    expect(await nameOf(simulator, simulator.botToken)).toMatchObject({ error: 'invalid_auth' })
    const { access_token } = await access(simulator, { code: await codeFrom(simulator) })
    expect(ana.see().commands).not.toEqual([])
    expect(await nameOf(simulator, access_token)).toMatchObject({ ok: true })
    simulator.admin.uninstall()
    expect(ana.see().commands).toEqual([])
    expect(await nameOf(simulator, access_token)).toMatchObject({ error: 'account_inactive' })
    const again = await access(simulator, { code: await codeFrom(simulator) })
    expect(again.access_token).not.toBe(access_token)
    expect(await nameOf(simulator, again.access_token)).toMatchObject({ ok: true })
  })

  it('stays where only its token was taken away', async () => {
    const simulator = await startWorkspace({ oauth })
    const { access_token } = await access(simulator, { code: await codeFrom(simulator) })
    simulator.admin.revokeToken()
    expect(await nameOf(simulator, access_token)).toMatchObject({ error: 'token_revoked' })
    expect(simulator.as(ANA).see().commands).not.toEqual([])
  })

  it('is there from the start where nobody speaks of OAuth', async () => {
    const simulator = await startWorkspace()
    expect(await nameOf(simulator, simulator.botToken)).toMatchObject({ ok: true })
    expect(await call(simulator, 'oauth.v2.access')).toMatchObject({ error: 'unknown_method' })
    expect((await fetch(`${simulator.url}/oauth/v2/authorize`)).status).toBe(404)
  })
})

describe('several workspaces behind one address', () => {
  it('share their consent, and each answers to its own token', async () => {
    const other = { ...seed, team: { id: 'T00OTHER', name: 'Other', domain: 'other' } }
    const nowhere = 'http://127.0.0.1:1/slack/events'
    const http = { requestUrl: nowhere, interactivityUrl: nowhere, signingSecret: 's' }
    const several = await startSeveral({ seeds: [seed, other], oauth, http, log: () => undefined })
    closeAfter(() => several.close())
    const { page } = await ask(several.url)
    expect(page).toContain('<h2>Acme</h2>')
    expect(page).toContain('<h2>Other</h2>')
    const query = new URLSearchParams({ ...question, team: 'T00OTHER', user: ANA })
    const back = await fetch(`${several.url}/oauth/v2/allow?${String(query)}`, { redirect: 'manual' })
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code')
    const granted = await access(several, { code })
    expect(granted.team).toEqual({ id: 'T00OTHER', name: 'Other' })
    const client = new WebClient(granted.access_token, { slackApiUrl: several.apiUrl })
    expect(await client.auth.test()).toMatchObject({ team_id: 'T00OTHER', url: 'https://other.slack.com/' })
    await client.chat.postMessage({ channel: 'C0RECRUIT', text: 'hello' })
    const said = several.workspaces.map((each) => each.as(ANA).messages('recruiting').length)
    expect(said).toEqual([0, 1])
  })
})
