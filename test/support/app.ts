// The whole product for an end-to-end test: the real app on a fresh database, the local Slack workspace and the local mailbox.
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { makeUnhurriedClock } from '../../simulator/clock.ts'
import type { Hands } from '../../simulator/hands.ts'
import { buildApp, type Medallist, type Overrides } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { type LocalWorkspace, startLocalWorkspace } from '../../src/local/local-workspace.ts'
import { seedSampleCompany } from '../../src/local/sample-company.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import type { Log } from '../../src/usecases/ports/log.ts'
import { quickDatabase } from './database.ts'

export type World = {
  readonly app: Medallist
  readonly local: LocalWorkspace
  /** The hands of a colleague of the sample company. */
  readonly hands: Readonly<Record<keyof typeof PEOPLE, Hands>>
  /** What the app logged at `warn` and above, as JSON lines. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export type WorldOptions = {
  /** The sample company's people, pools and jobs; without them the workspace is empty. */
  readonly sample?: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly config?: Partial<Config>
  readonly overrides?: Overrides
  /** Puts something between the app and the local Slack: given the real API's address, answers with the one that the app shall call. */
  readonly apiUrl?: (real: string) => Promise<string>
  /** Hears everything that the app logs, instead of `complaints`. */
  readonly log?: Log
}

export async function openWorld({
  sample = false,
  env = {},
  config = {},
  overrides = {},
  apiUrl,
  log,
}: WorldOptions = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'medallist-'))
  const read = readConfig({ PORT: '0', MEDALLIST_DATA_DIR: dataDir, ...env })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const local = await startLocalWorkspace({ ...read.config, ...config }, 0, makeUnhurriedClock(10))
  const complaints: string[] = []
  const complain = (fields: object, message: string) =>
    void complaints.push(JSON.stringify({ message, ...fields }, readable))
  const app = await buildApp({
    config: apiUrl === undefined ? local.config : await throughAnother(local.config, apiUrl),
    log: log ?? { info: () => undefined, warn: complain, error: complain },
    onFatal: (error) => {
      throw error
    },
    overrides: { ...overrides, database: overrides.database ?? (await quickDatabase()) },
  })
  if (sample) await seedSampleCompany(app.contexts.forSystem(app.workspace), local.simulator)
  await app.start()
  local.bringReplies(app.url, (error) => complain({ err: error }, 'a reply was not brought'), overrides.now)
  const hands = Object.fromEntries(Object.entries(PEOPLE).map(([name, { id }]) => [name, local.simulator.as(id)]))
  return {
    app,
    local,
    hands: hands as World['hands'],
    complaints,
    close: async () => {
      await app.stop()
      await local.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function throughAnother(config: Config, apiUrl: (real: string) => Promise<string>): Promise<Config> {
  const { slack } = config
  if (slack.mode === 'local' || slack.apiUrl === undefined) throw new Error('The local Slack has an address')
  return { ...config, slack: { ...slack, apiUrl: await apiUrl(slack.apiUrl) } }
}

const readable = (_key: string, value: unknown) => (value instanceof Error ? `${value.name}: ${value.message}` : value)

/** One world for a suite, from its first test to its last. */
export function aWorld(options: WorldOptions = {}): () => World {
  let world: World | undefined
  beforeAll(async () => {
    world = await openWorld(options)
  })
  afterAll(() => world?.close())
  return () => {
    if (world === undefined) throw new Error('The world is there from beforeAll to afterAll')
    return world
  }
}
