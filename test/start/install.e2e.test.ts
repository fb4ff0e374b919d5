import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Message } from '../../simulator/contract.ts'
import { wordsOf } from '../../simulator/hands/read.ts'
import type { CandidateId } from '../../src/domain/shared/ids.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { PATIENT } from '../support/patient.ts'
import { allow, comeBack, install, openSeveralSlacks, type SeveralSlacks, visit } from '../support/several-slacks.ts'

const OURS = 'T0FERNHOLW'
const THEIRS = 'T0OTHERHIL'

describe('installing at /slack/install', () => {
  let world: SeveralSlacks
  beforeAll(async () => {
    world = await openSeveralSlacks()
  })
  afterAll(() => world.close())

  const rows = async (team: string) => {
    const { rows: found } = await world.app.database.pool.query<{ bot_token: Buffer; revoked_at: Date | null }>(
      'SELECT i.* FROM installation i JOIN workspace w ON w.id = i.workspace_id WHERE w.team_id = $1',
      [team],
    )
    return found
  }
  const [ours, theirs] = [() => at(0), () => at(1)]
  const at = (place: number) => {
    const simulator = world.slack.workspaces[place]
    if (!simulator) throw new Error('no such workspace')
    return simulator
  }
  /** Somebody adds a person and sees the confirmation. */
  const adds = async (who: ReturnType<ReturnType<typeof at>['as']>, name: string) => {
    await who.command('/silver', `${name} for Senior SRE`, { in: 'general' })
    const form = await who.opensModal('Add a silver medallist')
    expect(await form.submit()).toEqual({ ok: true })
    await who.waitFor(() => who.dm().some((one) => wordsOf(one).includes(name)), {
      what: `that ${name} was added`,
    })
  }
  const answerTo = async (who: ReturnType<ReturnType<typeof at>['as']>, command: string, text: string) => {
    const before = who.ephemerals('general').length
    await who.command(command, text, { in: 'general' })
    const answer = await who.waitFor(() => who.ephemerals('general').slice(before).at(-1), {
      what: `an answer to ${command}`,
    })
    return wordsOf(answer)
  }

  it('offers Slack’s page of consent, with the scopes of the manifest and a state of its own for each browser', async () => {
    const one = await visit(world.url)
    const { bot, bot_optional } = (
      JSON.parse(readFileSync('manifest.json', 'utf8')) as {
        oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
      }
    ).oauth_config.scopes
    expect(one.page).toContain('Add to Slack')
    expect(one.consent.searchParams.get('scope')?.split(',')).toEqual([...bot, ...bot_optional])
    expect(one.consent.searchParams.get('redirect_uri')).toBe(`${world.url}/slack/oauth_redirect`)
    expect(one.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(one.headers.get('set-cookie')).toMatch(/HttpOnly/)
    const other = await visit(world.url)
    expect(other.consent.searchParams.get('state')).not.toBe(one.consent.searchParams.get('state'))
  })

  it.each([
    [
      'whose browser is another one',
      async () => {
        const [one, other] = [await visit(world.url), await visit(world.url)]
        return comeBack(await allow(one, OURS), other.cookie)
      },
      400,
      'This took too long',
    ],
    [
      'without the cookie',
      async () => comeBack(await allow(await visit(world.url), OURS), ''),
      400,
      'This took too long',
    ],
    [
      'whose state was made up',
      async () => {
        const { cookie, ...visited } = await visit(world.url)
        const back = await allow({ cookie, ...visited }, OURS)
        back.searchParams.set('state', 'made.up.state')
        return comeBack(back, `${cookie.split('=')[0]}=made.up.state`)
      },
      400,
      'This took too long',
    ],
    [
      'without a code',
      async () => {
        const visited = await visit(world.url)
        const back = await allow(visited, OURS)
        back.searchParams.delete('code')
        return comeBack(back, visited.cookie)
      },
      400,
      'This took too long',
    ],
    [
      'with a code of somebody’s invention',
      async () => {
        const visited = await visit(world.url)
        const back = await allow(visited, OURS)
        back.searchParams.set('code', '1.2.3')
        return comeBack(back, visited.cookie)
      },
      400,
      'Slack did not go along',
    ],
    [
      'after a no',
      async () => {
        const visited = await visit(world.url)
        const back = await allow(visited, OURS)
        back.searchParams.set('error', 'access_denied')
        return comeBack(back, visited.cookie)
      },
      400,
      'Nothing was installed',
    ],
  ])('keeps nothing for somebody who comes back %s, and says what to do', async (_what, comes, status, title) => {
    const answer = await comes()
    expect(answer.status).toBe(status)
    expect(answer.page).toContain(title)
    expect(answer.page).toContain('href="/slack/install"')
    expect(await rows(OURS)).toEqual([])
  })

  it('answers nothing but 401 to a workspace that has not installed it', async () => {
    const body = { type: 'block_actions', team: { id: OURS }, user: { id: PEOPLE.ines.id }, actions: [{}] }
    expect((await world.post(body)).status).toBe(401)
  })

  it('serves two workspaces side by side, each by its own token, roles and people', async () => {
    for (const [team, name] of [
      [OURS, 'Fernhollow Energy'],
      [THEIRS, 'Otherhill Rail'],
    ] as const) {
      const { status, page } = await install(world.url, team)
      expect(page).toContain(`Medallist is in ${name}`)
      expect(status).toBe(200)
    }
    await adds(ours().as(PEOPLE.ines.id), 'Nadia Rahimi')
    await adds(theirs().as(PEOPLE.ben.id), 'Omid Farahani')

    expect(JSON.stringify(theirs().as(PEOPLE.ines.id).see().messages)).not.toContain('Nadia')
    expect(JSON.stringify(ours().as(PEOPLE.ben.id).see().messages)).not.toContain('Omid')
    expect(await answerTo(theirs().as(PEOPLE.ben.id), '/candidate', 'Nadia Rahimi')).not.toContain('Senior SRE')
    expect(await answerTo(ours().as(PEOPLE.ines.id), '/pool', 'Nadia')).toContain('Nadia Rahimi')
    // Ines is a recruiter in the one and not in the other.
    expect(await answerTo(theirs().as(PEOPLE.ines.id), '/pool', 'Omid')).not.toContain('Omid Farahani')
  })

  it('keeps the token sealed', async () => {
    const [row] = await rows(OURS)
    expect(row?.bot_token.length).toBeGreaterThan(30)
    expect(row?.bot_token.toString('latin1')).not.toContain(ours().botToken)
    expect(world.complaints.join('\n')).not.toContain('xoxb-')
  })

  it('does not believe that it was removed while its token works', async () => {
    const event_time = Math.floor(Date.now() / 1000)
    const event = { type: 'app_uninstalled' }
    const body = { type: 'event_callback', team_id: OURS, event_id: 'Ev0TOOLATE', event_time, event, api_app_id: 'A' }
    expect((await world.post(body)).status).toBe(200)
    const done = "SELECT 1 FROM inbox WHERE event_id = 'Ev0TOOLATE' AND processed_at IS NOT NULL"
    await vi.waitFor(async () => expect((await world.app.database.pool.query(done)).rowCount).toBe(1), PATIENT)
    expect(await rows(OURS)).toMatchObject([{ revoked_at: null }])
  })

  it('goes silent where it is removed, lets what was to be said wait, and says it once it is back', async () => {
    const ben = theirs().as(PEOPLE.ben.id)
    const token = theirs().botToken
    theirs().admin.uninstall()
    await vi.waitFor(async () => expect((await rows(THEIRS))[0]?.revoked_at).not.toBeNull(), PATIENT)
    const ctx = await world.app.contexts.forTeam(THEIRS)
    if (ctx === undefined) throw new Error('the workspace is not there')
    const { rows: people } = await world.app.database.pool.query<{ id: CandidateId }>(
      "SELECT id FROM candidate WHERE full_name = 'Omid Farahani'",
    )
    const notice = { kind: 'added_notice', address: ben.user, subjects: people.map(({ id }) => id) } as const
    await ctx.uow.run((tx) => tx.posts.want({ key: 'added_notice:once_more', ...notice }, ctx.now))
    ctx.services.wake.posts()
    const body = { type: 'block_actions', team: { id: THEIRS }, user: { id: ben.user }, actions: [{}] }
    expect((await world.post(body)).status).toBe(401)
    // The other workspace notices nothing.
    expect(await answerTo(ours().as(PEOPLE.ines.id), '/pool', 'Nadia')).toContain('Nadia Rahimi')

    const before = ben.dm().length
    const kept = await ctx.uow.run(async (tx) => [
      await tx.installations.get(),
      await tx.posts.byKey('added_notice:once_more'),
    ])
    expect(kept).toMatchObject([undefined, { state: 'wanted', posted: 0 }])

    expect((await install(world.url, THEIRS)).status).toBe(200)
    expect(theirs().botToken).not.toBe(token)
    await ben.waitFor(() => ben.dm().length > before, { what: 'what had waited' })
    expect(wordsOf(ben.dm().at(-1) as Message)).toContain('Omid Farahani')
    expect(await answerTo(ben, '/pool', 'Omid')).toContain('Omid Farahani')
  })

  it('counts a token that was taken away no more, though the app stays, and tells it from an app that was removed', async () => {
    ours().admin.revokeToken()
    await vi.waitFor(async () => expect((await rows(OURS))[0]?.revoked_at).not.toBeNull(), PATIENT)
    const { rows: log } = await world.app.database.pool.query<{ type: string }>(
      "SELECT type FROM event WHERE stream LIKE 'workspace:%' ORDER BY at",
    )
    expect(log.map(({ type }) => type)).toEqual([
      'workspace.installed',
      'workspace.installed',
      'workspace.uninstalled',
      'workspace.installed',
      'workspace.token_revoked',
    ])
  })
})
