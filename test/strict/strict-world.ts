// The whole product behind a strict client: the real app, the recorder between it and the local Slack, and a look into the database.
import { afterAll, beforeAll, vi } from 'vitest'
import { instant, SECOND } from '../../src/domain/shared/time.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { openWorld, type World, type WorldOptions } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { PATIENT } from '../support/patient.ts'
import { whyNoPostgres } from '../support/postgres-databases.ts'
import { makeClient, type StrictClient } from './client.ts'
import { makeRecorder, type Recorder } from './recorder.ts'

export const INES = PEOPLE.ines.id
export const BEN = PEOPLE.ben.id
export const TOM = PEOPLE.tom.id
export const SAM = PEOPLE.sam.id

export type StrictWorld = {
  readonly world: World
  readonly recorder: Recorder
  readonly client: StrictClient
  /** Rows of any table, past every boundary of the app. */
  readonly rows: <Row>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  /** Every row of every table, but for what a mere look may renew: who is who, and keys against repetition. */
  readonly fingerprint: () => Promise<Readonly<Record<string, string>>>
  /** As somebody, inside the app. */
  readonly as: (slackUserId: string) => Promise<Ctx>
  /** Resolves when no post waits to be brought to Slack any more. */
  readonly posted: () => Promise<void>
  /** What the app complained of, but for answers of Slack that were too slow for it because the machine is busy. */
  readonly faults: () => readonly string[]
  /** Lets time pass for the app. */
  readonly pass: (milliseconds: number) => void
}

/** One world for a suite; on PostgreSQL where there is one, because it is quicker. */
export function aStrictWorld(options: WorldOptions | (() => Promise<WorldOptions>) = {}): () => StrictWorld {
  let made: StrictWorld | undefined
  beforeAll(async () => {
    made = await openStrictWorld(typeof options === 'function' ? await options() : options)
  })
  afterAll(async () => {
    await made?.world.close()
    await made?.recorder.close()
  })
  return () => {
    if (made === undefined) throw new Error('The world is there from beforeAll to afterAll')
    return made
  }
}

async function openStrictWorld(options: WorldOptions): Promise<StrictWorld> {
  const recorder = makeRecorder()
  let ahead = 0
  const database = await testDatabase(whyNoPostgres === undefined ? 'postgres' : 'embedded')
  const world = await openWorld({
    ...options,
    overrides: { database, now: () => instant(Date.now() + ahead), ...options.overrides },
    apiUrl: (real) => recorder.start(real),
  })
  const { pool } = database
  const rows = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows as readonly Row[]
  const tables = (
    await rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    )
  ).map(({ name }) => name)
  return {
    world,
    recorder,
    client: makeClient(world.local.simulator, recorder),
    rows,
    async fingerprint() {
      const found: [string, string][] = []
      for (const table of tables.filter((name) => !RENEWED.has(name))) {
        const [row] = await rows<{ sum: string }>(
          `SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM "${table}" t`,
        )
        found.push([table, row?.sum ?? ''])
      }
      return Object.fromEntries(found)
    },
    async as(slackUserId) {
      const ctx = await world.app.contexts.forPerson({ teamId: 'T0FERNHOLW', slackUserId, idempotencyKey: undefined })
      if (ctx === undefined) throw new Error(`${slackUserId} is unknown`)
      return ctx
    },
    async posted() {
      const waiting = `SELECT kind, state, last_error FROM slack_post WHERE state IN ('wanted', 'posting', 'in_doubt') OR (state = 'posted' AND posted < wanted)`
      await vi.waitUntil(async () => {
        if ((await rows(waiting)).length === 0) return true
        // A channel is spoken to once a second; the test lets the second pass.
        ahead += SECOND
        world.app.contexts.forSystem(world.app.workspace).services.wake.posts()
        return false
      }, PATIENT)
    },
    faults: () => world.complaints.filter((line) => !/could not be asked who|http request failed/.test(line)),
    pass(milliseconds) {
      ahead += milliseconds
    },
  }
}

const RENEWED = new Set(['member', 'user_group', 'idempotency', 'inbox', 'slack_post', '_prisma_migrations'])
