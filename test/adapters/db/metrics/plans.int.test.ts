// Counting reads what it counts: whoever has many people more than that does not wait for them.
import { beforeAll, expect, it } from 'vitest'
import { standingThen } from '../../../../src/adapters/db/metrics/people.ts'
import { news, pools, waiting } from '../../../../src/adapters/db/metrics/statements.ts'
import { funnel, goneAway } from '../../../../src/adapters/db/metrics/year.ts'
import { type Sql, sql, toQuery } from '../../../../src/adapters/db/search/sql.ts'
import { weekBefore } from '../../../../src/domain/metrics/weeks.ts'
import { dayIn } from '../../../../src/domain/shared/time.ts'
import { onQuickDatabase } from '../../../support/database.ts'
import { LISBON, NOW, type SearchWorld, searchWorld } from '../../../support/search-world.ts'

const PEOPLE = 8_000

onQuickDatabase('the plans of the numbers', (database) => {
  let world: SearchWorld
  const asked = () => ({
    workspaceId: world.workspace.id,
    span: weekBefore(dayIn(NOW, LISBON), LISBON),
    zone: LISBON,
    cadenceDays: 90,
  })
  beforeAll(async () => {
    world = await searchWorld(database())
    const bench = await world.addPool('Bench', {})
    const id = world.workspace.id
    const { pool } = database()
    const client = await pool.connect()
    // Everybody was written to, wrote back twice and joined the bench; every fortieth was hired.
    const each = (columns: string, values: string, from = 'candidate c') =>
      client.query(`INSERT INTO ${columns} SELECT $1::uuid, ${values} FROM ${from} WHERE c.workspace_id = $1`, [id])
    try {
      await client.query("SET session_replication_role = 'replica'")
      await client.query(
        `INSERT INTO candidate (workspace_id, id, full_name, considered_role, standing, skills, kind, created_at)
          SELECT $1, gen_random_uuid(), 'Person ' || n, 'Role', 'withdrew', '{}', 'passive', $3::timestamptz - n * interval '1 hour' FROM generate_series(1, $2::int) n`,
        [id, PEOPLE, new Date(NOW)],
      )
      await each(
        'interaction (workspace_id, id, candidate_id, kind, at, text, one_to_one)',
        `gen_random_uuid(), c.id, CASE WHEN n < 3 THEN 'reply' ELSE 'message_sent' END, c.created_at - n * interval '20 days', '', true`,
        'candidate c CROSS JOIN generate_series(1, 4) n',
      )
      await each(
        'event (workspace_id, stream, version, type, at, correlation_id, data)',
        `'candidate:' || c.id, n, 'candidate.changed', c.created_at - n * interval '20 days', 'x', '{}'`,
        'candidate c CROSS JOIN generate_series(1, 3) n',
      )
      await each(
        'send (workspace_id, id, draft_id, revision_id, candidate_id, contact_id, purpose, state, approved_by, approved_at, due_at, attempts, message_id, refusals, handed_over_at)',
        `gen_random_uuid(), c.id, c.id, c.id, c.id, 'keep_warm', 'handed_over', c.id, created_at, created_at, 1, c.id::text, '{}', created_at - interval '30 days'`,
      )
      await each(
        'reply (workspace_id, id, candidate_id, message_id, text, state, received_at)',
        `gen_random_uuid(), c.id, c.id::text, '', 'interested', created_at - interval '20 days'`,
      )
      await each(
        'hire (workspace_id, id, job_id, candidate_id, source, from_pool, accepted_on, recorded_by, recorded_at)',
        `gen_random_uuid(), gen_random_uuid(), c.id, 'referral', true, created_at::date, c.id, created_at`,
        `(SELECT * FROM candidate WHERE hashtext(id::text) % 40 = 0) c`,
      )
      await each('pool_member (workspace_id, pool_id, candidate_id, added_at)', `'${bench}'::uuid, c.id, c.created_at`)
    } finally {
      await client.query("SET session_replication_role = 'origin'")
      client.release()
    }
    for (const table of ['candidate', 'interaction', 'event', 'send', 'reply', 'hire', 'pool_member'])
      await pool.query(`ANALYZE ${table}`)
  }, 60_000)

  const planOf = async (statement: Sql) => {
    const { text, values } = toQuery(statement)
    const { rows } = await database().pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }

  it.each([
    ['how far people came', ['interaction_workspace_id_candidate_id_at_idx', 'event_pkey'], () => funnel(asked())],
    ['who went away', ['event_pkey'], () => goneAway(asked())],
    ['what waits for somebody', ['event_workspace_id_at_idx', 'hashed SubPlan'], () => waiting(asked())],
    ['the news of a week', ['event_workspace_id_at_idx'], () => news(asked())],
    [
      'who is in the pools',
      ['interaction_one_to_one'],
      () => pools(asked(), { poolId: undefined, found: { pools: [], people: [] } }),
    ],
    [
      'how people stood then',
      ['event_workspace_id_at_idx'],
      () =>
        sql`SELECT c.id FROM candidate c ${standingThen(asked())} WHERE c.workspace_id = ${asked().workspaceId}::uuid AND was.id IS NOT NULL`,
    ],
  ])('%s: no timeline and no log is read from end to end', async (_what, indexes, statement) => {
    const plan = await planOf(statement())
    for (const index of indexes) expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan on (interaction|event|reply)\b/)
  })
})
