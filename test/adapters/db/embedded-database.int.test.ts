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
describe('the embedded database', { timeout: 120_000 }, () => {
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

  it('loses nothing that it acknowledged before a kill -9, and opens at once', async () => {
    for (const acknowledged of [20, 50]) {
      const writer = start('write-rows.ts', dataDir)
      started.push(writer)
      expect(await writer.next()).toBe('ready')
      let last = 0
      for (let line = 0; line < acknowledged; line++) last = Number(await writer.next())
      const runtime = runtimeFolder()
      await writer.kill()

      const database = await open()
      const { rows } = await database.pool.query<{ n: number }>('SELECT number AS n FROM written ORDER BY number')
      expect(rows.map(({ n }) => n).slice(0, last)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
      expect(existsSync(runtime)).toBe(false)
      await database.close()
    }
  })

  it('is refused to a second process while the first lives', async () => {
    const writer = start('write-rows.ts', dataDir)
    started.push(writer)
    await writer.next()
    await expect(open()).rejects.toMatchObject({ name: 'DatabaseInUseError', pid: writer.child.pid })
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
