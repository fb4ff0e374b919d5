import { HOUR } from '../domain/shared/time.ts'
import type { Timers } from '../usecases/ports/timers.ts'

/** Soon enough after an import, seldom enough that nobody notices the wait for one table. */
const EVERY = 6 * HOUR

/** Repeats `work` until the answer is called; a run that fails is reported, and the next one comes all the same. */
export function keepHouse(timers: Timers, work: () => Promise<unknown>, onFault: (error: unknown) => void): () => void {
  let cancel = timers.after(EVERY, run)
  function run(): void {
    void work()
      .catch(onFault)
      .then(() => {
        cancel = timers.after(EVERY, run)
      })
  }
  return () => cancel()
}
