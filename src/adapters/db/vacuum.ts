import type { Log } from '../../usecases/ports/log.ts'
import type { Database } from './open.ts'

/**
 * Does what a server's autovacuum would: the embedded database has none, and without it grows and plans badly. Table by table, because
 * everybody waits for the one that is being done; stops between two where `signal` says so. Answers how many were done: none on a server.
 */
export async function vacuum(
  { pool, kind, withoutLimit }: Pick<Database, 'pool' | 'kind' | 'withoutLimit'>,
  log: Log,
  signal?: AbortSignal,
): Promise<number> {
  if (kind === 'postgres') return 0
  const started = performance.now()
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE relkind IN ('r', 'm') AND nspname <> 'information_schema' ORDER BY nspname = 'pg_catalog', relname`,
  )
  let done = 0
  for (const { name } of rows) {
    if (signal?.aborted) break
    await withoutLimit(() => pool.query(`VACUUM (ANALYZE) ${name}`))
    done++
  }
  log.info({ tables: done, milliseconds: Math.round(performance.now() - started) }, 'Vacuumed the embedded database')
  return done
}
