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
    await expect(wire.ask('COMMIT')).rejects.toMatchObject({ code: '23505' })
    await expect(wire.settled()).rejects.toMatchObject({ code: '23505' })
    await wire.ask('ROLLBACK')
    expect(await numbers()).toEqual([])
  })

  it('does not let a commit pass over a write that failed earlier', async () => {
    const wire = openWire(client)
    wire.tell('BEGIN')
    wire.tell('INSERT INTO said VALUES (1), (1)')
    await new Promise(setImmediate)
    expect((await wire.ask('COMMIT')).command).toBe('ROLLBACK')
    await expect(wire.settled()).rejects.toMatchObject({ code: '23505' })
    expect(await numbers()).toEqual([])
  })

  it('is answered once for all that is said in one breath', async () => {
    let answers = 0
    const count = () => {
      answers += 1
    }
    const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
    connection.on('readyForQuery', count)
    const wire = openWire(client)
    wire.tell('BEGIN')
    for (const number of [1, 2, 3]) wire.tell('INSERT INTO said VALUES ($1)', [number])
    await wire.ask('COMMIT')
    expect(await numbers()).toEqual([1, 2, 3])
    connection.off('readyForQuery', count)
    // The second is for the question after it.
    expect(answers).toBe(2)
  })

  it('says again what was lost behind a failure, whether it had been prepared or not', async () => {
    const unheard = 'SELECT $1::int AS unheard'
    const refused = 'SELECT 1 / $1::int AS refused'
    const wire = openWire(client)
    wire.tell(refused, [0])
    await expect(wire.ask(unheard, [1])).rejects.toMatchObject({ code: '22012' })
    expect((await wire.ask(unheard, [2])).rows).toEqual([{ unheard: 2 }])
    expect((await wire.ask(refused, [1])).rows).toEqual([{ refused: 1 }])
  })

  it('does not rely on what another breath, still under way, may fail to prepare', async () => {
    const both = 'SELECT $1::int AS both_say_it'
    const wire = openWire(client)
    const first = Promise.allSettled([wire.ask('SELECT 1 / $1::int AS breaks', [0]), wire.ask(both, [1])])
    await new Promise<void>((said) => process.nextTick(() => process.nextTick(said)))
    const second = wire.ask(both, [2])
    expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await second).rows).toEqual([{ both_say_it: 2 }])
    expect((await wire.ask(both, [3])).rows).toEqual([{ both_say_it: 3 }])
  })

  it('sends nothing where a value cannot travel, and tells who said it', async () => {
    const circle: Record<string, unknown> = {}
    circle.itself = circle
    const wire = openWire(client)
    expect(() => wire.tell('SELECT $1::jsonb', [circle])).toThrow('circular')
    await expect(wire.ask('SELECT $1::jsonb', [circle])).rejects.toThrow('circular')
    expect((await wire.ask('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('makes a transaction of each breath, begun with what is said first', async () => {
    const wire = openWire(client, {
      text: "SELECT set_config('transaction_read_only', 'on', true), set_config('app.workspace', $1, true)",
      values: ['here'],
    })
    const asked = `SELECT current_setting('app.workspace') AS place, txid_current_if_assigned() AS own, now() AS began`
    const [one, other] = await Promise.all([wire.ask(asked), wire.ask(asked)])
    expect(one.rows).toMatchObject([{ place: 'here', own: null }])
    expect(other.rows).toEqual(one.rows)
    const set = `SELECT coalesce(nullif(current_setting('app.workspace', true), ''), 'nowhere') AS place`
    expect((await client.query(set)).rows).toEqual([{ place: 'nowhere' }])
    await expect(wire.ask('INSERT INTO said VALUES (1)')).rejects.toMatchObject({ code: '25006' })
    expect((await wire.ask('SELECT 3 AS three')).rows).toEqual([{ three: 3 }])
    expect((await client.query(set)).rows).toEqual([{ place: 'nowhere' }])
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
