import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../src/adapters/db/migrate.ts'
import { openDatabase } from '../../../src/adapters/db/open.ts'
import { forEachDatabase, type TestDatabase, withPostgres } from '../../support/database.ts'
import { log } from '../../support/migrations.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'medallist-migrations-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const fileOf = (name: string) => path.join(dir, name, 'migration.sql')
function given(migrations: Record<string, string>): void {
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(dir, name), { recursive: true })
    writeFileSync(fileOf(name), sql)
  }
}
const emptied = async ({ pool }: TestDatabase) =>
  void (await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
const exists = async ({ pool }: TestDatabase, name: string) => {
  const { rows } = await pool.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [name])
  return rows[0]?.found
}

forEachDatabase('migrations', (db) => {
  const run = () => migrate(db().pool, dir, log)
  beforeEach(() => emptied(db()))

  it('are applied in the order of their names, each of them once', async () => {
    given({ '2_b': 'ALTER TABLE a ADD b int; CREATE TABLE b ()', '1_a': 'CREATE TABLE a ()' })
    expect(await run()).toEqual(['1_a', '2_b'])
    given({ '3_c': 'CREATE TABLE c ()' })
    expect(await run()).toEqual(['3_c'])
    expect(await run()).toEqual([])
  })

  it('are all or nothing: a failed one is named with its line, leaves no trace, and runs again when corrected', async () => {
    given({ '1_a': 'CREATE TABLE a ()', '2_b': 'CREATE TABLE b ();\nCREATE TABLE a ()' })
    await expect(run()).rejects.toMatchObject({ kind: 'failed', migration: '2_b' })
    expect([await exists(db(), 'a'), await exists(db(), 'b')]).toEqual([true, false])
    given({ '2_b': 'CREATE TABLE b ();\n\nCREATE TABLE c (d nonsense)' })
    await expect(run()).rejects.toThrow(
      `${fileOf('2_b')} failed at line 3: type "nonsense" does not exist. Nothing of it was kept`,
    )
    given({ '2_b': 'CREATE TABLE b ()' })
    expect(await run()).toEqual(['2_b'])
  })

  it('refuse a file that was altered after it had been applied, by its name', async () => {
    given({ '1_a': 'CREATE TABLE a ()', '2_b': 'CREATE TABLE b ()' })
    await run()
    given({ '1_a': 'CREATE TABLE a (); ', '3_c': 'CREATE TABLE c ()' })
    await expect(run()).rejects.toThrow(`${fileOf('1_a')} was altered after it had been applied`)
    expect(await exists(db(), 'c')).toBe(false)
  })

  it('refuse a database that is newer than the code', async () => {
    given({ '1_a': 'CREATE TABLE a ()', '2_b': 'CREATE TABLE b ()' })
    await run()
    rmSync(path.dirname(fileOf('2_b')), { recursive: true })
    await expect(run()).rejects.toThrow('This database is newer than this code: it has 2_b')
  })

  it('may build an index without stopping writers, outside a transaction', async () => {
    given({
      '1_a': 'CREATE TABLE a (b int)',
      '2_b': '-- no-transaction\nCREATE INDEX CONCURRENTLY a_b ON a (b);\nCREATE INDEX CONCURRENTLY a_c ON a (b);',
    })
    expect(await run()).toEqual(['1_a', '2_b'])
    expect(await exists(db(), 'a_c')).toBe(true)
  })

  it('that failed outside a transaction stop everything until somebody has looked, and say how to go on', async () => {
    given({ '1_a': '-- no-transaction\nCREATE TABLE a (); CREATE TABLE b ();\nCREATE TABLE a ();' })
    await expect(run()).rejects.toThrow(
      'already exists. It runs outside a transaction, so its earlier statements were kept',
    )
    const refused = await run().catch((error: Error) => error.message)
    expect(refused).toMatch(/^Migration 1_a did not finish earlier \(relation "a" already exists\)/)

    const [advice] = /UPDATE .* finished_at IS NULL/.exec(String(refused)) ?? []
    await db().pool.query(`DROP TABLE a; ${advice}`)
    given({ '1_a': '-- no-transaction\nCREATE TABLE a ();' })
    expect(await run()).toEqual(['1_a'])
  })

  it('leave no setting of theirs behind', async () => {
    const settings = async () => {
      const names = ['timezone', 'search_path', 'statement_timeout', 'lock_timeout']
      const { rows } = await db().pool.query(
        'SELECT name, setting FROM pg_settings WHERE name = ANY ($1) ORDER BY name',
        [names],
      )
      return rows
    }
    const before = await settings()
    given({ '1_a': `SET timezone = 'Asia/Tokyo'; SET statement_timeout = '1h'; CREATE TABLE a ()` })
    await run()
    expect(await settings()).toEqual(before)
  })
})

withPostgres('two replicas that start at once', (db) => {
  beforeEach(() => emptied(db()))

  it('both succeed, although one waits for the other’s concurrent index', async () => {
    given({
      '1_a': 'CREATE TABLE a (b int); INSERT INTO a SELECT generate_series(1, 20000); SELECT pg_sleep(0.2)',
      '2_b': '-- no-transaction\nCREATE INDEX CONCURRENTLY a_b ON a (b);',
    })
    const { databaseUrl } = db()
    const other = await openDatabase({ databaseUrl, dataDir: '', log, onFatal: () => {} })
    const applied = await Promise.all([migrate(db().pool, dir, log), migrate(other.pool, dir, log)])
    expect(applied.sort((a, b) => a.length - b.length)).toEqual([[], ['1_a', '2_b']])
    await other.close()
  })
})
