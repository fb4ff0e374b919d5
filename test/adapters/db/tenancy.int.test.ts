import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSeal, sealKeys } from '../../../src/adapters/db/seal.ts'
import { makeTransactions, type Transactions } from '../../../src/adapters/db/unit-of-work.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { WorkspaceId } from '../../../src/domain/shared/ids.ts'
import { instant, type Zone } from '../../../src/domain/shared/time.ts'
import { aCandidate } from '../../support/a-candidate.ts'
import { forEachDatabase } from '../../support/database.ts'

const noon = instant('2026-03-02T12:00:00Z')

/** Everything below runs as the application does: as its role, inside one workspace. */
async function asApp<Value>(
  pool: pg.Pool,
  workspace: string,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query("SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', $1, true)", [
      workspace,
    ])
    return await work(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

forEachDatabase('the boundary between two workspaces', (db) => {
  const ours = newUuid<'workspace'>()
  const theirs = newUuid<'workspace'>()
  let transactions: Transactions
  const uowOf = (workspaceId: WorkspaceId) =>
    transactions.unitOfWork({ workspaceId, actor: undefined, correlationId: 'c', now: noon })
  const person = newUuid<'candidate'>()

  beforeAll(async () => {
    const seal = makeSeal(sealKeys(['a secret of thirty-two characters'], 'a secret of thirty-two characters'))
    transactions = makeTransactions(db(), seal, newUuid)
    for (const [id, team] of [
      [ours, 'T1'],
      [theirs, 'T2'],
    ] as const) {
      await db().pool.query(
        "INSERT INTO workspace (id, team_id, name, domain, zone, created_at) VALUES ($1, $2, $2, $2, 'UTC', now())",
        [id, team],
      )
    }
    await uowOf(theirs).run(async (tx) => {
      const member = await tx.members.keep({
        id: newUuid(),
        slackUserId: 'U1',
        name: 'Zoe',
        email: undefined,
        zone: 'UTC' as Zone,
        isSlackAdmin: false,
        refreshedAt: noon,
      })
      await tx.members.grantRole(member.id, 'recruiter', undefined, noon)
      await tx.candidates.insert(aCandidate({ id: person, fullName: 'Their Secret', ownerId: member.id }))
      await tx.candidates.addContact(person, { kind: 'email', value: 'secret@example.com', isPrimary: true })
      await tx.events.append({ stream: `candidate:${person}`, type: 'candidate.added', data: {} })
      await tx.pools.insert({
        id: newUuid(),
        name: 'Their pool',
        query: undefined,
        ownerId: member.id,
        cadenceDays: 90,
        personaNote: undefined,
        createdAt: noon,
        archivedAt: undefined,
      })
      await tx.consent.suppress('secret@example.com', 'unsubscribed', noon, undefined)
      await tx.settings.set('outreach.capDays', 7, member.id, noon)
    })
  })

  it('stands on every table that has a workspace', async () => {
    const { rows } = await db().pool.query<{ relname: string }>(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity`,
    )
    expect(rows).toEqual([])
  })

  it('hides every row of the other workspace, whatever is asked', async () => {
    const tables = await tenantTables(db().pool)
    const seen = await asApp(db().pool, ours, async (client) => {
      const counts: Record<string, number> = {}
      for (const table of tables)
        counts[table] = Number((await client.query(`SELECT count(*) AS n FROM "${table}"`)).rows[0].n)
      return counts
    })
    expect(
      Object.values(seen).every((count) => count === 0),
      JSON.stringify(seen),
    ).toBe(true)
    const theirOwn = await asApp(db().pool, theirs, (client) => client.query('SELECT full_name FROM candidate'))
    expect(theirOwn.rows).toEqual([{ full_name: 'Their Secret' }])
  })

  it('shows nothing at all where no workspace was named', async () => {
    const rows = await asApp(db().pool, '', (client) => client.query('SELECT * FROM candidate'))
    expect(rows.rows).toEqual([])
  })

  it('refuses to write a row into the other workspace', async () => {
    const planted = asApp(db().pool, ours, (client) =>
      client.query("INSERT INTO setting (workspace_id, key, value, changed_at) VALUES ($1, 'x', '1', now())", [theirs]),
    )
    await expect(planted).rejects.toMatchObject({ code: '42501' })
  })

  it('lets the search read by its own filter alone, yet changes nothing of the other workspace there', async () => {
    const touched = await asApp(db().pool, ours, async (client) => [
      (await client.query('SELECT 1 FROM candidate_search')).rowCount,
      (await client.query("UPDATE candidate_search SET name = 'x'")).rowCount,
      (await client.query('DELETE FROM candidate_search')).rowCount,
    ])
    expect(touched).toEqual([1, 0, 0])
    const moved = asApp(db().pool, theirs, (client) =>
      client.query('UPDATE candidate_search SET workspace_id = $1', [ours]),
    )
    await expect(moved).rejects.toMatchObject({ code: '42501' })
  })

  it('changes and deletes nothing there', async () => {
    const touched = await asApp(db().pool, ours, async (client) => [
      (await client.query("UPDATE candidate SET full_name = 'x'")).rowCount,
      (await client.query('DELETE FROM contact')).rowCount,
    ])
    expect(touched).toEqual([0, 0])
  })

  it('gives nobody the right to rewrite the log or an approved text', async () => {
    for (const statement of [
      'UPDATE event SET data = $$null$$',
      'DELETE FROM event',
      'UPDATE draft_revision SET body = $$x$$',
    ]) {
      await expect(
        asApp(db().pool, theirs, (client) => client.query(statement)),
        statement,
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  describe('through the stores', () => {
    it('does not find the other workspace’s person by id, by address or by lock', async () => {
      await uowOf(ours).run(async (tx) => {
        expect(await tx.candidates.get(person)).toBeUndefined()
        expect(await tx.candidates.getMany([person])).toEqual([])
        expect(await tx.candidates.lock(person)).toBeUndefined()
        expect(await tx.candidates.findByContact('email', 'secret@example.com')).toBeUndefined()
        expect(await tx.consent.suppressions('secret@example.com')).toEqual([])
        expect(await tx.pools.list(10)).toEqual([])
        expect((await tx.members.names(10)).size).toBe(0)
        expect(await tx.candidates.otherFinalists(aCandidate(), 10)).toEqual([])
        expect(await tx.settings.all()).toEqual({})
      })
    })
    it('keeps one address as two unrelated secrets', async () => {
      await uowOf(ours).run((tx) => tx.consent.suppress('secret@example.com', 'unsubscribed', noon, undefined))
      const { rows } = await db().pool.query('SELECT DISTINCT lookup FROM suppression')
      expect(rows).toHaveLength(2)
    })
  })
})

async function tenantTables(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ table_name: string }>(
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_name <> 'candidate_search'",
  )
  return rows.map((row) => row.table_name)
}
