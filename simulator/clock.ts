/** Time for the workspace. Tests hand in a manual one, so that a trigger expires without anybody waiting. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void
}

/** A clock that only moves when told to. `advance` runs what falls due, in order, letting promises settle between. */
export type ManualClock = Clock & {
  advance(ms: number): Promise<void>
  /** Resolves when something waits for exactly so long: then `advance` will reach it. */
  planned(ms: number): Promise<void>
}

/** The machine's own time; its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/**
 * A clock on which time passes `factor` times more slowly, so that Slack's three seconds are not lost to a busy machine. For tests of
 * what the app does; how long it takes is measured elsewhere.
 */
export function makeUnhurriedClock(factor: number): Clock {
  const begun = Date.now()
  return {
    now: () => begun + Math.floor((Date.now() - begun) / factor),
    after: (ms, task) => systemClock.after(ms * factor, task),
  }
}

/** Starts at `start` (milliseconds) and stands still until `advance`. */
export function makeManualClock(start = Date.UTC(2026, 2, 2, 9, 0, 0)): ManualClock {
  let now = start
  const timers = new Set<{ at: number; ms: number; task: () => void }>()
  const expected = new Map<number, (() => void)[]>()
  const settle = () => new Promise<void>((done) => setImmediate(done))
  return {
    now: () => now,
    after(ms, task) {
      const timer = { at: now + ms, ms, task }
      timers.add(timer)
      for (const done of expected.get(ms) ?? []) done()
      expected.delete(ms)
      return () => void timers.delete(timer)
    },
    planned(ms) {
      if ([...timers].some((timer) => timer.ms === ms)) return Promise.resolve()
      return new Promise((done) => expected.set(ms, [...(expected.get(ms) ?? []), done]))
    },
    async advance(ms) {
      const until = now + ms
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due)
        now = Math.max(now, due.at)
        due.task()
        await settle()
      }
      now = until
      await settle()
    },
  }
}
