import pg, { type ClientBase } from 'pg'
import type { WorkspaceId } from '../../domain/shared/ids.ts'
import { SearchTooSlowError } from '../../usecases/ports/services.ts'
import type { Database } from './open.ts'

/** Of the shorter text's trigrams, so many are in the name: "sousa" is near "Souza", "Becker" is not near "backend". */
const NEAR = 0.5
const TIMED_OUT = '57014'

/**
 * A read-only transaction of its own under the application's role in one workspace, begun in one breath with the first question and ended
 * behind the caller's back. `patience` in milliseconds, of a statement and, since the embedded database ignores that, of whoever waits for
 * the whole: it throws a `SearchTooSlowError`. The pool's connections must be opened with `pipeline`.
 */
export async function readOnly<Value>(
  pool: Database['pool'],
  workspaceId: WorkspaceId,
  patience: number,
  work: (client: ClientBase) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  // Where this fails the transaction is aborted, and so is whatever is asked in it.
  const begun = client.query(`BEGIN READ ONLY; SELECT set_config('role', 'medallist_app', true),
    set_config('app.workspace', ${pg.escapeLiteral(workspaceId)}, true), set_config('statement_timeout', '${Math.round(patience)}', true),
    set_config('pg_trgm.word_similarity_threshold', '${NEAR}', true)`)
  begun.catch(() => undefined)
  try {
    const value = await inTime(patience + GRACE_MS, work(client))
    void client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    )
    return value
  } catch (error) {
    const broken = await brokenBy(error, client)
    client.release(broken)
    if (broken === undefined) await begun
    throw (error as { code?: string }).code === TIMED_OUT ? new SearchTooSlowError() : error
  }
}

/** A connection that is still busy is not waited for but dropped, which rolls back too. */
async function brokenBy(error: unknown, client: ClientBase): Promise<Error | undefined> {
  if (error instanceof SearchTooSlowError) return error
  return client.query('ROLLBACK').then(
    () => undefined,
    (failed: Error) => failed,
  )
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
