// How the process ends: nothing new, then what had begun, then the background, then the database.
import { setImmediate as aTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type LivingParts, makeStop } from '../../src/app/lifecycle.ts'
import { makeActs } from '../../src/commands/shell/acts.ts'

/** Parts that say when they are asked to end; what is in `held` ends when the test says so. */
function parts(change: Partial<LivingParts> = {}) {
  const told: string[] = []
  const warned: string[] = []
  const patience = new Set<() => void>()
  const says = (what: string) => async () => void told.push(what)
  const living: LivingParts = {
    web: { close: says('web'), cutOff: () => void told.push('cut off') },
    link: { stop: says('link') },
    acts: makeActs(),
    worker: {
      stop: async () => {
        told.push('worker')
        return 'drained'
      },
    },
    clock: { stop: says('clock') },
    database: { close: says('database') },
    timers: {
      after: (_milliseconds, call) => {
        patience.add(call)
        return () => void patience.delete(call)
      },
    },
    log: { info: () => undefined, warn: (_fields, text) => void warned.push(text), error: () => undefined },
    ...change,
  }
  return { living, told, warned, patience }
}
const turns = async () => {
  for (let turn = 0; turn < 5; turn += 1) await aTurn()
}

describe('a stop', () => {
  it('takes nothing new first, then ends the background, and closes the database last', async () => {
    const { living, told, patience } = parts()
    await makeStop(living)()
    expect(told).toEqual(['link', 'web', 'clock', 'worker', 'database'])
    expect(patience.size).toBe(0)
  })

  it('lets what somebody began come to its end before anything that it needs is closed', async () => {
    const acts = makeActs()
    const search = Promise.withResolvers<void>()
    void acts.during(search.promise)
    const { living, told } = parts({ acts })
    const stopped = makeStop(living)()
    await turns()
    expect(told).toEqual(['link', 'web', 'clock'])
    search.resolve()
    await stopped
    expect(told).toEqual(['link', 'web', 'clock', 'worker', 'database'])
  })

  it('loses its patience with an act and with a browser that never end', async () => {
    const acts = makeActs()
    void acts.during(new Promise(() => undefined))
    const hanging = Promise.withResolvers<void>()
    const { living, told, patience } = parts({ acts })
    const web = {
      close: () => hanging.promise,
      cutOff: () => {
        told.push('cut off')
        hanging.resolve()
      },
    }
    const stopped = makeStop({ ...living, web })()
    await turns()
    expect(told).toEqual(['link', 'clock'])
    for (const late of patience) late()
    await turns()
    expect(told).toEqual(['link', 'clock', 'cut off'])
    for (const late of patience) late()
    await stopped
    expect(told).toEqual(['link', 'clock', 'cut off', 'worker', 'database'])
  })

  it('closes the database whatever fails before, and tells of the failure', async () => {
    const { living, told } = parts({
      link: { stop: () => Promise.reject(new Error('the connection was gone')) },
      worker: { stop: () => Promise.reject(new Error('the bus was gone')) },
    })
    await expect(makeStop(living)()).rejects.toThrow('the connection was gone')
    expect(told).toEqual(['web', 'clock', 'database'])
  })

  it('says where something is left to its lease', async () => {
    const { living, warned } = parts({ worker: { stop: async () => 'late' } })
    await makeStop(living)()
    expect(warned).toEqual(['stopped before everything begun had ended; its leases settle it'])
  })

  it('happens once, however often it is asked for', async () => {
    const { living, told } = parts()
    const stop = makeStop(living)
    await Promise.all([stop(), stop()])
    expect(told.filter((one) => one === 'worker')).toEqual(['worker'])
  })
})

describe('the acts that are under way', () => {
  it('count until they end, well or badly, with those that begin meanwhile', async () => {
    const acts = makeActs()
    const first = Promise.withResolvers<string>()
    const second = Promise.withResolvers<string>()
    const one = acts.during(first.promise)
    let settled = false
    const all = acts.settled().then(() => {
      settled = true
    })
    const two = acts.during(second.promise)
    first.resolve('done')
    expect(await one).toBe('done')
    await turns()
    expect(settled).toBe(false)
    second.reject(new Error('it failed'))
    await expect(two).rejects.toThrow('it failed')
    await all
  })
})
