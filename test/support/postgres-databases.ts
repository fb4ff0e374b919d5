import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { migrate } from '../../src/adapters/db/migrate.ts'
import { type Database, openDatabase } from '../../src/adapters/db/open.ts'
import { checksum, LEFTOVER_MS, log, MIGRATIONS } from './migrations.ts'

const asked = process.env.TEST_DATABASE_URL
const SERVER = asked ?? 'postgres://postgres@127.0.0.1:5432/test'
/**
 * What the databases of one run of many tests are called. They are thrown away together at its end: each that is dropped waits for a
 * checkpoint, and whoever waits meanwhile is a test.
 */
const RUN = process.env.MEDALLIST_TEST_RUN
/** Any number that nobody else uses: making databases is done by one test process at a time. */
const LOCK = 20_260_301

/** Why the suites for PostgreSQL are skipped; never where `TEST_DATABASE_URL` is set, for then they are wanted. */
export const whyNoPostgres: string | undefined = asked
  ? undefined
  : await asAdmin(() => Promise.resolve(undefined)).catch(
      (error: Error & { code?: string }) => `no server at 127.0.0.1:5432 (${error.code ?? error.message})`,
    )

/**
 * Clones the template of the present migrations, which the first to ask makes. `durable` as the server's owner set it up, for what measures
 * how long a commit takes.
 */
export async function freshPostgres({ durable = false } = {}): Promise<Database & { readonly databaseUrl: string }> {
  const name = uniqueName()
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]) // ends with the connection
    const template = (await templateOf(admin)) ?? (await makeTemplate(admin))
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    if (!durable) await admin.query(`ALTER DATABASE ${name} SET synchronous_commit = off`) // a test that survives a power cut is of no use
  })
  const database = await open(name)
  const close = async () => {
    await database.close()
    if (RUN === undefined) await asAdmin((admin) => drop(admin, name))
  }
  return { ...database, databaseUrl: urlOf(name), close }
}

/** At the end of a run. */
export async function dropDatabasesOf(run: string): Promise<void> {
  if (whyNoPostgres !== undefined) return
  await asAdmin(async (admin) => {
    const { rows } = await admin.query<{ name: string }>(`SELECT datname AS name FROM pg_database WHERE datname ~ $1`, [
      `^medallist_test_\\d+_${run}_`,
    ])
    const waiting = rows.map(({ name }) => name)
    // Each waits for a checkpoint, and one serves all who wait.
    const dropping = async () => {
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        const dropped = name
        await asAdmin((another) => drop(another, dropped))
      }
    }
    await Promise.all(Array.from({ length: 8 }, dropping))
  })
}

async function templateOf(admin: Client): Promise<string | undefined> {
  const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname = $1', [
    templateName(),
  ])
  return rows[0]?.datname
}

/** Under another name until it is complete. */
async function makeTemplate(admin: Client): Promise<string> {
  await dropLeftovers(admin)
  const building = uniqueName()
  await admin.query(`CREATE DATABASE ${building}`)
  try {
    const database = await open(building)
    await migrate(database.pool, MIGRATIONS, log)
    await database.close()
  } catch (error) {
    await drop(admin, building)
    throw error
  }
  await admin.query(`ALTER DATABASE ${building} RENAME TO ${templateName()}`)
  await admin.query(`COMMENT ON DATABASE ${templateName()} IS '${Date.now()}'`)
  return templateName()
}

/** What killed runs left, and templates of older migrations. */
async function dropLeftovers(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; made: string | null }>(
    `SELECT datname AS name, coalesce(shobj_description(oid, 'pg_database'), substring(datname from '^medallist_test_(\\d+)_')) AS made
       FROM pg_database WHERE datname ~ '^medallist_(test|template)_'`,
  )
  const old = rows.filter(({ made }) => Date.now() - Number(made ?? 0) > LEFTOVER_MS)
  for (const { name } of old) await drop(admin, name)
}

const drop = (admin: Client, name: string) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
const templateName = (): string => `medallist_template_${checksum()}`
const uniqueName = (): string => `medallist_test_${Date.now()}_${RUN ?? 'alone'}_${randomBytes(4).toString('hex')}`

const open = (name: string): Promise<Database> =>
  openDatabase({ databaseUrl: urlOf(name), dataDir: '', log, onFatal: () => {}, maxConnections: 4 })

function urlOf(name: string): string {
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin<Value>(work: (admin: Client) => Promise<Value>): Promise<Value> {
  const admin = new Client({ connectionString: SERVER, connectionTimeoutMillis: 5_000 })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
