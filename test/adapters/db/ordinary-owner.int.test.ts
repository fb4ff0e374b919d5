import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../../src/adapters/db/migrate.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { log, MIGRATIONS } from '../../support/migrations.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase('embedded')
})
afterAll(() => db.close())

// The embedded database is PostgreSQL 18: from 16 on, who creates a role is its member, but may not become it without another grant.
it('a database user who is no superuser may migrate, and becomes the application’s role', async () => {
  const { pool } = db
  await pool.query(`DROP SCHEMA public CASCADE; DROP OWNED BY medallist_app; DROP ROLE medallist_app;
    CREATE ROLE owner LOGIN CREATEROLE; GRANT CREATE ON DATABASE postgres TO owner; CREATE SCHEMA public AUTHORIZATION owner`)
  // One connection, so this session is the one that migrates.
  await pool.query('SET SESSION AUTHORIZATION owner')
  expect(await migrate(pool, MIGRATIONS, log)).not.toEqual([])
  await pool.query('SET SESSION AUTHORIZATION owner')
  await pool.query(`BEGIN; SELECT set_config('role', 'medallist_app', true)`)
  const { rows } = await pool.query('SELECT current_user AS acts_as, count(*)::int AS seen FROM candidate')
  expect(rows).toEqual([{ acts_as: 'medallist_app', seen: 0 }])
  await pool.query('ROLLBACK')
  await pool.query('SET SESSION AUTHORIZATION postgres')
})
