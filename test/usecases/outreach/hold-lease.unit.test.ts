import { describe, expect, it } from 'vitest'
import { holdLease } from '../../../src/usecases/outreach/hold-lease.ts'

/** Six seconds of lease, time that passes only when a test says so, and a database that answers as it is told. */
function holding(renew: () => Promise<boolean>) {
  let now = 0
  const waiting = new Set<{ readonly at: number; readonly call: () => void }>()
  const after = (milliseconds: number, call: () => void) => {
    const one = { at: now + milliseconds, call }
    waiting.add(one)
    return () => void waiting.delete(one)
  }
  const { promise, resolve } = Promise.withResolvers<string>()
  let lost: AbortSignal | undefined
  const held = holdLease({ seconds: 6, renew, timers: { after } }, (signal) => {
    lost = signal
    return promise
  })
  return {
    held,
    end: () => resolve('done'),
    lost: () => lost?.aborted,
    waits: () => waiting.size,
    pass: async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        now += 1_000
        for (const one of [...waiting].filter(({ at }) => at <= now)) if (waiting.delete(one)) one.call()
        await new Promise<void>((settled) => setImmediate(settled))
      }
    },
  }
}

describe('a lease', () => {
  it('lasts for as long as the work does, and leaves no timer behind', async () => {
    let renewals = 0
    const { held, pass, lost, end, waits } = holding(async () => {
      renewals += 1
      return true
    })
    await pass(100)
    expect([renewals, lost()]).toEqual([100, false])
    end()
    expect([await held, waits()]).toEqual(['done', 0])
  })

  it.each([
    ['is somebody else’s', () => Promise.resolve(false)],
    ['cannot be renewed', () => Promise.reject(new Error('no database'))],
    ['is never answered about', () => new Promise<boolean>(() => undefined)],
  ])('that %s is lost before it ends', async (_, renew) => {
    const { pass, lost } = holding(renew)
    await pass(4)
    expect(lost()).toBe(false)
    await pass(1)
    expect(lost()).toBe(true)
  })

  it('survives a database that is away for a moment', async () => {
    let asked = 0
    const { pass, lost } = holding(() =>
      ++asked % 3 === 0 ? Promise.resolve(true) : Promise.reject(new Error('away')),
    )
    await pass(60)
    expect(lost()).toBe(false)
  })
})
