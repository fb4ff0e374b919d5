/** Injected, so that tests let time pass without waiting for it. */
export type Timers = {
  /** Calls once after so long; the answer calls it off. */
  after(milliseconds: number, call: () => void): () => void
}
