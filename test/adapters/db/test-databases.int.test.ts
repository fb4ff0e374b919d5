import { expect, it } from 'vitest'
import { forEachDatabase, testDatabase } from '../../support/database.ts'

forEachDatabase('a test database', (db) => {
  it('has every migration applied', async () => {
    const { rows } = await db().pool.query<{ pending: number; done: number }>(
      'SELECT count(*) FILTER (WHERE finished_at IS NULL)::int AS pending, count(*)::int AS done FROM "_prisma_migrations"',
    )
    expect(rows[0]).toMatchObject({ pending: 0 })
    expect(rows[0]?.done).toBeGreaterThan(0)
  })

  it('belongs to one test file alone', async () => {
    const other = await testDatabase(db().kind)
    await db().pool.query('CREATE TABLE only_here (id int)')
    const { rows } = await other.pool.query<{ found: string | null }>(`SELECT to_regclass('only_here') AS found`)
    expect(rows[0]?.found).toBeNull()
    await other.close()
  })

  it('counts days in UTC, whatever the server is set to', async () => {
    const { rows } = await db().pool.query<{ TimeZone: string }>('SHOW timezone')
    expect(rows[0]?.TimeZone).toBe('UTC')
  })
})
