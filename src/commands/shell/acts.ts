/** The acts that people have begun and that have not ended, so that a stop can let them end. */
export type Acts = {
  during<Value>(act: Promise<Value>): Promise<Value>
  /** Resolves when none is under way. */
  settled(): Promise<void>
}

export function makeActs(): Acts {
  const underWay = new Set<Promise<unknown>>()
  return {
    async during(act) {
      underWay.add(act)
      try {
        return await act
      } finally {
        underWay.delete(act)
      }
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
