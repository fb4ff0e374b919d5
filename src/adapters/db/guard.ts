import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'

/** `connections` counts what the transaction took from the pool: one is its own. */
type Transaction = { open: boolean; connections: number }
const current = new AsyncLocalStorage<Transaction>()

/** A bug, found at once. Unnoticed it would hang: with the embedded database one connection serves everybody. */
export class QueryOutsideTransactionError extends Error {
  override readonly name = 'QueryOutsideTransactionError'

  constructor(what: string) {
    super(
      `${what} inside an open transaction waits for the connection that the transaction holds, for ever. Use the transaction's own stores and queries.`,
    )
  }
}

/**
 * Marks whatever `work` does, and awaits, as being inside one transaction, so that a guarded pool refuses what would wait for it for ever:
 * a query of its own, a second connection, a transaction within. What outlives the transaction is free again.
 */
export async function insideTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
  if (current.getStore()?.open) throw new QueryOutsideTransactionError('Another transaction')
  const transaction: Transaction = { open: true, connections: 0 }
  try {
    return await current.run(transaction, work)
  } finally {
    transaction.open = false
  }
}

/**
 * The same pool, whose `query` and `connect` throw a `QueryOutsideTransactionError` where they would deadlock.
 */
export function guard(pool: pg.Pool): pg.Pool {
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  const guarded = {
    query: (...args: unknown[]) => {
      if (current.getStore()?.open) throw new QueryOutsideTransactionError('pool.query')
      return query(...args)
    },
    connect: (...args: unknown[]) => {
      const transaction = current.getStore()
      if (transaction?.open && transaction.connections++ > 0)
        throw new QueryOutsideTransactionError('A second pool.connect')
      return connect(...args)
    },
  }
  return Object.assign(pool, guarded)
}
