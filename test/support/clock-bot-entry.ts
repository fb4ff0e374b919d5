/**
 * The bot as a process whose clock shows what its parent says, and which kills itself before or after a transaction, as its parent
 * asked. Started by bench/chaos-jobs.ts; the seams are `Overrides`, which nothing in the environment can reach.
 */
import type { UnitOfWorkFor } from '../../src/adapters/db/unit-of-work.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Instant, instant } from '../../src/domain/shared/time.ts'
import { seedSampleCompany } from '../../src/local/sample-company.ts'

/** `dieAfter`: so many transactions from now on, before the last of them commits or right behind it. */
export type ToClockBot = { readonly ahead?: number; readonly dieAfter?: number; readonly stop?: true }

const env = process.env
let ahead = Number(env.TEST_AHEAD ?? 0)
let left = Number.POSITIVE_INFINITY
const gone = () => void process.kill(process.pid, 'SIGKILL')

const mortal =
  (real: UnitOfWorkFor): UnitOfWorkFor =>
  (bearer) => {
    const uow = real(bearer)
    const counted = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      left -= 1
      if (left === 0) gone()
      const value = await work()
      if (left === 0.5) gone()
      return value
    }
    return {
      read: (work) => uow.read(work),
      run: (work) => counted(() => uow.run(work)),
      once: (key, name, work) => counted(() => uow.once(key, name, work)),
    }
  }

const read = readConfig()
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const complain = (fields: object, message: string) =>
  void process.stderr.write(
    `${message} ${JSON.stringify(fields, (_, value: unknown) => (value instanceof Error ? value.message : value))}\n`,
  )
const app = await buildApp({
  config: read.config,
  log: { info: () => undefined, warn: () => undefined, error: complain },
  onFatal: (error) => {
    throw error
  },
  overrides: {
    now: (): Instant => instant(Date.now() + ahead),
    transactions: mortal,
    leaseSeconds: 3,
    sweepSeconds: 1,
  },
})
if (env.TEST_SEED === '1') await seedSampleCompany(app.contexts.forSystem(app.workspace), undefined)
await app.start()

let stopping = false
process.on('message', (told: ToClockBot) => {
  if (told.ahead !== undefined) ahead = told.ahead
  if (told.dieAfter !== undefined) left = told.dieAfter
  if (told.stop === true) {
    stopping = true
    void app.stop().then(() => process.exit(0))
  }
})
process.send?.('ready')
/** As if minutes were shorter. */
async function tickOn(): Promise<void> {
  if (stopping) return
  await app.tick()
  setTimeout(() => void tickOn(), 500)
}
void tickOn()
