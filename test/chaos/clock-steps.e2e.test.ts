// A process that dies between any two steps of a job: whoever comes next goes on, and what was said is said once.
import { WebClient } from '@slack/web-api'
import { describe, expect, it, vi } from 'vitest'
import { cutOff } from '../../simulator/faults.ts'
import { clientOptions } from '../../src/adapters/slack/bolt.ts'
import { makeSlackPoster } from '../../src/adapters/slack/poster.ts'
import { mondayOf } from '../../src/domain/metrics/weeks.ts'
import { addDays, at, dayIn, type Instant, instant, UTC } from '../../src/domain/shared/time.ts'
import { makeDigestJob } from '../../src/jobs/digest.ts'
import { makeNudgeJob } from '../../src/jobs/nudge.ts'
import { makeScheduler } from '../../src/jobs/scheduler.ts'
import { CHANNELS } from '../../src/local/workspace-seed.ts'
import type { UnitOfWork } from '../../src/usecases/ports/unit-of-work.ts'
import { aWorld } from '../support/app.ts'
import { PATIENT } from '../support/patient.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const MONDAY = addDays(mondayOf(dayIn(instant(Date.now()), UTC)), -70)
const clock = { ahead: at(addDays(MONDAY, -1), 0, UTC) - Date.now() }
const now = (): Instant => instant(Date.now() + clock.ahead)
const world = aWorld({ sample: true, overrides: { now } })

/** A pixel will do: what is drawn is no matter here. */
const draw = async () => new Uint8Array([137, 80, 78, 71])

/** A replica of its own, whose process is gone after so many transactions: none of them begins any more. */
function replica(transactions: number) {
  const { app, local } = world()
  const { slack } = local.config
  if (slack.mode !== 'socket') throw new Error('the local workspace is reached by Socket Mode')
  const poster = makeSlackPoster(new WebClient(slack.botToken, clientOptions(slack.apiUrl, silent)))
  let left = transactions
  const mortal = (uow: UnitOfWork): UnitOfWork => {
    const alive = () => {
      left -= 1
      if (left < 0) throw new Error('this process is gone')
    }
    return {
      read: (work) => uow.read(work),
      run: (work) => {
        alive()
        return uow.run(work)
      },
      once: (key, name, work) => {
        alive()
        return uow.once(key, name, work)
      },
    }
  }
  const contexts = {
    workspaces: () => app.contexts.workspaces(),
    forSystem: (...of: Parameters<typeof app.contexts.forSystem>) => {
      const ctx = app.contexts.forSystem(...of)
      return { ...ctx, uow: mortal(ctx.uow) }
    },
    forPerson: async (act: Parameters<typeof app.contexts.forPerson>[0]) => {
      const ctx = await app.contexts.forPerson(act)
      return ctx && { ...ctx, uow: mortal(ctx.uow) }
    },
  }
  const parts = { contexts, poster: () => poster, draw, log: silent }
  const jobs = [makeNudgeJob(parts), makeDigestJob(parts)]
  // A lease that is over at once: the dead are known to be dead.
  const scheduler = makeScheduler({
    contexts,
    jobs,
    log: silent,
    leaseSeconds: 0,
    everyMinute: () => async () => undefined,
  })
  return { scheduler, died: () => left < 0 }
}

const keyOf = (message: { metadata?: unknown }): string =>
  (message.metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? ''

describe('a process that dies between two steps', () => {
  it('leaves no nudge and no digest unsaid, and none said twice', async () => {
    const { app, hands, local } = world()
    const { ines } = hands
    let died = true
    let weeks = 0
    for (; died; weeks += 1) {
      clock.ahead = at(addDays(MONDAY, 7 * weeks), 9 * 60 + 1, UTC) - Date.now()
      // Every third week the answer to a sharing gets lost besides.
      if (weeks % 3 === 2)
        local.simulator.faults.add({ method: 'files.completeUploadExternal', times: 1, fault: cutOff('after') })
      const mortal = replica(weeks)
      await mortal.scheduler.tick()
      died = mortal.died()
      const successor = replica(Number.POSITIVE_INFINITY)
      const isOver = async () =>
        (await app.database.pool.query('SELECT 1 FROM job_run WHERE finished_at IS NULL')).rows.length === 0
      const slot = addDays(MONDAY, 7 * weeks)
      // Minute by minute, as the clock does: a picture may need another try, and what was posted is seen by the tick that comes after it.
      await vi.waitFor(
        async () => {
          await successor.scheduler.tick()
          expect(await isOver()).toBe(true)
        },
        { ...PATIENT, interval: 100 },
      )
      await ines.waitFor(() => ines.messages(CHANNELS.metrics).find((one) => keyOf(one) === `digest::${slot}`), {
        what: `the digest of ${slot}`,
      })
    }
    await ines.waitFor(() => ines.messages(CHANNELS.nudges).length >= 2 * weeks, {
      what: 'the nudges',
    })
    const keys = [...ines.messages(CHANNELS.nudges), ...ines.messages(CHANNELS.metrics)]
      .map(keyOf)
      .filter((key) => key !== '')
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect(keys.filter((key) => key.startsWith('digest:'))).toHaveLength(weeks)
    expect(keys.filter((key) => key.startsWith('nudge:'))).toHaveLength(2 * weeks)
    const threads = ines
      .messages(CHANNELS.metrics)
      .flatMap(({ files, threadTs }) => (files === undefined ? [] : [threadTs]))
    expect(threads).toHaveLength(weeks)
    expect(new Set(threads).size).toBe(weeks)
    // Fewer, and nobody died within the digest.
    expect(weeks).toBeGreaterThan(15)
  })
})
