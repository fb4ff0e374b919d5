/**
 * The bot as a process that tests may kill: the real app, told by its parent what to send and where to stand still. It is started by
 * bot-process.ts; the seam is `Overrides.transactions`, which the app offers to tests and nothing in the environment can reach.
 */
import type { UnitOfWorkFor } from '../../src/adapters/db/unit-of-work.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { SendId } from '../../src/domain/shared/ids.ts'
import { plus } from '../../src/domain/shared/time.ts'
import type { Tx } from '../../src/usecases/ports/unit-of-work.ts'
import type { FromBot, ToBot } from './bot-process.ts'
import { type Dying, watchingImports } from './import-steps.ts'
import { addPerson, approveDraft } from './outreach-rows.ts'

const tell = (message: FromBot) => void process.send?.(message)
let standStillAt: string | undefined
let dying = JSON.parse(process.env.TEST_DYING ?? 'null') as Dying | null
async function dieIf(when: Dying['when'], steps: readonly string[]): Promise<void> {
  if (dying?.when !== when || !steps.includes(dying.step)) return
  const { by } = dying
  if (by === 'SIGSTOP') await new Promise((sent) => process.send?.({ kind: 'standing_still' } satisfies FromBot, sent))
  process.kill(process.pid, by)
}

/** Tells the parent of every committed state, and stands still behind the commit that it was asked to stop at. */
const watched =
  (real: UnitOfWorkFor): UnitOfWorkFor =>
  (bearer) => {
    const uow = real(bearer)
    const watching = (tx: Tx, seen: { id: SendId; state: string }[]): Tx => ({
      ...tx,
      sends: {
        ...tx.sends,
        change: async (id, change, lease) => {
          await tx.sends.change(id, change, lease)
          if (change.state !== undefined) seen.push({ id, state: change.state })
        },
      },
    })
    const afterCommit = async (seen: readonly { id: SendId; state: string }[]) => {
      for (const { id, state } of seen) tell({ kind: 'state', id, state })
      if (!seen.some(({ state }) => state === standStillAt)) return
      tell({ kind: 'standing_still' })
      await new Promise(() => undefined)
    }
    return {
      read: (work) => uow.read(work),
      async run(work) {
        const seen: { id: SendId; state: string }[] = []
        const steps: string[] = []
        const value = await uow.run(async (tx) => {
          const worked = await work(watchingImports(watching(tx, seen), steps))
          await dieIf('before', steps)
          return worked
        })
        await dieIf('behind', steps)
        await afterCommit(seen)
        return value
      },
      async once(key, useCase, work) {
        const seen: { id: SendId; state: string }[] = []
        const value = await uow.once(key, useCase, (tx) => work(watching(tx, seen)))
        await afterCommit(seen)
        return value
      },
    }
  }

const read = readConfig()
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const { config } = read
const complain = (fields: object, message: string) =>
  void process.stderr.write(
    `${message} ${JSON.stringify(fields, (_, value: unknown) => (value instanceof Error ? value.stack : value))}\n`,
  )
const app = await buildApp({
  config,
  log: { info: () => undefined, warn: complain, error: complain },
  onFatal: (error) => {
    throw error
  },
  overrides: {
    transactions: watched,
    // A dead bot's lease must not outlast a test.
    leaseSeconds: Number(process.env.TEST_LEASE ?? 3),
    sweepSeconds: 1,
  },
})
const { contexts, workspace } = app

const plan = async (slackUserId: string, count: number, inMs: number) => {
  const ctx = await contexts.forPerson({
    teamId: process.env.TEST_TEAM ?? '',
    slackUserId,
    idempotencyKey: undefined,
  })
  if (ctx === undefined) throw new Error('Nobody approves')
  const dueAt = plus(ctx.now, inMs)
  const planned: { id: string; messageId: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const person = await addPerson(contexts.forSystem(workspace))
    const { id, messageId } = await approveDraft(contexts.forSystem(workspace), ctx.actor.memberId, person, { dueAt })
    planned.push({ id, messageId })
  }
  ctx.services.wake.sends()
  return planned
}

const states = (ids: readonly string[]) =>
  contexts.forSystem(workspace).uow.run(async (tx) => {
    const rows: Record<string, string> = {}
    for (const id of ids) rows[id] = (await tx.sends.get(id as SendId))?.state ?? 'gone'
    return rows
  })

process.on('message', (message: ToBot) => {
  void (async () => {
    switch (message.kind) {
      case 'plan':
        return tell({ kind: 'planned', sends: await plan(message.slackUserId, message.count, message.inMs) })
      case 'stand_still_at':
        standStillAt = message.state
        return tell({ kind: 'understood' })
      case 'die':
        dying = message.dying
        return tell({ kind: 'understood' })
      case 'states':
        return tell({ kind: 'states', states: await states(message.ids) })
      case 'stop':
        await app.stop()
        process.exit(0)
    }
  })()
})
await app.start()
tell({ kind: 'ready' })
