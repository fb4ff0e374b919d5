import type { ClientBase } from 'pg'
import type { WorkspaceId } from '../../domain/shared/ids.ts'
import { SearchTooSlowError } from '../../usecases/ports/services.ts'
import type { Database } from './open.ts'

/** Of the shorter text's trigrams, so many are in the name: "sousa" is near "Souza", "Becker" is not near "backend". */
const NEAR = 0.5
const TIMED_OUT = '57014'

/**
 * A read-only transaction of its own under the application's role in one workspace. `patience` in milliseconds, of a statement and, since
 * the embedded database ignores that, of whoever waits for the whole: it throws a `SearchTooSlowError`.
 */
export async function readOnly<Value>(
  pool: Database['pool'],
  workspaceId: WorkspaceId,
  patience: number,
  work: (client: ClientBase) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN READ ONLY')
    await client.query(
      `SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', $1, true), set_config('statement_timeout', $2, true),
        set_config('pg_trgm.word_similarity_threshold', $3, true)`,
      [workspaceId, String(patience), String(NEAR)],
    )
    return await inTime(patience + GRACE_MS, work(client))
  } catch (error) {
    if (error instanceof SearchTooSlowError) broken = error
    throw (error as { code?: string }).code === TIMED_OUT ? new SearchTooSlowError() : error
  } finally {
    // A connection that is still busy is not waited for but dropped, which rolls back too.
    if (broken === undefined)
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error
      })
    client.release(broken)
  }
}

/** A server's own time-out comes first. */
const GRACE_MS = 500

async function inTime<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchTooSlowError()), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined) // where it was not waited for, it ends with the connection
  }
}
