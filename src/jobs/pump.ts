import { type Instant, SECOND } from '../domain/shared/time.ts'
import type { Timers } from '../usecases/ports/timers.ts'

export type PumpParts = {
  readonly name: string
  /** Works off what is there and answers when to look again; `undefined` leaves it to the sweep. Stops early once `draining` is set. */
  readonly work: (signs: { readonly draining: boolean }) => Promise<Instant | undefined>
  /** However quiet it is, look again after this long: finds whatever nobody woke for. */
  readonly sweepSeconds: number
  readonly now: () => Instant
  readonly timers: Timers
  readonly onFault: (error: unknown, pump: string) => void
}

export type Pump = {
  /** Look now, or once more soon after the present round ends. Never throws. */
  nudge(): void
  /** Takes nothing new; resolves once the present round has ended. */
  drain(): Promise<void>
  /** When a round last ended well, for readiness. */
  lastRound(): Instant | undefined
}

/** Where many act at once each wakes us: one round for all who did in a tenth of a second is soon enough, and leaves the database to them. */
const REST_MS = 100

/** Rounds of work, one at a time: woken, timed for what is due next, and swept. A round that fails is reported, and the next one comes. */
export function makePump({ name, work, sweepSeconds, now, timers, onFault }: PumpParts): Pump {
  const signs = { draining: false }
  let round: Promise<void> | undefined
  let again = false
  let cancelTimer: (() => void) | undefined
  let last: Instant | undefined

  const once = async () => {
    again = false
    cancelTimer?.()
    let next: Instant | undefined
    try {
      next = await work(signs)
      last = now()
    } catch (error) {
      onFault(error, name)
    }
    round = undefined
    if (signs.draining) return
    const longest = again ? REST_MS : sweepSeconds * SECOND
    const wait = next === undefined ? longest : Math.min(Math.max(next - now(), 0), longest)
    cancelTimer = timers.after(wait, start)
  }
  const start = () => {
    if (!signs.draining) round ??= once()
  }
  const nudge = () => {
    if (again) return
    again = round !== undefined
    start()
  }
  return {
    nudge,
    lastRound: () => last,
    async drain() {
      signs.draining = true
      cancelTimer?.()
      await round
    },
  }
}

export const realTimers: Timers = {
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}
