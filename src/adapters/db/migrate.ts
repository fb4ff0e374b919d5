import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Log } from '../../usecases/ports/log.ts'
import { type MigrationFile, migrationFiles } from './migration-files.ts'
import { sqlStatements } from './sql-statements.ts'

/** The advisory lock of `prisma migrate deploy`, so that the two never run at once. */
const LOCK = 72707369
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

type Row = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }

/** The database and the migrations do not fit together; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly kind: 'altered' | 'failed' | 'failed_before' | 'newer_database'
  readonly migration: string

  constructor(kind: MigrationError['kind'], migration: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.migration = migration
  }
}

/**
 * Applies what `dir` holds and the database lacks, oldest first, and keeps Prisma's own books of it. Promises that several processes may
 * start at once: one works, the others wait and find it done. Each migration is one transaction together with its entry, unless its first
 * line is `-- no-transaction`. Answers the names that it applied; refuses with a `MigrationError`, having changed nothing, where an applied
 * file was altered, an earlier migration failed half-way, or the database is newer than this code.
 */
export async function migrate(pool: pg.Pool, dir: string, log: Log): Promise<string[]> {
  const files = migrationFiles(dir)
  const client = await pool.connect()
  try {
    // A migration may take long; but whoever waits for a table's lock makes everybody else wait behind it, so that has a limit.
    await client.query(
      `SET statement_timeout = 0; SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = 0`,
    )
    await takeLock(client, log)
    try {
      await client.query(BOOKKEEPING)
      const pending = whatIsPending(files, await applied(client))
      for (const file of pending) await apply(client, file, log)
      return pending.map(({ name }) => name)
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {}) // a lost connection has lost its lock too
    }
  } finally {
    client.release(true) // not to be used again: it has this function's settings, and whatever a migration `SET`
  }
}

/**
 * Asks again and again instead of waiting inside `pg_advisory_lock`: a waiting statement holds a snapshot, `CREATE INDEX CONCURRENTLY`
 * waits for every snapshot, and the two replicas would be a deadlock.
 */
async function takeLock(client: pg.PoolClient, log: Log): Promise<void> {
  for (let tries = 0; ; tries++) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK])
    if (rows[0]?.taken) return
    if (tries === 0) log.info({}, 'Another process is migrating the database; waiting for it')
    await wait(100)
  }
}

async function applied(client: pg.PoolClient): Promise<Map<string, Row>> {
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at, logs FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

function whatIsPending(files: readonly MigrationFile[], done: ReadonlyMap<string, Row>): MigrationFile[] {
  for (const row of done.values()) if (row.finished_at === null) throw failedBefore(row)
  const known = new Set(files.map(({ name }) => name))
  const unknown = [...done.keys()].filter((name) => !known.has(name)).sort()
  if (unknown[0] !== undefined) throw newerDatabase(unknown)
  const altered = files.find(({ name, checksum }) => done.has(name) && done.get(name)?.checksum !== checksum)
  if (altered) throw alteredFile(altered)
  return files.filter(({ name }) => !done.has(name))
}

async function apply(client: pg.PoolClient, file: MigrationFile, log: Log): Promise<void> {
  const started = performance.now()
  await (file.noTransaction ? applyOneByOne(client, file) : applyAtOnce(client, file))
  log.info({ migration: file.name, milliseconds: Math.round(performance.now() - started) }, 'Applied a migration')
}

async function applyAtOnce(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(file.sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)',
      [randomUUID(), file.checksum, file.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw failed(file, error, 'Nothing of it was kept. Correct the file and start again.')
  }
}

async function applyOneByOne(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    file.checksum,
    file.name,
  ])
  for (const statement of sqlStatements(file.sql)) {
    try {
      await client.query(statement)
    } catch (error) {
      await client
        .query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, messageOf(error)])
        .catch(() => {})
      throw failed(
        file,
        error,
        `It runs outside a transaction, so its earlier statements were kept. ${REPAIR(file.name)}`,
      )
    }
    await client.query('UPDATE "_prisma_migrations" SET applied_steps_count = applied_steps_count + 1 WHERE id = $1', [
      id,
    ])
  }
  await client.query('UPDATE "_prisma_migrations" SET finished_at = clock_timestamp() WHERE id = $1', [id])
}

const REPAIR = (name: string): string =>
  `Look at what it left behind and repair that by hand. Then, to have it run again: UPDATE "_prisma_migrations" SET rolled_back_at = now() ` +
  `WHERE migration_name = '${name}' AND finished_at IS NULL; or, if you completed it yourself: SET finished_at = now() instead.`

const failed = (file: MigrationFile, error: unknown, whatNow: string, at = 0): MigrationError =>
  new MigrationError(
    'failed',
    file.name,
    `Migration ${file.file} failed${lineOf(file.sql, at, error)}: ${messageOf(error)}. ${whatNow}`,
    error,
  )

const failedBefore = (row: Row): MigrationError =>
  new MigrationError(
    'failed_before',
    row.migration_name,
    `Migration ${row.migration_name} did not finish earlier${row.logs ? ` (${row.logs})` : ''}. ${REPAIR(row.migration_name)}`,
  )

const newerDatabase = (unknown: readonly string[]): MigrationError =>
  new MigrationError(
    'newer_database',
    unknown[0] ?? '',
    `This database is newer than this code: it has ${unknown.join(', ')}, which this version does not know. Start the newer version, or restore a backup from before it.`,
  )

const alteredFile = ({ name, file }: MigrationFile): MigrationError =>
  new MigrationError(
    'altered',
    name,
    `${file} was altered after it had been applied. Restore it (git checkout, LF line ends) and put the change into a new migration.`,
  )

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** PostgreSQL counts characters; people count lines. */
function lineOf(sql: string, at: number, error: unknown): string {
  const position = Number((error as { position?: string }).position)
  return position > 0 ? ` at line ${sql.slice(0, at + position).split('\n').length}` : ''
}
