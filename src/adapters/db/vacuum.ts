import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../usecases/ports/log.ts'
import type { Database } from './open.ts'

/**
 * A sample of 9,000 rows instead of 30,000: over 50,000 people ANALYZE took a tenth of a second with this, a whole one without, and the one
 * connection of the embedded database is everybody's.
 */
const STATISTICS = 30

/**
 * Does what a server's autovacuum would: the embedded database has none, and without it grows and plans badly. In small steps, because
 * everybody waits for the one that is being done, and after each the others have the database for as long as it took. Stops between two
 * where `signal` says so. Answers how many tables were done: none on a server.
 */
export async function vacuum(
  { pool, kind, withoutLimit }: Pick<Database, 'pool' | 'kind' | 'withoutLimit'>,
  log: Log,
  signal?: AbortSignal,
): Promise<number> {
  if (kind === 'postgres') return 0
  const started = performance.now()
  const step = async (statement: string) => {
    const begun = performance.now()
    await withoutLimit(() => pool.query(statement))
    await pause(performance.now() - begun, undefined, { signal }).catch(() => undefined)
  }
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE relkind IN ('r', 'm') AND nspname <> 'information_schema' ORDER BY nspname = 'pg_catalog', relname`,
  )
  let done = 0
  for (const { name } of rows) {
    if (signal?.aborted) break
    await step(`VACUUM ${name}`)
    if (signal?.aborted) break
    await step(`SET default_statistics_target = ${STATISTICS}; ANALYZE ${name}; RESET default_statistics_target`)
    done++
  }
  log.info({ tables: done, milliseconds: Math.round(performance.now() - started) }, 'Vacuumed the embedded database')
  return done
}
