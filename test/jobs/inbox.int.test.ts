import { expect, it } from 'vitest'
import { makeBossBus } from '../../src/adapters/db/wake-bus.ts'
import { DAY, MINUTE, SECOND } from '../../src/domain/shared/time.ts'
import { inboxRound } from '../../src/jobs/inbox-worker.ts'
import { forEachDatabase, onQuickDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function reading(db: () => TestDatabase) {
  const world = await outreachWorld(db())
  const seen: unknown[] = []
  const behaviour = { fails: false }
  const handle = async (_: unknown, body: unknown) => {
    seen.push(body)
    if (behaviour.fails) throw new Error('a listener broke')
  }
  // Other tests of this file have workspaces of their own in the same database.
  const contexts = { ...world.contexts, workspaces: async () => [world.workspace] }
  const round = () => inboxRound({ contexts, handle }, silent, { draining: false })
  const keep = (eventId: string) =>
    world.run((tx) => tx.inbox.keep({ eventId, type: 'app_home_opened', body: { eventId } }, world.now()))
  const rows = async () =>
    (
      await db().pool.query(
        'SELECT event_id, body, processed_at IS NOT NULL AS done, last_error FROM inbox WHERE workspace_id = $1 ORDER BY event_id',
        [world.workspace.id],
      )
    ).rows
  return { ...world, seen, behaviour, round, keep, rows }
}

onQuickDatabase('an event of Slack', (db) => {
  it('is kept once however often Slack delivers it, dealt with once, and its words go', async () => {
    const r = await reading(db)
    expect([await r.keep('E1'), await r.keep('E1')]).toEqual([true, false])
    await r.round()
    await r.round()
    expect(r.seen).toEqual([{ eventId: 'E1' }])
    expect(await r.rows()).toEqual([{ event_id: 'E1', body: null, done: true, last_error: null }])
    expect(await r.keep('E1')).toBe(false)
  })

  it('is forgotten a month after it was dealt with, and not before', async () => {
    const r = await reading(db)
    await r.keep('E1')
    await r.round()
    r.pass(29 * DAY)
    await r.keep('E2')
    expect(await r.rows()).toHaveLength(2)
    r.pass(2 * DAY)
    await r.keep('E3')
    expect((await r.rows()).map(({ event_id }) => event_id)).toEqual(['E2', 'E3'])
  })

  it('is tried again, ever later, where a listener breaks, and put aside in the end', async () => {
    const r = await reading(db)
    r.behaviour.fails = true
    await r.keep('E1')
    expect(await r.round()).toBe(r.now() + 4 * SECOND)
    await r.round()
    expect(r.seen).toHaveLength(1)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      r.pass(70 * MINUTE)
      await r.round()
    }
    expect(r.seen).toHaveLength(6)
    expect(await r.rows()).toEqual([{ event_id: 'E1', body: null, done: true, last_error: 'fault' }])
  })

  it('is taken up again where its worker died with it', async () => {
    const r = await reading(db)
    await r.keep('E1')
    await r.run((tx) => tx.inbox.take('E1', r.now(), (r.now() + 2 * MINUTE) as never))
    await r.round()
    expect(r.seen).toEqual([])
    r.pass(2 * MINUTE)
    await r.round()
    expect(r.seen).toHaveLength(1)
  })
})

forEachDatabase('a wake', (db) => {
  it('reaches whoever listens on the same database', async () => {
    const bus = makeBossBus({ pool: db().pool, kind: db().kind, log: silent })
    const woken = new Promise<string>((resolve) => void bus.start(resolve).then(() => bus.wake('posts')))
    expect(await woken).toBe('posts')
    await bus.stop()
  })

  it('that comes before the start or after the stop is no fault', async () => {
    const bus = makeBossBus({ pool: db().pool, kind: db().kind, log: silent })
    bus.wake('sends')
    await bus.start(() => undefined)
    await bus.stop()
    expect(() => bus.wake('sends')).not.toThrow()
  })
})
