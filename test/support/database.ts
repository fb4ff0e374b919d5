// A fresh, migrated database for a test file: `forEachDatabase` for what must hold on both kinds, `withPostgres` for what needs two connections.
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../src/adapters/db/open.ts'
import { freshEmbedded } from './embedded-databases.ts'
import { freshPostgres, whyNoPostgres } from './postgres-databases.ts'

export type TestDatabase = Database & { readonly databaseUrl?: string }
export type PostgresTestDatabase = Database & { readonly databaseUrl: string }

/** Makes a database with every migration applied; `close` removes it. On the embedded database half a second, on PostgreSQL a tenth. */
export const testDatabase = (kind: Database['kind'] = 'embedded'): Promise<TestDatabase> =>
  kind === 'embedded' ? freshEmbedded() : freshPostgres()

/** For what does not depend on the kind of database: the quicker one, which is a server where there is one. */
export const quickDatabase = (): Promise<TestDatabase> =>
  whyNoPostgres === undefined ? freshPostgres() : freshEmbedded()

/** Runs the suite on the embedded database and on PostgreSQL; where there is no server, skips the latter by name. One database per suite. */
export function forEachDatabase(title: string, suite: (db: () => TestDatabase) => void): void {
  describe(`${title} [embedded]`, () => suite(opened(freshEmbedded)))
  withPostgres(title, suite)
}

/** Runs the suite once, on the quicker kind. */
export function onQuickDatabase(title: string, suite: (db: () => TestDatabase) => void): void {
  describe(title, () => suite(opened(quickDatabase)))
}

/** Runs the suite on PostgreSQL alone: for what needs two connections at once. */
export function withPostgres(title: string, suite: (db: () => PostgresTestDatabase) => void): void {
  if (whyNoPostgres === undefined) describe(`${title} [PostgreSQL]`, () => suite(opened(freshPostgres)))
  else describe.skip(`${title} [PostgreSQL: skipped, ${whyNoPostgres}]`, () => suite(opened(freshPostgres)))
}

function opened<Kind extends Database>(open: () => Promise<Kind>): () => Kind {
  let database: Kind | undefined
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())
  return () => {
    if (database === undefined) throw new Error('The database is there from beforeAll to afterAll')
    return database
  }
}
