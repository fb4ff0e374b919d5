import { describe, expect, it } from 'vitest'
import { type Instant, instant, plus, SECOND } from '../../src/domain/shared/time.ts'
import { makePump } from '../../src/jobs/pump.ts'
import { makeWorker, type Round } from '../../src/jobs/worker.ts'
import type { Timers } from '../../src/usecases/ports/timers.ts'
import type { WakeBus, WakeName } from '../../src/usecases/ports/wake-bus.ts'

/** Time that passes only when a test says so. */
function fakeTime() {
  let now = instant('2026-03-02T12:00:00Z')
  const waiting = new Set<{ readonly at: number; readonly call: () => void }>()
  const timers: Timers = {
    after(milliseconds, call) {
      const one = { at: now + milliseconds, call }
      waiting.add(one)
      return () => void waiting.delete(one)
    },
  }
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    now: () => now,
    timers,
    settle,
    waits: () => [...waiting].map(({ at }) => at - now),
    async pass(milliseconds: number) {
      now = plus(now, milliseconds)
      for (const one of [...waiting].filter(({ at }) => at <= now)) {
        waiting.delete(one)
        one.call()
      }
      await settle()
    },
  }
}

function pumping(work: Round = async () => undefined) {
  const time = fakeTime()
  const faults: unknown[] = []
  const rounds: number[] = []
  const counted: Round = (signs) => {
    rounds.push(time.now())
    return work(signs)
  }
  const pump = makePump({
    name: 'sends',
    work: counted,
    sweepSeconds: 15,
    now: time.now,
    timers: time.timers,
    onFault: (error) => void faults.push(error),
  })
  return { ...time, pump, faults, rounds }
}

/** A round that lasts until the test ends it. */
function held() {
  const ends: (() => void)[] = []
  const work: Round = () => new Promise((resolve) => ends.push(() => resolve(undefined)))
  return { work, end: () => ends.shift()?.() }
}

describe('a pump', () => {
  it('works when it is woken, and sweeps when nobody wakes it', async () => {
    const p = pumping()
    p.pump.nudge()
    await p.settle()
    expect(p.rounds).toHaveLength(1)
    await p.pass(14 * SECOND)
    expect(p.rounds).toHaveLength(1)
    await p.pass(SECOND)
    expect(p.rounds).toHaveLength(2)
  })

  it('looks again just when the next piece of work is due', async () => {
    const time: { next: Instant | undefined } = { next: undefined }
    const p = pumping(async () => time.next)
    time.next = plus(p.now(), 3 * SECOND)
    p.pump.nudge()
    await p.settle()
    expect(p.waits()).toEqual([3 * SECOND])
  })

  it('runs one round at a time, and a moment later one more for however many wakes came meanwhile', async () => {
    const { work, end } = held()
    const p = pumping(work)
    for (let wake = 0; wake < 5; wake += 1) p.pump.nudge()
    await p.settle()
    expect(p.rounds).toHaveLength(1)
    p.pump.nudge()
    p.pump.nudge()
    end()
    await p.settle()
    p.pump.nudge()
    await p.pass(99)
    expect(p.rounds).toHaveLength(1)
    await p.pass(1)
    expect(p.rounds).toHaveLength(2)
    end()
    await p.settle()
    expect(p.rounds).toHaveLength(2)
    // Nobody came meanwhile, so whoever comes next is served at once.
    p.pump.nudge()
    expect(p.rounds).toHaveLength(3)
  })

  it('reports a round that failed and goes on', async () => {
    const p = pumping(async () => {
      throw new Error('database away')
    })
    p.pump.nudge()
    await p.settle()
    expect(p.faults).toMatchObject([{ message: 'database away' }])
    expect(p.pump.lastRound()).toBeUndefined()
    await p.pass(15 * SECOND)
    expect(p.rounds).toHaveLength(2)
  })

  it('drains: ends the round that runs, tells it so, and begins no other', async () => {
    const seen: boolean[] = []
    const { work, end } = held()
    const p = pumping(async (signs) => {
      const next = await work(signs)
      seen.push(signs.draining)
      return next
    })
    p.pump.nudge()
    await p.settle()
    const drained = p.pump.drain()
    p.pump.nudge()
    end()
    await drained
    expect(seen).toEqual([true])
    await p.pass(60 * SECOND)
    expect(p.rounds).toHaveLength(1)
    expect(p.waits()).toEqual([])
  })
})

describe('the worker', () => {
  const working = (rounds: Partial<Record<WakeName, Round>> = {}) => {
    const time = fakeTime()
    const heard: string[] = []
    let hear: (name: WakeName) => void = () => undefined
    const bus: WakeBus = {
      start: async (onWake) => {
        hear = onWake
      },
      wake: (name) => void heard.push(name),
      stop: async () => void heard.push('stopped'),
    }
    const counts = { sends: 0, posts: 0, inbox: 0, imports: 0 }
    const round =
      (name: WakeName): Round =>
      async (signs) => {
        counts[name] += 1
        return rounds[name]?.(signs)
      }
    const worker = makeWorker({
      rounds: { sends: round('sends'), posts: round('posts'), inbox: round('inbox'), imports: round('imports') },
      bus,
      now: time.now,
      timers: time.timers,
      onFault: () => undefined,
    })
    return { ...time, worker, counts, heard, hearWake: (name: WakeName) => hear(name) }
  }

  it('looks at everything when it starts: work may have waited', async () => {
    const w = working()
    w.worker.start()
    await w.settle()
    expect(w.counts).toEqual({ sends: 1, posts: 1, inbox: 1, imports: 1 })
  })

  it('is woken here at once and tells the other replicas; a wake of theirs is heard', async () => {
    const w = working()
    w.worker.start()
    await w.settle()
    w.worker.wake.sends()
    await w.settle()
    w.hearWake('posts')
    await w.settle()
    expect(w.counts).toEqual({ sends: 2, posts: 2, inbox: 1, imports: 1 })
    expect(w.heard).toEqual(['sends'])
  })

  it('stops when what was begun has ended', async () => {
    const { work, end } = held()
    const w = working({ sends: work })
    w.worker.start()
    await w.settle()
    const stopped = w.worker.stop()
    await w.settle()
    end()
    expect(await stopped).toBe('drained')
  })

  it('does not wait for ever for a mail server that does not answer', async () => {
    const w = working({ sends: held().work })
    w.worker.start()
    await w.settle()
    const stopped = w.worker.stop()
    await w.pass(10 * SECOND)
    expect(await stopped).toBe('late')
  })

  it('is ready while every kind of work comes round, and not any more when one does not', async () => {
    const w = working({ posts: held().work })
    expect(w.worker.ready()).toBe(false)
    w.worker.start()
    await w.settle()
    expect(w.worker.ready()).toBe(false)
    const healthy = working()
    healthy.worker.start()
    await healthy.settle()
    expect(healthy.worker.ready()).toBe(true)
  })
})
