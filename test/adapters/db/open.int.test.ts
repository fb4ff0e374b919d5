import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/adapters/db/open.ts'
import { vacuum } from '../../../src/adapters/db/vacuum.ts'
import { withPostgres } from '../../support/database.ts'
import { log } from '../../support/migrations.ts'

const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: '', log, onFatal: () => {} })
const refusal = (databaseUrl: string) =>
  open(databaseUrl).then(
    () => 'opened',
    (error: Error) => `${error.name}: ${error.message}`,
  )

describe('a server that cannot be used', () => {
  it('is named with host and port, and why, but never with the password', async () => {
    expect(await refusal('postgres://ana:s3cret@127.0.0.1:1/medallist')).toBe(
      'DatabaseUnreachableError: The database at 127.0.0.1:1, database medallist cannot be used: nothing listens there; is the server running?. Check DATABASE_URL.',
    )
    expect(await refusal('postgres://ana:s3cret@no-such-host.invalid/medallist')).toMatch(
      /no-such-host.invalid:5432.*host/,
    )
  })

  it('may be a misspelt address, which is not repeated, since it holds the password', async () => {
    const said = await refusal('postgres://ana:s3cret@host:not-a-port/x')
    expect(said).toContain('DATABASE_URL is no PostgreSQL address')
    expect(said).not.toContain('s3cret')
  })

  it('may be something else that hangs up', async () => {
    const server = createServer((socket) => socket.end()).listen(0)
    const { port } = server.address() as { port: number }
    expect(await refusal(`postgres://ana:s3cret@127.0.0.1:${port}/x`)).toMatch(
      /^DatabaseUnreachableError: .*terminated/,
    )
    server.close()
  })
})

withPostgres('a server', (db) => {
  const elsewhere = (change: (url: URL) => void) => {
    const url = new URL(db().databaseUrl)
    change(url)
    return refusal(url.href)
  }

  it('that lacks the database or the user says so', async () => {
    expect(await elsewhere((url) => (url.pathname = '/no_such_database'))).toContain(
      'it has no such database; create it first',
    )
    expect(await elsewhere((url) => (url.username = 'no_such_user'))).toMatch(/it refused the user/)
  })

  it('has limits for statements, locks and forgotten transactions', async () => {
    const { rows } = await db().pool.query(
      `SELECT name, setting::int / CASE unit WHEN 'ms' THEN 1000 ELSE 1 END AS seconds FROM pg_settings WHERE name LIKE '%\\_timeout' AND setting <> '0' AND context = 'user' ORDER BY name`,
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { name: 'idle_in_transaction_session_timeout', seconds: 60 },
        { name: 'lock_timeout', seconds: 10 },
        { name: 'statement_timeout', seconds: 30 },
      ]),
    )
  })

  it('vacuums itself', async () => {
    expect(await vacuum(db(), log)).toBe(0)
  })

  it('that drops an idle connection is reached again by the next query', async () => {
    const warned: string[] = []
    const database = await openDatabase({
      databaseUrl: db().databaseUrl,
      dataDir: '',
      log: { ...log, warn: (_, text) => void warned.push(text) },
      onFatal: () => {},
    })
    const lost = new Promise((resolve) => database.pool.once('error', resolve))
    const { rows } = await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await db().pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await lost
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(warned).toEqual(['Lost an idle connection to the database'])
    await database.close()
  })
})
