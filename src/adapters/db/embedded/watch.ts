const SECOND = 1_000

export type Watch = {
  /** Lets `work` take as long as it needs: a migration, a VACUUM. */
  readonly withoutLimit: <Value>(work: () => Promise<Value>) => Promise<Value>
  readonly end: () => void
}

/**
 * PGlite knows no time-outs: nothing interrupts WebAssembly from inside, and `statement_timeout` is accepted and ignored. So the main
 * thread looks on: `turn` is odd while the database works on something and changes with each; one and the same for longer than `seconds`
 * calls `onTooLong`, once.
 */
export function watch(turn: Int32Array, seconds: number, onTooLong: () => void): Watch {
  let seen = 0
  let since = performance.now()
  let unhurried = 0
  const look = () => {
    const now = Atomics.load(turn, 0)
    if (now !== seen || now % 2 === 0 || unhurried > 0) {
      seen = now
      since = performance.now()
    } else if (performance.now() - since > seconds * SECOND) {
      end()
      onTooLong()
    }
  }
  const timer = setInterval(look, Math.min(SECOND, (seconds * SECOND) / 4)).unref()
  const end = () => clearInterval(timer)
  return {
    async withoutLimit(work) {
      unhurried += 1
      try {
        return await work()
      } finally {
        unhurried -= 1
      }
    },
    end,
  }
}
