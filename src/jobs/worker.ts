import { type Instant, SECOND } from '../domain/shared/time.ts'
import type { Wake } from '../usecases/ports/services.ts'
import type { Timers } from '../usecases/ports/timers.ts'
import { WAKES, type WakeBus, type WakeName } from '../usecases/ports/wake-bus.ts'
import { makePump, type Pump, type PumpParts } from './pump.ts'

export type Round = PumpParts['work']

export type WorkerParts = {
  readonly rounds: Readonly<Record<WakeName, Round>>
  readonly bus: WakeBus
  readonly now: () => Instant
  readonly timers: Timers
  readonly onFault: PumpParts['onFault']
  readonly sweepSeconds?: number
  /** How long a stop waits for what was begun; what takes longer is settled by its lease. */
  readonly drainSeconds?: number
}

export type Worker = {
  readonly wake: Wake
  /** Returns at once; work that waits is looked for right away. */
  start(): void
  /** Takes nothing new and finishes what was begun. `late` where something took longer than the patience; its lease settles it. */
  stop(): Promise<'drained' | 'late'>
  /** Every kind of work had a good round lately. */
  ready(): boolean
}

/** Sweeps find what nobody woke for; three of them in a row must fail before the process calls itself not ready. */
const SWEEP_SECONDS = 15
const DRAIN_SECONDS = 10

export function makeWorker(parts: WorkerParts): Worker {
  const { sweepSeconds = SWEEP_SECONDS, drainSeconds = DRAIN_SECONDS, bus, now, timers, onFault } = parts
  const pumpFor = (name: WakeName): Pump =>
    makePump({ name, work: parts.rounds[name], sweepSeconds, now, timers, onFault })
  const pumps: Readonly<Record<WakeName, Pump>> = {
    sends: pumpFor('sends'),
    posts: pumpFor('posts'),
    inbox: pumpFor('inbox'),
    imports: pumpFor('imports'),
  }
  /** Here at once, and wherever else somebody listens, in case this process stops before it comes to it. */
  const wake = (name: WakeName) => () => {
    pumps[name].nudge()
    bus.wake(name)
  }
  let starting: Promise<void> = Promise.resolve()
  return {
    wake: { sends: wake('sends'), posts: wake('posts'), inbox: wake('inbox'), imports: wake('imports') },
    start() {
      for (const name of WAKES) pumps[name].nudge()
      // Not waited for: its schema takes seconds to make, and until it is there nothing is missed but wakes from elsewhere.
      starting = bus.start((name) => pumps[name].nudge()).catch((error: unknown) => onFault(error, 'wake bus'))
    },
    async stop() {
      const drained = Promise.all(WAKES.map((name) => pumps[name].drain())).then(() => 'drained' as const)
      let cancel: () => void = () => undefined
      const late = new Promise<'late'>((resolve) => {
        cancel = timers.after(drainSeconds * SECOND, () => resolve('late'))
      })
      const [outcome] = await Promise.all([Promise.race([drained, late]), starting.then(() => bus.stop())])
      cancel()
      return outcome
    },
    ready() {
      const since = now() - 3 * sweepSeconds * SECOND
      return WAKES.every((name) => (pumps[name].lastRound() ?? 0) >= since)
    },
  }
}
