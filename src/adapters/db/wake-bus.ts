import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Log } from '../../usecases/ports/log.ts'
import { WAKES, type WakeBus, type WakeName } from '../../usecases/ports/wake-bus.ts'

export type BossOptions = {
  /** The one pool, so that its statements never land inside somebody's transaction. */
  readonly pool: Pick<pg.Pool, 'connect'>
  readonly kind: 'embedded' | 'postgres'
  readonly log: Log
}

/** Whoever sleeps elsewhere looks within two seconds; to tell them more often than this costs every act a statement and nobody is sooner. */
const QUIET_MS = 250

const queueOf = (name: WakeName) => `wake-${name}`

/** pg-boss as a bus of wakes: one job a kind may wait at a time, whatever happens to it is forgotten within the hour. */
export function makeBossBus({ pool, kind, log }: BossOptions): WakeBus {
  const boss = new PgBoss({
    backend: kind === 'embedded' ? 'pglite' : 'postgres',
    schema: 'pgboss',
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    db: {
      async executeSql(text: string, values?: unknown[]) {
        const client = await pool.connect()
        try {
          return await client.query(text, values)
        } catch (error) {
          await client.query('ROLLBACK').catch(() => undefined)
          throw error
        } finally {
          client.release()
        }
      },
    },
  })
  boss.on('error', (error) => log.error({ err: error }, 'the queue of wakes reports a fault'))
  let running = false
  const send = (name: WakeName) => {
    boss
      .send(queueOf(name), {})
      .catch((error: unknown) => log.warn({ err: error, wake: name }, 'a wake was lost; the sweep finds the work'))
  }
  /** Per kind: until when it is quiet, and whether somebody asked meanwhile. */
  const quiet = new Map<WakeName, { again: boolean; readonly timer: NodeJS.Timeout }>()
  const sendSoon = (name: WakeName) => {
    const present = quiet.get(name)
    if (present !== undefined) {
      present.again = true
      return
    }
    const timer = setTimeout(() => {
      const { again } = quiet.get(name) ?? { again: false }
      quiet.delete(name)
      if (again) sendSoon(name)
    }, QUIET_MS)
    quiet.set(name, { again: false, timer })
    send(name)
  }
  return {
    async start(onWake) {
      await boss.start()
      for (const name of WAKES) {
        await boss.createQueue(queueOf(name), { policy: 'short', retryLimit: 0, deleteAfterSeconds: 3_600 })
        await boss.work(queueOf(name), { pollingIntervalSeconds: 2 }, async () => onWake(name))
      }
      running = true
    },
    wake(name) {
      if (running) sendSoon(name)
    },
    async stop() {
      running = false
      for (const { timer } of quiet.values()) clearTimeout(timer)
      await boss.stop({ graceful: true, timeout: 2_000 })
    },
  }
}
