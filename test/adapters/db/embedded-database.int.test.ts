import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/adapters/db/open.ts'
import { freshDataDir } from '../../support/embedded-databases.ts'
import { log } from '../../support/migrations.ts'
import { type Started, start } from './processes/start.ts'

let dataDir: string
let fatal: PromiseWithResolvers<Error>
const opened: Database[] = []
const started: Started[] = []

beforeEach(async () => {
  dataDir = await freshDataDir()
  fatal = Promise.withResolvers()
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.kill()))
  await Promise.all(opened.splice(0).map((database) => database.close()))
  if (existsSync(path.join(dataDir, 'database.runtime'))) rmSync(runtimeFolder(), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

async function open(folder = dataDir): Promise<Database> {
  const database = await openDatabase({ dataDir: folder, log, onFatal: fatal.resolve })
  opened.push(database)
  return database
}
const mode = (file: string) => (statSync(file).mode & 0o777).toString(8)
const runtimeFolder = () => readFileSync(path.join(dataDir, 'database.runtime'), 'utf8')

// A start takes half a second, a creation three; on a busy machine ten times that.
describe('the embedded database', () => {
  it('is private, and gone from the temporary folder when closed', async () => {
    const database = await open()
    const runtime = runtimeFolder()
    expect([dataDir, path.join(dataDir, 'postgres'), runtime].map(mode)).toEqual(['700', '700', '700'])
    await database.close()
    await database.close()
    expect(existsSync(runtime)).toBe(false)
    expect(existsSync(path.join(dataDir, 'database.lock'))).toBe(false)
  })

  it('keeps what was written, in a folder with a name of any length', async () => {
    const far = path.join(dataDir, 'x'.repeat(100), 'y'.repeat(100))
    mkdirSync(far, { recursive: true })
    renameSync(path.join(dataDir, 'postgres'), path.join(far, 'postgres'))
    const first = await open(far)
    await first.pool.query('CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)')
    await first.close()
    const second = await open(far)
    expect((await second.pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 7 }])
  })

  it('is created whole or not at all', async () => {
    rmSync(path.join(dataDir, 'postgres'), { recursive: true })
    const half = path.join(dataDir, 'postgres.unfinished') // a start that was killed in the middle
    mkdirSync(path.join(half, 'base'), { recursive: true })
    writeFileSync(path.join(half, 'PG_VERSION'), '18\n')
    await open()
    expect([existsSync(half), mode(path.join(dataDir, 'postgres'))]).toEqual([false, '700'])
    expect(readFileSync(path.join(dataDir, 'postgres/PG_VERSION'), 'utf8')).toBe('18\n')
  })

  it('of another major version is left alone', async () => {
    writeFileSync(path.join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expect(open()).rejects.toThrow('was made by PostgreSQL 17; this version of Medallist brings 18')
    expect(existsSync(path.join(dataDir, 'database.lock'))).toBe(false)
  })

  it('loses nothing that it acknowledged before a kill -9, nor before the next one, and opens at once', async () => {
    let last = 0
    let runtime = ''
    for (const acknowledged of [20, 50]) {
      const writer = start('write-rows.ts', dataDir) // goes on behind what it finds
      started.push(writer)
      expect(await writer.next()).toBe('ready')
      expect(existsSync(runtime)).toBe(false)
      for (let line = 0; line < acknowledged; line++) last = Number(await writer.next())
      runtime = runtimeFolder()
      await writer.kill()
    }
    const { pool } = await open()
    const { rows } = await pool.query<{ n: number }>('SELECT number AS n FROM written ORDER BY number')
    expect(last).toBeGreaterThanOrEqual(70)
    expect(rows.map(({ n }) => n).slice(0, last)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
    expect(existsSync(runtime)).toBe(false)
  })

  it('is refused to a second process while the first lives', async () => {
    const writer = start('write-rows.ts', dataDir)
    started.push(writer)
    await writer.next()
    await expect(open()).rejects.toMatchObject({ name: 'DatabaseInUseError', pid: writer.child.pid })
  })

  it('is ended by a statement without an end, which nothing else can interrupt, and loses nothing', async () => {
    const quiet = { ...log, warn: () => {} }
    const database = await openDatabase({ dataDir, log: quiet, onFatal: fatal.resolve, longestStatementSeconds: 0.4 })
    opened.push(database)
    await database.pool.query('CREATE TABLE kept AS SELECT 7 AS n')
    const slow = 'SELECT count(*) FROM generate_series(1, 1000000) a'
    await database.withoutLimit(() => database.pool.query(`${slow}, generate_series(1, 3) b`))
    await expect(database.pool.query(`${slow}, generate_series(1, 1000000) b`)).rejects.toThrow()
    expect((await fatal.promise).message).toBe(
      'The embedded database ended unexpectedly: a statement ran for more than 0.4 s',
    )
    await database.close()
    const again = await open()
    expect((await again.pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 7 }])
  })

  it('that breaks fails its queries and says so, once', async () => {
    const quiet = { ...log, warn: () => {} }
    const database = await openDatabase({ dataDir, log: quiet, onFatal: fatal.resolve })
    opened.push(database)
    rmSync(path.join(dataDir, 'postgres/pg_wal'), { recursive: true })
    await expect(database.pool.query('CREATE TABLE a (); SELECT pg_switch_wal()')).rejects.toThrow()
    await expect(database.pool.query('CREATE TABLE b ()')).rejects.toThrow()
    expect((await fatal.promise).message).toMatch(/^The embedded database ended unexpectedly/)
    await expect(database.pool.query('SELECT 1')).rejects.toThrow()
  })
})
