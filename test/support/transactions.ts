import type { Database } from '../../src/adapters/db/open.ts'
import { makeSeal, sealKeys } from '../../src/adapters/db/seal.ts'
import { makeTransactions, type Transactions } from '../../src/adapters/db/unit-of-work.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'

const SECRET = 'a secret that only tests know'

/** Under the one secret that all tests share. */
export const transactionsOf = ({ pool }: Pick<Database, 'pool'>): Transactions =>
  makeTransactions({ pool }, makeSeal(sealKeys([SECRET], SECRET)), newUuid)
