import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vacuum } from '../../../src/adapters/db/vacuum.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { log } from '../../support/migrations.ts'

describe('the one connection of the embedded database', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await testDatabase()
  })
  afterAll(() => db.close())

  it('keeps transactions apart that run at the same time', async () => {
    const { pool } = db
    const transaction = async (mine: number) => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        await client.query(`SELECT set_config('app.mine', $1, true)`, [String(mine)])
        await wait(1)
        const { rows } = await client.query<{ seen: string }>(`SELECT current_setting('app.mine') AS seen`)
        await client.query('COMMIT')
        return Number(rows[0]?.seen)
      } finally {
        client.release()
      }
    }
    const all = Array.from({ length: 30 }, (_, index) => index)
    expect(await Promise.all(all.map(transaction))).toEqual(all)
  })

  it('rolls back what a dropped connection left open, and forgets its settings', async () => {
    const { pool } = db
    const client = await pool.connect()
    await client.query(`CREATE TEMP TABLE leftover (); SET timezone = 'Asia/Tokyo'; PREPARE left_over AS SELECT 1`)
    await client.query('BEGIN')
    await client.query('CREATE TABLE half ()')
    client.release(true)
    const { rows } = await pool.query(
      `SELECT to_regclass('half') AS half, to_regclass('leftover') AS leftover, current_setting('timezone') AS zone,
        (SELECT count(*)::int FROM pg_prepared_statements) AS prepared`,
    )
    expect(rows).toEqual([{ half: null, leftover: null, zone: 'UTC', prepared: 0 }])
  })

  it('goes on after an error', async () => {
    const { pool } = db
    await expect(pool.query('SELECT $1::int', ['no number'])).rejects.toThrow('invalid input syntax')
    await expect(pool.query('SELECT nonsense')).rejects.toThrow('does not exist')
    expect((await pool.query('SELECT $1::int AS n', [1])).rows).toEqual([{ n: 1 }])
  })

  it('leaves the event loop alone while it works', async () => {
    const { pool } = db
    const work = pool.query(`SELECT count(*) FROM generate_series(1, 400000) n WHERE md5(n::text) LIKE '%zzz%'`)
    const { promise, resolve } = Promise.withResolvers<string>()
    setImmediate(() => resolve('turned'))
    expect(await Promise.race([work.then(() => 'worked'), promise])).toBe('turned')
    await work
  })

  it('is vacuumed table by table, until told to stop', async () => {
    const quiet = { ...log, info: () => {} }
    expect(await vacuum(db, quiet)).toBeGreaterThan(50)
    expect(await vacuum(db, quiet, AbortSignal.abort())).toBe(0)
  })
})
