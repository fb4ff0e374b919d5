import { Client, type ClientBase, Pool } from 'pg'
import type { Log } from '../../usecases/ports/log.ts'

const SECOND = 1_000

export type PoolOptions = { readonly databaseUrl: string; readonly maxConnections: number; readonly log: Log }

/** There is no such server, or it does not let us in; the message names host and port, never the password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError'
}

/** Connects to a PostgreSQL server of version 15 or later. Throws a `DatabaseUnreachableError` that a person can act on. */
export async function openPool({ databaseUrl, maxConnections, log }: PoolOptions): Promise<Pool> {
  const server = whereIs(databaseUrl)
  const pool = new Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    application_name: 'medallist',
    keepAlive: true,
    pipeline: true,
    connectionTimeoutMillis: 10 * SECOND,
    idleTimeoutMillis: 30 * SECOND,
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool awaits it; its types do not say so
    onConnect: prepareSession,
  })
  // An idle connection that the server closes is replaced when next needed; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'Lost an idle connection to the database'))
  try {
    const { rows } = await pool.query<{ version: number; name: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name`,
    )
    if ((rows[0]?.version ?? 0) < 150_000)
      throw new DatabaseUnreachableError(`PostgreSQL 15 or later is needed; ${server} runs ${rows[0]?.name}.`)
    return pool
  } catch (error) {
    await pool.end()
    throw error instanceof DatabaseUnreachableError ? error : new DatabaseUnreachableError(inWords(error, server))
  }
}

/**
 * Limits, so that a forgotten transaction or a runaway query cannot starve everybody; and UTC, so that a day in SQL means the same on every
 * server. A query and not start-up parameters, which poolers such as PgBouncer refuse.
 */
const prepareSession = async (client: ClientBase): Promise<void> => {
  await client.query(
    `SET timezone = 'UTC'; SET statement_timeout = '30s'; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'`,
  )
}

/** For messages: `db.example.com:5432, database medallist`. */
function whereIs(databaseUrl: string): string {
  try {
    const { host, port, database } = new Client({ connectionString: databaseUrl })
    return `${host}:${port}, database ${database}`
  } catch {
    // The parser's own message repeats the URL with its password.
    throw new DatabaseUnreachableError(
      'DATABASE_URL is no PostgreSQL address. It looks like postgres://user:password@host:5432/database',
    )
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; is the server running?',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ENOENT: 'there is no such socket; is the server running?',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'there is no way to that host',
  '28P01': 'it refused the user name or password',
  '28000': 'it refused the user',
  '3D000': 'it has no such database; create it first',
  '53300': 'it has no connection left',
  '57P03': 'it is still starting',
}

function inWords(error: unknown, server: string): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: { code?: string }[] }
  const reason = REASONS[code ?? errors?.[0]?.code ?? ''] ?? message ?? String(error)
  return `The database at ${server} cannot be used: ${reason}. Check DATABASE_URL.`
}
