import { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { type Fault, rateLimited } from '../../simulator/faults.ts'
import { clientOptions } from '../../src/adapters/slack/bolt.ts'
import { makeSlackPoster } from '../../src/adapters/slack/poster.ts'
import type { Id, SlackPostId } from '../../src/domain/shared/ids.ts'
import { HOUR, MINUTE, SECOND } from '../../src/domain/shared/time.ts'
import { makePlaceCheck } from '../../src/jobs/check-places.ts'
import { deliverPost, type Posting, type Renderers } from '../../src/jobs/deliver-post.ts'
import { type PostPace, postRound } from '../../src/jobs/post-worker.ts'
import { ANA, manifest, seed, TOM } from '../simulator/seed.ts'
import { startWorkspace } from '../simulator/support.ts'
import { forEachDatabase, onQuickDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

const SUBJECT = '01890000-0000-7000-8000-000000000001' as Id<string>
/** Somebody of the simulated workspace. */
const ADMIN = TOM
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function posting(db: () => TestDatabase, options: Parameters<typeof startWorkspace>[0] = {}) {
  const simulator = await startWorkspace(options)
  const world = await outreachWorld(db(), {}, [ADMIN])
  const poster = makeSlackPoster(new WebClient(simulator.botToken, clientOptions(simulator.apiUrl, silent)))
  const card = { says: 'first' as string | undefined }
  const draw = async () =>
    card.says === undefined
      ? undefined
      : { text: card.says, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: card.says } }] }
  const renderers = new Proxy({} as Renderers, { get: () => draw })
  // Other tests of this file have workspaces of their own in the same database.
  const contexts = { ...world.contexts, workspaces: async () => [world.workspace] }
  const parts = { contexts, poster: () => poster, renderers, leaseSeconds: 30 } satisfies Posting
  const want = (address: string, key = 'card') =>
    world.run((tx) => tx.posts.want({ key, kind: 'draft_card', address, subjects: [SUBJECT] }, world.now()))
  const due = () => world.run((tx) => tx.posts.due(world.now(), 10))
  const deliver = async () => {
    const outcomes: string[] = []
    for (const { id } of await due()) outcomes.push((await deliverPost(parts, world.workspace, id)).kind)
    return outcomes
  }
  const dueIds = async () => (await due()).map(({ id }) => id)
  const seen = (channel = 'C0RECRUIT') => (simulator.as(ANA).see().messages[channel] ?? []).map(({ text }) => text)
  const fail = (method: string, fault: Fault) => {
    simulator.faults.onCall = (called) => {
      if (called !== method) return undefined
      simulator.faults.onCall = undefined
      return fault
    }
  }
  const row = (key = 'card') => world.run((tx) => tx.posts.byKey(key))
  return { ...world, parts, card, want, due, dueIds, deliver, seen, fail, row, simulator, poster }
}
forEachDatabase('what the bot says in Slack, whichever the database', (db) => {
  it('is posted once, and changed where it stands when what it shows has changed', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    expect(await p.deliver()).toEqual(['posted'])
    p.card.says = 'second'
    await p.run((tx) => tx.posts.redraw(SUBJECT, p.now()))
    expect(await p.deliver()).toEqual(['posted'])
    expect(p.seen()).toEqual(['second'])
    expect(await p.due()).toEqual([])
  })

  it('is claimed by one of two workers', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    const [id] = await p.dueIds()
    const outcomes = await Promise.all([1, 2, 3].map(() => deliverPost(p.parts, p.workspace, id as never)))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['not_ours', 'not_ours', 'posted'])
    expect(p.seen()).toEqual(['first'])
  })

  it('is found again where the worker died between Slack and its row', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    const [id] = await p.dueIds()
    const claimed = await p.run((tx) => tx.posts.claim(id as SlackPostId, p.ines.memberId, 30, p.now()))
    await p.poster.post('C0RECRUIT', 'card', { text: 'first', blocks: [] })
    expect(claimed).toMatchObject({ fateUnknown: false })
    expect(await p.due()).toEqual([])
    await db().pool.query(`UPDATE slack_post SET lease_until = now() - interval '1 second' WHERE id = $1`, [id])
    expect(await p.deliver()).toEqual(['posted'])
    expect(p.seen()).toEqual(['first'])
  })

  it('keeps to about one message a second in a channel', async () => {
    const p = await posting(db)
    for (const key of ['a', 'b', 'c']) await p.want('C0RECRUIT', key)
    const pace: PostPace = new Map()
    const round = () => postRound(p.parts, pace, silent, { draining: false })
    expect(await round()).toBe(p.now() + SECOND)
    expect(p.seen()).toHaveLength(1)
    await round()
    expect(p.seen()).toHaveLength(1)
    p.pass(SECOND)
    await round()
    expect(p.seen()).toHaveLength(2)
  })
})

onQuickDatabase('what the bot says in Slack', (db) => {
  it('goes to a channel by its name and to a person by their DM', async () => {
    const p = await posting(db)
    await p.want('#recruiting', 'a')
    await p.want(ANA, 'b')
    await p.deliver()
    expect((await p.row('a'))?.channel).toBe('C0RECRUIT')
    const dm = (await p.row('b'))?.channel ?? ''
    expect(dm).toMatch(/^D/)
    expect(p.seen(dm)).toEqual(['first'])
  })

  it('is not sent to Slack again where nothing about it has changed', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    await p.deliver()
    const calls: string[] = []
    p.simulator.faults.onCall = (method) => void calls.push(method)
    await p.run((tx) => tx.posts.redraw(SUBJECT, p.now()))
    expect(await p.deliver()).toEqual(['posted'])
    expect(calls).toEqual([])
  })

  it('is found again and not repeated where Slack posted it and the answer got lost', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    p.fail('chat.postMessage', { when: 'after' })
    expect(await p.deliver()).toEqual(['unknown'])
    p.pass(MINUTE)
    expect(await p.deliver()).toEqual(['posted'])
    expect(p.seen()).toEqual(['first'])
  })

  it('is posted after all where the connection broke before Slack had it', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    p.fail('chat.postMessage', { when: 'before' })
    expect(await p.deliver()).toEqual(['unknown'])
    p.pass(MINUTE)
    expect(await p.deliver()).toEqual(['posted'])
    expect(p.seen()).toEqual(['first'])
  })

  it('says that it may be a repeat where the history is closed, until it is drawn anew', async () => {
    const scopes = manifest.oauth_config.scopes.bot.filter((scope) => !scope.endsWith(':history'))
    const p = await posting(db, { seed: { ...seed, app: { ...seed.app, scopes } } })
    await p.want('C0RECRUIT')
    p.fail('chat.postMessage', { when: 'after' })
    await p.deliver()
    p.pass(MINUTE)
    expect(await p.deliver()).toEqual(['posted'])
    const [, second] = p.simulator.as(ANA).see().messages.C0RECRUIT ?? []
    expect(JSON.stringify(second?.blocks)).toContain('may be a repeat')
    await p.run((tx) => tx.posts.redraw(SUBJECT, p.now()))
    await p.deliver()
    const after = p.simulator.as(ANA).see().messages.C0RECRUIT ?? []
    expect(JSON.stringify(after)).not.toContain('may be a repeat')
  })

  it('waits as long as Slack asks', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    p.fail('chat.postMessage', rateLimited(30))
    expect(await p.deliver()).toEqual(['retry'])
    p.pass(29 * SECOND)
    expect(await p.due()).toEqual([])
    p.pass(SECOND)
    expect(await p.deliver()).toEqual(['posted'])
  })

  it.each([
    ['C0OLD', 'is_archived'],
    ['C0NOTHING', 'channel_not_found'],
    ['#nowhere', 'channel_not_found'],
    ['UNOBODY', 'user_not_found'],
  ])("fails for good, with Slack's word for it, at %s", async (address, code) => {
    const p = await posting(db)
    await p.want(address)
    expect(await p.deliver()).toEqual(['failed'])
    const { rows } = await db().pool.query(
      `SELECT state, last_error FROM slack_post WHERE workspace_id = $1 AND key = 'card'`,
      [p.workspace.id],
    )
    expect(rows).toEqual([{ state: 'failed', last_error: code }])
    p.pass(HOUR)
    expect((await p.due()).filter(({ key }) => key === 'card')).toEqual([])
  })

  it('is drawn once more where what it shows changes while it is being posted', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    let redrawn: Promise<unknown> | undefined
    p.simulator.faults.onCall = () => {
      p.card.says = 'newer'
      redrawn ??= p.run((tx) => tx.posts.redraw(SUBJECT, p.now()))
      return undefined
    }
    await p.deliver()
    await redrawn
    await p.deliver()
    expect(p.seen()).toEqual(['newer'])
  })

  it('does not wait behind a crowd in another place, nor spin while that crowd waits', async () => {
    const p = await posting(db)
    for (let number = 0; number < 60; number += 1) await p.want('C0RECRUIT', `card ${number}`)
    await p.want(ANA, 'hers')
    const next = await postRound(p.parts, new Map(), silent, { draining: false })
    expect((await p.row('hers'))?.state).toBe('posted')
    expect(p.seen()).toHaveLength(1)
    expect(next).toBe(p.now() + SECOND)
  })
})

onQuickDatabase('a place where the bot cannot speak', (db) => {
  const newsOf = async (p: Awaited<ReturnType<typeof posting>>) =>
    (
      await db().pool.query(
        `SELECT key, address, state FROM slack_post WHERE workspace_id = $1 AND kind = 'unposted_notice' ORDER BY key`,
        [p.workspace.id],
      )
    ).rows as readonly { readonly key: string; readonly address: string; readonly state: string }[]
  const deliverAll = async (p: Awaited<ReturnType<typeof posting>>) => {
    for (let round = 0; round < 5; round += 1) await p.deliver()
  }

  it('is told to the admins once for each cause, however many posts it refuses', async () => {
    const p = await posting(db)
    for (const key of ['a', 'b', 'c']) await p.want('#nowhere', key)
    await p.want('C0OLD', 'd')
    await deliverAll(p)
    expect(await newsOf(p)).toEqual([
      { key: `unposted:channel_not_found:${ADMIN}:#nowhere`, address: ADMIN, state: 'posted' },
      { key: `unposted:is_archived:${ADMIN}:C0OLD`, address: ADMIN, state: 'posted' },
    ])
    await p.want('#nowhere', 'later')
    await deliverAll(p)
    const dm = (await p.row(`unposted:is_archived:${ADMIN}:C0OLD`))?.channel ?? ''
    expect(p.simulator.as(ADMIN).see().messages[dm]).toHaveLength(2)
  })

  it('is not told of the news itself, where an admin cannot be reached either', async () => {
    const p = await posting(db)
    const contexts: Posting['contexts'] = {
      ...p.contexts,
      forSystem: (workspace, correlationId) => {
        const ctx = p.contexts.forSystem(workspace, correlationId)
        const places = { ...ctx.services.places, admins: ['UNOBODY'] }
        return { ...ctx, services: { ...ctx.services, places } }
      },
    }
    await p.want('#nowhere')
    for (let round = 0; round < 5; round += 1)
      for (const { id } of await p.due()) await deliverPost({ ...p.parts, contexts }, p.workspace, id)
    expect(await newsOf(p)).toMatchObject([{ address: 'UNOBODY', state: 'failed' }])
    expect(await p.due()).toEqual([])
  })

  it('is nobody’s news where a message was deleted that should be changed', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    await p.deliver()
    p.card.says = 'second'
    p.fail('chat.update', { when: 'before', answer: { status: 200, body: { ok: false, error: 'message_not_found' } } })
    await p.run((tx) => tx.posts.redraw(SUBJECT, p.now()))
    expect(await p.deliver()).toEqual(['failed'])
    expect(await newsOf(p)).toEqual([])
  })

  const PLACES = ['#recruiting-metrics', '#recruiting-nudges', '#recruiting-triage'] as const
  const absent = (address: string) => ({
    key: `unposted:channel_not_found:${ADMIN}:${address}`,
    address: ADMIN,
    state: 'wanted',
  })

  it('is looked for at the start: each absent channel is named once, one that is there never', async () => {
    const p = await posting(db)
    await p.run((tx) => tx.settings.set('channels.digest', 'C0RECRUIT', undefined, p.now()))
    const check = makePlaceCheck(p.parts, silent)
    await check()
    await check()
    await makePlaceCheck(p.parts, silent)()
    expect(await newsOf(p)).toEqual(PLACES.slice(1).map(absent))
    for (const place of PLACES.slice(1)) expect(await p.row(absent(place).key)).toMatchObject({ wanted: 1 })
  })

  it('may be public for nudges and the digest, which suit what they say to it, but not for flags', async () => {
    const p = await posting(db)
    for (const place of ['digest', 'nudge', 'triage'])
      await p.run((tx) => tx.settings.set(`channels.${place}`, 'C0RECRUIT', undefined, p.now()))
    await makePlaceCheck(p.parts, silent)()
    expect((await newsOf(p)).map(({ key }) => key)).toEqual([`unposted:channel_is_public:${ADMIN}:C0RECRUIT`])
  })

  it('is looked for again where Slack could not be asked', async () => {
    const p = await posting(db)
    const check = makePlaceCheck(p.parts, silent)
    p.fail('conversations.list', rateLimited(30))
    await check()
    expect(await newsOf(p)).toEqual([])
    await check()
    expect(await newsOf(p)).toEqual(PLACES.map(absent))
  })
})
