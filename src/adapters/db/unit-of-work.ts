import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import type { Viewer } from '../../domain/candidate/internal.ts'
import type { MemberId, NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { UnitOfWork } from '../../usecases/ports/unit-of-work.ts'
import type { Fixed } from './fixed.ts'
import { insideTransaction } from './guard.ts'
import { once, type Run } from './once.ts'
import type { Database } from './open.ts'
import { queriesOver } from './queries.ts'
import type { Scope } from './scope.ts'
import type { Seal } from './seal.ts'
import { makeTx } from './tx.ts'
import { openWire, type Said, type Wire } from './wire.ts'

/** For whom a unit of work runs. */
export type Bearer = {
  readonly workspaceId: WorkspaceId
  readonly actor: MemberId | undefined
  readonly correlationId: string
  readonly now: Instant
  /** Whose eyes it is for; without it (the clock, deliveries) everybody is seen. */
  readonly viewer?: Viewer
}
export type UnitOfWorkFor = (bearer: Bearer) => UnitOfWork

/** Slack waits three seconds for an answer: a statement that would take longer than two is cut off instead. */
const STATEMENT_MS = 2_000
/** With the embedded database everybody waits for one connection. */
const TRANSACTION_MS = 10_000

const AS_WHOM = `SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', $1, true),
  set_config('statement_timeout', '${STATEMENT_MS}', true)`
const AS_READER = `${AS_WHOM}, set_config('transaction_read_only', 'on', true)`

export type Transactions = { readonly unitOfWork: UnitOfWorkFor }

/** A unit of work held its connection for too long, waiting for something that is not the database; it was rolled back. */
export class TransactionTimeoutError extends Error {
  override readonly name = 'TransactionTimeoutError'
}

/** The pool's connections must be opened with `pipeline`. */
export function makeTransactions(
  { pool }: Pick<Database, 'pool'>,
  seal: Seal,
  newId: NewId,
  longestMs = TRANSACTION_MS,
): Transactions {
  const unitOfWork: UnitOfWorkFor = (bearer) => {
    const asWhom = { text: AS_WHOM, values: [bearer.workspaceId] }
    const scopeOver = (wire: Wire): Scope => {
      const db = queriesOver(wire)
      const later: Scope['later'] = (write) => {
        if ('text' in write) return wire.tell(write.text, write.values)
        const { sql: text, parameters } = write.compile(db)
        wire.tell(text, parameters)
      }
      const rows: Scope['rows'] = async <Row>({ text, values }: Fixed) =>
        (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows
      return { ...bearer, newId, db, later, rows, seal }
    }
    const run: Run = (work) =>
      insideTransaction(() =>
        onConnection(pool, undefined, async (wire, spoilt) => {
          wire.tell('BEGIN')
          wire.tell(asWhom.text, asWhom.values)
          try {
            const scope = scopeOver(wire)
            const value = await inTime(work(makeTx(scope), scope), longestMs)
            // What was told last travels with the commit; a transaction in which something failed before answers it with ROLLBACK.
            const { command } = await wire.ask('COMMIT')
            await wire.settled()
            if (command !== 'COMMIT') throw new Error('The database rolled the transaction back')
            return value
          } catch (error) {
            // A connection that cannot even do this is nobody's any more; what went wrong first is what is told.
            await wire.ask('ROLLBACK').catch(spoilt)
            throw error
          }
        }),
      )
    const asReader = { text: AS_READER, values: [bearer.workspaceId] }
    const read: UnitOfWork['read'] = (work) =>
      insideTransaction(() => onConnection(pool, asReader, (wire) => inTime(work(makeTx(scopeOver(wire))), longestMs)))
    return {
      run: (work) => run((tx) => work(tx)),
      read,
      once: (key, useCase, work) => once(run, key, useCase, work),
    }
  }
  return { unitOfWork }
}

/** A connection of the pool for as long as `work` takes; one that broke meanwhile is not used again. */
async function onConnection<Value>(
  pool: pg.Pool,
  first: Said | undefined,
  work: (wire: Wire, spoilt: (error: Error) => void) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  const spoilt = (error: Error) => {
    broken = error
  }
  client.on('error', spoilt)
  const wire = openWire(client, first)
  try {
    return await work(wire, spoilt)
  } finally {
    wire.close()
    client.off('error', spoilt)
    client.release(broken)
  }
}

/** Whoever waits inside a transaction for something else than the database lets everybody else wait too. */
async function inTime<Value>(work: Promise<Value>, longestMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TransactionTimeoutError(`A transaction was open for more than ${longestMs} ms`)),
      longestMs,
    )
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
