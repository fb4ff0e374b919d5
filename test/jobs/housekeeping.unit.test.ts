import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/domain/shared/time.ts'
import { keepHouse } from '../../src/jobs/housekeeping.ts'

/** Timers that run when told to. */
function handTimers() {
  let planned: { at: number; call: () => void } | undefined
  return {
    timers: {
      after: (at: number, call: () => void) => {
        planned = { at, call }
        return () => {
          planned = undefined
        }
      },
    },
    wait: () => planned?.at,
    pass: async () => {
      planned?.call()
      await new Promise((done) => setImmediate(done))
    },
  }
}

describe('keeping house', () => {
  it('happens every few hours, also after a run that failed', async () => {
    const { timers, wait, pass } = handTimers()
    let runs = 0
    const faults: unknown[] = []
    const work = async () => {
      runs += 1
      if (runs === 1) throw new Error('busy')
    }
    keepHouse(timers, work, (fault) => faults.push(fault))
    expect(wait()).toBe(6 * HOUR)
    await pass()
    await pass()
    expect([runs, faults.length, wait()]).toEqual([2, 1, 6 * HOUR])
  })
  it('ends when the app ends', async () => {
    const { timers, wait } = handTimers()
    const stop = keepHouse(
      timers,
      async () => undefined,
      () => undefined,
    )
    stop()
    expect(wait()).toBeUndefined()
  })
})
