import { randomBytes } from 'node:crypto'
import { dropDatabasesOf } from './postgres-databases.ts'

/** Before the first test of a run; each project of it asks, and all share one name. */
export function setup(): void {
  process.env.MEDALLIST_TEST_RUN ??= randomBytes(4).toString('hex')
}

export async function teardown(): Promise<void> {
  const run = process.env.MEDALLIST_TEST_RUN
  if (run !== undefined) await dropDatabasesOf(run)
}
