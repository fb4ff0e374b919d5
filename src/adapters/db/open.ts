import type pg from 'pg'
import type { Log } from '../../usecases/ports/log.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { guard } from './guard.ts'
import { openPool } from './pool.ts'

export type Database = {
  /** Guarded: a query of the pool's own inside an open transaction throws instead of waiting for ever. */
  readonly pool: pg.Pool
  readonly kind: 'embedded' | 'postgres'
  /** Lets statements of `work` take as long as they need, where otherwise a minute ends the embedded database. A server is told by `SET`. */
  withoutLimit<Value>(work: () => Promise<Value>): Promise<Value>
  /** Waits for what runs, then closes; calling it again is harmless. */
  close(): Promise<void>
}

export type OpenOptions = {
  /** A PostgreSQL server; without it the embedded database under `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  readonly log: Log
  /** The embedded database has died; nothing can be saved any more, so end the process and let it be started again. */
  readonly onFatal: (error: Error) => void
  /** Of the server; the embedded database has one connection for all. */
  readonly maxConnections?: number
  /** Of the embedded database, which has no time-outs of its own. */
  readonly longestStatementSeconds?: number
}

/**
 * Opens the database, without migrating it. Throws a `DatabaseUnreachableError` or, for the embedded database, a `DatabaseInUseError`; both
 * say what to do.
 */
export async function openDatabase({
  databaseUrl,
  dataDir,
  log,
  onFatal,
  maxConnections = 10,
  longestStatementSeconds,
}: OpenOptions): Promise<Database> {
  if (!databaseUrl) {
    const embedded = await openEmbedded({ dataDir, log, onFatal, longestStatementSeconds })
    return { ...embedded, pool: guard(embedded.pool), kind: 'embedded' }
  }
  const pool = await openPool({ databaseUrl, maxConnections, log })
  let closing: Promise<void> | undefined
  return {
    pool: guard(pool),
    kind: 'postgres',
    withoutLimit: (work) => work(),
    close: () => (closing ??= pool.end()),
  }
}
