import type { Log } from '../usecases/ports/log.ts'
import type { Timers } from '../usecases/ports/timers.ts'

/** What begins and ends with the process, each as far as its order matters. */
export type LivingParts = {
  readonly web: { close(): Promise<unknown>; cutOff(): void }
  readonly link: { stop(): Promise<void> }
  /** Acts of people that have begun; resolves when the last of them has ended. */
  readonly acts: { settled(): Promise<void> }
  /** Jobs that the clock started come to a place from which another process can go on. */
  readonly clock: { stop(): Promise<void> }
  readonly worker: { stop(): Promise<'drained' | 'late'> }
  /** In the order in which they close. */
  readonly database: { close(): Promise<void> }
  readonly timers: Timers
  readonly log: Log
}

/** How long a stop waits for what is under way with a person or a browser. */
const PATIENCE_MS = 10_000

/**
 * Ends in the order in which one part needs another: first nothing new comes in, then what had begun may end, then the work in the
 * background, and at last the database that all of them need. Whatever fails on the way, the rest is closed all the same.
 */
export function makeStop({ web, link, acts, worker, clock, database, timers, log }: LivingParts): () => Promise<void> {
  const stop = async () => {
    const faults: unknown[] = []
    const step = async (work: () => Promise<unknown>) => {
      await work().catch((error: unknown) => faults.push(error))
    }
    /** Waits for it, and calls `late` where that takes too long. */
    const patiently = async (work: Promise<unknown>, late: () => void) => {
      const cancel = timers.after(PATIENCE_MS, late)
      await work.finally(cancel)
    }
    await Promise.all([
      step(() => link.stop()),
      step(() => patiently(web.close(), () => web.cutOff())),
      step(() => clock.stop()),
    ])
    await new Promise<void>((resolve) => {
      void patiently(acts.settled(), resolve).then(resolve)
    })
    await step(async () => {
      if ((await worker.stop()) === 'late')
        log.warn({}, 'stopped before everything begun had ended; its leases settle it')
    })
    await step(() => database.close())
    if (faults.length > 0) throw faults[0]
  }
  let stopping: Promise<void> | undefined
  return () => (stopping ??= stop())
}
