import { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { type Fault, rateLimited } from '../../simulator/faults.ts'
import { clientOptions } from '../../src/adapters/slack/bolt.ts'
import { makeSlackPoster } from '../../src/adapters/slack/poster.ts'
import type { Id } from '../../src/domain/shared/ids.ts'
import { HOUR, MINUTE, SECOND } from '../../src/domain/shared/time.ts'
import { deliverPost, type Posting, type Renderers } from '../../src/jobs/deliver-post.ts'
import { type PostPace, postRound } from '../../src/jobs/post-worker.ts'
import { ANA, manifest, seed } from '../simulator/seed.ts'
import { startWorkspace } from '../simulator/support.ts'
import { forEachDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

const SUBJECT = '01890000-0000-7000-8000-000000000001' as Id<string>
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function posting(db: () => TestDatabase, options: Parameters<typeof startWorkspace>[0] = {}) {
  const simulator = await startWorkspace(options)
  const world = await outreachWorld(db())
  const poster = makeSlackPoster(new WebClient(simulator.botToken, clientOptions(simulator.apiUrl, silent)))
  const card = { says: 'first' as string | undefined }
  const draw = async () =>
    card.says === undefined
      ? undefined
      : { text: card.says, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: card.says } }] }
  const renderers = new Proxy({} as Renderers, { get: () => draw })
  const parts: Posting = { contexts: world.contexts, poster: () => poster, renderers, leaseSeconds: 30 }
  const want = (address: string, key = 'card') =>
    world.run((tx) => tx.posts.want({ key, kind: 'draft_card', address, subjects: [SUBJECT] }, world.now()))
  const due = () => world.run((tx) => tx.posts.due(world.now(), 10))
  const deliver = async () => {
    const outcomes: string[] = []
    for (const id of await due()) outcomes.push((await deliverPost(parts, world.workspace, id)).kind)
    return outcomes
  }
  const seen = (channel = 'C0RECRUIT') => (simulator.as(ANA).see().messages[channel] ?? []).map(({ text }) => text)
  const fail = (method: string, fault: Fault) => {
    simulator.faults.onCall = (called) => {
      if (called !== method) return undefined
      simulator.faults.onCall = undefined
      return fault
    }
  }
  const row = (key = 'card') => world.run((tx) => tx.posts.byKey(key))
  return { ...world, parts, card, want, due, deliver, seen, fail, row, simulator, poster }
}
forEachDatabase('what the bot says in Slack', (db) => {
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

  it('is found again where the worker died between Slack and its row', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    const [id] = await p.due()
    const claimed = id && (await p.run((tx) => tx.posts.claim(id, p.ines.memberId, 30, p.now())))
    await p.poster.post('C0RECRUIT', 'card', { text: 'first', blocks: [] })
    expect(claimed).toMatchObject({ fateUnknown: false })
    expect(await p.due()).toEqual([])
    await db().pool.query(`UPDATE slack_post SET lease_until = now() - interval '1 second' WHERE id = $1`, [id])
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
    const { rows } = await db().pool.query('SELECT state, last_error FROM slack_post WHERE workspace_id = $1', [
      p.workspace.id,
    ])
    expect(rows).toEqual([{ state: 'failed', last_error: code }])
    p.pass(HOUR)
    expect(await p.due()).toEqual([])
  })

  it('is drawn once more where what it shows changes while it is being posted', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    p.simulator.faults.onCall = () => {
      p.card.says = 'newer'
      return undefined
    }
    const [id] = await p.due()
    const busy = deliverPost(p.parts, p.workspace, id as never)
    await p.run((tx) => tx.posts.redraw(SUBJECT, p.now()))
    await busy
    await p.deliver()
    expect(p.seen()).toEqual(['newer'])
  })

  it('is claimed by one of two workers', async () => {
    const p = await posting(db)
    await p.want('C0RECRUIT')
    const [id] = await p.due()
    const outcomes = await Promise.all([1, 2, 3].map(() => deliverPost(p.parts, p.workspace, id as never)))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['not_ours', 'not_ours', 'posted'])
    expect(p.seen()).toEqual(['first'])
  })

  it('keeps to about one message a second in a channel', async () => {
    const p = await posting(db)
    for (const key of ['a', 'b', 'c']) await p.want('C0RECRUIT', key)
    const pace: PostPace = new Map()
    const round = () => postRound(p.parts as never, pace, silent, { draining: false })
    expect(await round()).toBe(p.now() + SECOND)
    expect(p.seen()).toHaveLength(1)
    await round()
    expect(p.seen()).toHaveLength(1)
    p.pass(SECOND)
    await round()
    expect(p.seen()).toHaveLength(2)
  })
})
