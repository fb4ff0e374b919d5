// A picture that cannot be drawn holds up nobody's week: the numbers go out, and say that something is missing.
import { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { clientOptions } from '../../src/adapters/slack/bolt.ts'
import { makeSlackPoster } from '../../src/adapters/slack/poster.ts'
import type { Picture } from '../../src/domain/metrics/pictures.ts'
import { mondayOf } from '../../src/domain/metrics/weeks.ts'
import { addDays, at, dayIn, type Instant, instant, UTC } from '../../src/domain/shared/time.ts'
import { type DigestParts, makeDigestJob } from '../../src/jobs/digest.ts'
import { makeScheduler } from '../../src/jobs/scheduler.ts'
import { CHANNELS } from '../../src/local/workspace-seed.ts'
import { aWorld } from '../support/app.ts'

const MONDAY = addDays(mondayOf(dayIn(instant(Date.now()), UTC)), -7)
const clock = { ahead: at(addDays(MONDAY, -1), 0, UTC) - Date.now() }
const world = aWorld({
  sample: true,
  overrides: { now: (): Instant => instant(Date.now() + clock.ahead), sweepSeconds: 0.2 },
})

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A process of its own with nothing but the digest, whose faults are kept. */
function aClockWith(draw: DigestParts['draw']) {
  const { app, local } = world()
  const { slack } = local.config
  if (slack.mode !== 'socket') throw new Error('the local workspace is reached by Socket Mode')
  const poster = makeSlackPoster(new WebClient(slack.botToken, clientOptions(slack.apiUrl, silent)))
  const faults: unknown[] = []
  const log = { ...silent, error: (what: object) => void faults.push(what) }
  const scheduler = makeScheduler({
    contexts: app.contexts,
    jobs: [makeDigestJob({ contexts: app.contexts, poster: () => poster, draw, log })],
    log: silent,
    leaseSeconds: 0,
    everyMinute: () => async () => undefined,
  })
  return { scheduler, faults }
}

it('a digest goes without a picture that failed twice, with the other one, and says so', async () => {
  const { hands } = world()
  const asked: Picture['kind'][] = []
  const { scheduler, faults } = aClockWith(async ({ kind }) => {
    asked.push(kind)
    if (kind === 'funnel') throw new Error('out of ink')
    return new Uint8Array([137, 80, 78, 71])
  })
  clock.ahead = at(MONDAY, 9 * 60 + 1, UTC) - Date.now()
  await scheduler.tick()
  await scheduler.tick()
  const digest = await hands.ines.waitFor(
    () => hands.ines.messages(CHANNELS.metrics).find(({ text }) => text.startsWith('The week with the people')),
    { what: 'the digest', timeoutMs: 20_000 },
  )
  expect(asked).toEqual(['engagement', 'funnel', 'funnel'])
  expect(faults).toHaveLength(2)
  const { blocks = [] } = digest
  expect(blocks.filter(({ type }) => type === 'image')).toHaveLength(1)
  expect(JSON.stringify(blocks)).toContain('A picture could not be brought along this time.')
  expect(JSON.stringify(blocks)).toContain('*Kept in touch*')
})

it('a stop does not wait for a drawing, and whoever comes next draws it', async () => {
  const { app } = world()
  clock.ahead = at(addDays(MONDAY, 7), 9 * 60 + 1, UTC) - Date.now()
  const begun = Promise.withResolvers<void>()
  const stopped = aClockWith((_picture, signal) => {
    begun.resolve()
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopping')))
    })
  })
  const ticking = stopped.scheduler.tick()
  await begun.promise
  await stopped.scheduler.stop()
  await ticking
  expect(stopped.faults).toEqual([])
  const open = () => app.database.pool.query('SELECT 1 FROM job_run WHERE finished_at IS NULL')
  expect((await open()).rows).toHaveLength(1)
  const drawn: string[] = []
  const next = aClockWith(async ({ kind }) => {
    drawn.push(kind)
    return new Uint8Array([137, 80, 78, 71])
  })
  await next.scheduler.tick()
  expect(drawn).toEqual(['engagement', 'funnel'])
})
