import type { Database } from '../../src/adapters/db/open.ts'
import { makeSeal, sealKeys } from '../../src/adapters/db/seal.ts'
import { makeTransactions, type Transactions } from '../../src/adapters/db/unit-of-work.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'

const SECRET = 'a secret that only tests know'
const opened = new WeakMap<object, Transactions>()

/** One client for a database, however many worlds a test file makes in it: each listens to the pool for as long as it is open. */
export function transactionsOf({ pool }: Pick<Database, 'pool'>): Transactions {
  const known = opened.get(pool) ?? makeTransactions({ pool }, makeSeal(sealKeys([SECRET], SECRET)), newUuid)
  opened.set(pool, known)
  return known
}
