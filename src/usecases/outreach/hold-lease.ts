import { SECOND } from '../../domain/shared/time.ts'
import type { Timers } from '../ports/timers.ts'

export type HeldLease = {
  /** How long the lease lasts from each renewal on. */
  readonly seconds: number
  /** Whether it is ours for as long again; it may throw. */
  readonly renew: () => Promise<boolean>
  readonly timers: Timers
}

/**
 * Does `work` under a lease that lives with this process: it is renewed six times in its length, so that others find out soon that we died,
 * however long the work may take. Where it cannot be renewed, `lost` is aborted while a sixth is left: the work must end before the lease
 * does, or somebody else would take it up beside us.
 */
export async function holdLease<Value>(
  { seconds, renew, timers }: HeldLease,
  work: (lost: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const step = (seconds * SECOND) / 6
  const losing = new AbortController()
  const set = new Set<() => void>()
  const loseAfter = () => {
    const cancel = timers.after(5 * step, () => losing.abort())
    const callOff = () => void (set.delete(callOff) && cancel())
    set.add(callOff)
    return callOff
  }
  let callOff = loseAfter()
  let cancelBeat = timers.after(step, beat)

  function beat(): void {
    // From the question on, not from the answer: the database may have renewed it as early as that.
    const callOffLater = loseAfter()
    void renew()
      .catch(() => false) // not reached; the next beat asks again, and in time the lease counts as lost
      .then((renewed) => {
        if (!renewed) return callOffLater()
        callOff()
        callOff = callOffLater
      })
    cancelBeat = timers.after(step, beat)
  }
  try {
    return await work(losing.signal)
  } finally {
    cancelBeat()
    for (const cancel of set) cancel()
  }
}
