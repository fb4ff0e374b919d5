import { sql } from 'kysely'
import type pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { queriesOver } from '../../../src/adapters/db/queries.ts'
import { openWire } from '../../../src/adapters/db/wire.ts'
import { forEachDatabase } from '../../support/database.ts'

forEachDatabase('a wire to the database', (db) => {
  let client: pg.PoolClient
  beforeEach(async () => {
    client = await db().pool.connect()
    await client.query('CREATE TABLE IF NOT EXISTS said (number int PRIMARY KEY)')
    await client.query('TRUNCATE said')
  })
  afterEach(() => client.release())
  const numbers = async () =>
    (await client.query('SELECT number FROM said ORDER BY number')).rows.map((row) => row.number)

  it('keeps the order of what is told and asked', async () => {
    const wire = openWire(client)
    wire.tell('BEGIN')
    wire.tell('INSERT INTO said VALUES ($1)', [1])
    wire.tell('INSERT INTO said VALUES ($1)', [2])
    expect((await wire.ask('SELECT count(*) AS said FROM said')).rows).toEqual([{ said: 2 }])
    wire.tell('DELETE FROM said WHERE number = $1', [1])
    expect((await wire.ask('COMMIT')).command).toBe('COMMIT')
    await wire.settled()
    expect(await numbers()).toEqual([2])
  })

  it('names the write that failed, not the abortion it caused, at the next question', async () => {
    const wire = openWire(client)
    wire.tell('BEGIN')
    wire.tell('INSERT INTO said VALUES (1), (1)')
    await expect(wire.ask('SELECT 1')).rejects.toMatchObject({ code: '23505' })
    await wire.ask('ROLLBACK')
    expect(await numbers()).toEqual([])
  })

  it('does not let a commit pass over a write that failed', async () => {
    const wire = openWire(client)
    wire.tell('BEGIN')
    wire.tell('INSERT INTO said VALUES (1)')
    wire.tell('INSERT INTO said VALUES (1)')
    expect((await wire.ask('COMMIT')).command).toBe('ROLLBACK')
    await expect(wire.settled()).rejects.toMatchObject({ code: '23505' })
    expect(await numbers()).toEqual([])
  })

  it('wraps whatever is sent in one breath, and holds nothing between two', async () => {
    const wire = openWire(client, { before: 'BEGIN READ ONLY', after: 'COMMIT' })
    await Promise.all([wire.ask('SELECT 1'), wire.ask('SELECT 2')])
    expect((await client.query(`SELECT pg_current_xact_id_if_assigned() AS open`)).rows).toEqual([{ open: null }])
    await expect(wire.ask('INSERT INTO said VALUES (1)')).rejects.toMatchObject({ code: '25006' })
    expect((await wire.ask('SELECT 3 AS three')).rows).toEqual([{ three: 3 }])
    expect(await numbers()).toEqual([])
  })

  it('is nobody’s any more once it is closed', async () => {
    const wire = openWire(client)
    wire.close()
    expect(() => wire.tell('SELECT 1')).toThrow('has ended')
    await expect(wire.ask('SELECT 1')).rejects.toThrow('has ended')
  })

  it('reads days as text in every zone, and counts as numbers', async () => {
    const queries = queriesOver(openWire(client))
    const { rows } =
      await sql`SELECT ${'2026-03-01'}::date AS a_day, 12::bigint AS how_many, '{"a_key": 1}'::jsonb AS kept`.execute(
        queries,
      )
    expect(rows).toEqual([{ aDay: '2026-03-01', howMany: 12, kept: { a_key: 1 } }])
  })
})
