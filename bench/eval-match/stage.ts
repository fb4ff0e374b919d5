// A workspace of an evaluation's own, in a database of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/adapters/db/migrate.ts'
import { type Database, openDatabase } from '../../src/adapters/db/open.ts'
import { makeWorkspaces } from '../../src/adapters/db/workspaces.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'
import { type Offline, openOffline } from '../../src/cli/open-offline.ts'
import { readConfig } from '../../src/config.ts'
import { UTC } from '../../src/domain/shared/time.ts'
import { MIGRATIONS } from '../../test/support/migrations.ts'

type Stage = {
  /** One after the other: the embedded database is open once at a time. */
  offline<Value>(work: (offline: Offline) => Promise<Value>): Promise<Value>
  database<Value>(work: (database: Database) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** A workspace of its own in a database of its own, both gone afterwards. */
export async function openStage(postgres: boolean, complain: (line: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'medallist-eval-'))
  const scratch = postgres
    ? await (await import('../../test/support/postgres-databases.ts')).freshPostgres()
    : undefined
  const log = {
    info: () => undefined,
    warn: (_: object, text: string) => complain(text),
    error: (_: object, text: string) => complain(text),
  }
  const read = readConfig({
    MEDALLIST_DATA_DIR: folder,
    ...(scratch === undefined ? {} : { DATABASE_URL: scratch.databaseUrl }),
  })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const { config } = read
  const open = () =>
    openDatabase({
      databaseUrl: config.databaseUrl,
      dataDir: config.dataDir,
      log,
      onFatal: (error) => {
        throw error
      },
      maxConnections: 2,
    })
  await during(open, async (database) => {
    await database.withoutLimit(() => migrate(database.pool, MIGRATIONS, log))
    await makeWorkspaces(database.pool, newUuid).keep(
      { teamId: 'TEVAL', name: 'Evaluation', domain: 'evaluation', zone: UTC },
      new Date(),
    )
  })
  return {
    offline: (work) => during(() => openOffline({ config, workspace: undefined, as: undefined }), work),
    database: (work) => during(open, (database) => database.withoutLimit(() => work(database))),
    async close() {
      await scratch?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function during<Open extends { close(): Promise<void> }, Value>(
  open: () => Promise<Open>,
  work: (opened: Open) => Promise<Value>,
): Promise<Value> {
  const opened = await open()
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}
