// However many people there are, whoever is alike is found by a look into an index for each key, and the list of pairs by another.
import { beforeAll, expect, it } from 'vitest'
import { nameKeys } from '../../../src/domain/candidate/name-keys.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { MOST_ALIKE } from '../../../src/usecases/ports/duplicates.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const PEOPLE = 15_000

onQuickDatabase('duplicates among many people', (db) => {
  let world: World
  const keys = nameKeys({ name: 'Simon Thornmere' })
  const [key = ''] = keys
  beforeAll(async () => {
    world = await outreachWorld(db())
    const other = await outreachWorld(db())
    for (const { workspace } of [world, other])
      await db().pool.query(
        `WITH people AS (INSERT INTO candidate (workspace_id, id, full_name, considered_role, standing, skills, kind, created_at)
            SELECT $1, gen_random_uuid(), 'Person ' || n, 'Role', 'withdrew', '{}', 'passive', now() FROM generate_series(1, $2::int) n
            RETURNING workspace_id, id)
         INSERT INTO name_key (workspace_id, key, candidate_id) SELECT workspace_id, md5(id::text), id FROM people`,
        [workspace.id, PEOPLE],
      )
    // More people than anybody would look through have the same key.
    await db().pool.query(
      `INSERT INTO name_key (workspace_id, key, candidate_id) SELECT workspace_id, $2, id FROM candidate WHERE workspace_id = $1 LIMIT 500`,
      [world.workspace.id, key],
    )
    await db().pool.query('ANALYZE name_key')
  })

  it('marks everybody who arrives, by whatever way', async () => {
    const { rows } = await db().pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM duplicate_check WHERE workspace_id = $1',
      [world.workspace.id],
    )
    expect(rows[0]?.n).toBe(PEOPLE)
  })

  it('looks at no more than so many under one key', async () => {
    const nobody = '01900000-0000-7000-8000-00000000dead' as CandidateId
    expect(await world.run((tx) => tx.duplicates.alike(nobody, [key]))).toHaveLength(MOST_ALIKE)
    expect(await world.run((tx) => tx.duplicates.alike(nobody, []))).toEqual([])
  })

  it('finds them by index, as the role that the application has', async () => {
    const client = await db().pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', $1, true)`, [
        world.workspace.id,
      ])
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT n.candidate_id FROM unnest($2::text[]) AS wanted (key) CROSS JOIN LATERAL (
           SELECT n.candidate_id FROM name_key n WHERE n.workspace_id = $1 AND n.key = wanted.key
           ORDER BY n.candidate_id DESC LIMIT ${MOST_ALIKE}) AS n`,
        [world.workspace.id, [...keys]],
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toContain('name_key_pkey')
      expect(plan).not.toContain('Seq Scan')
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })
})
