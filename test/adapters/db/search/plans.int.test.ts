// Each kind of condition finds its people through an index, and every read ends somewhere.
import { beforeAll, expect, it } from 'vitest'
import { loadReferences } from '../../../../src/adapters/db/search/references.ts'
import { isStopWord } from '../../../../src/adapters/db/search/search-text.ts'
import { toQuery } from '../../../../src/adapters/db/search/sql.ts'
import {
  byNameStatement,
  countStatement,
  pageStatement,
  poolFiguresStatement,
} from '../../../../src/adapters/db/search/statements.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { onQuickDatabase } from '../../../support/database.ts'
import { LISBON, NOW, type SearchWorld, searchWorld } from '../../../support/search-world.ts'

const PEOPLE = 15_000

onQuickDatabase('the plans of the search', (database) => {
  let world: SearchWorld
  beforeAll(async () => {
    world = await searchWorld(database())
    const other = await searchWorld(database())
    const [one] = await world.addPeople([
      { fullName: 'Ana Souza', location: 'Lisbon', skills: ['kubernetes'], company: 'Acme' },
    ])
    if (one === undefined) throw new Error('nobody was added')
    await world.addPool('SRE bench', { members: [one.id] })
    for (const { workspace } of [world, other]) await fill(workspace.id)
    await database().pool.query('VACUUM ANALYZE candidate_search')
  })

  /** Two workspaces of many people, made by the database itself. */
  const fill = async (workspaceId: string) => {
    const { pool } = database()
    await pool.query(
      `INSERT INTO candidate (workspace_id, id, full_name, considered_role, standing, skills, kind, created_at)
       SELECT $1, gen_random_uuid(), 'Person ' || n, 'Role ' || n % 97, 'withdrew', ARRAY['skill-' || n % 300], 'passive', now() - n * interval '1 hour'
       FROM generate_series(1, $2::int) n`,
      [workspaceId, PEOPLE],
    )
    await pool.query(
      `INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, kind, standing, tier, role, company, pool_ids, last_touch_at, created_at,
         seniority, job_function, reason, remote_ok, stage, source, allowed_until)
       SELECT workspace_id, id, lower(full_name) || ' ' || md5(id::text), to_tsvector('simple', lower(full_name) || ' ' || md5(id::text)),
         to_tsvector('english', md5(id::text || 'x') || ' ' || considered_role), skills, 'town ' || md5(id::text), ARRAY['place-' || (hashtext(id::text) % 500)], kind,
         standing, CASE WHEN random() < 0.3 THEN 'A' ELSE 'B' END, lower(considered_role) || ' ' || md5(id::text), 'firm ' || md5(id::text), '{}', created_at - interval '90 days' * random(), created_at,
         'senior', 'engineering', 'role_closed', true, 'onsite ' || hashtext(id::text) % 50, 'referral', timestamptz '2027-10-14' - interval '1 hour' * random()
       FROM candidate WHERE workspace_id = $1 ON CONFLICT DO NOTHING`,
      [workspaceId],
    )
  }

  const planOf = async (statement: Parameters<typeof toQuery>[0]) => {
    const client = await database().pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('pg_trgm.word_similarity_threshold', '0.5', true)`)
      const { text, values } = toQuery(statement)
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }
  const parsed = (text: string) => {
    const read = parseQuery(text, { now: NOW, zone: LISBON, me: 'UINES001' })
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    return read.value.query
  }
  const refsFor = async (text: string) => {
    const client = await database().pool.connect()
    try {
      return await loadReferences(client, world.workspace.id, world.reader, [parsed(text).where])
    } finally {
      client.release()
    }
  }

  it.each([
    ['souza', ['candidate_search_names_idx', 'candidate_search_words_idx']],
    ['"ana souza"', ['candidate_search_names_idx', 'candidate_search_words_idx']],
    ['skill:kubernetes', ['candidate_search_skills_idx']],
    ['skill:kubernetes skill:go', ['candidate_search_skills_idx']],
    ['location:Portugal', ['candidate_search_places_idx']],
    ['location:"somewhere unheard"', ['candidate_search_place_trgm']],
    ['role:"senior sre"', ['candidate_search_role_trgm']],
    ['company:acme', ['candidate_search_company_trgm']],
    ['pool:"SRE bench"', ['candidate_search_pool_ids_idx']],
    ['owner:me', ['candidate_search_workspace_id_owner_id_idx']],
    ['stale:>200w', ['candidate_search_by_quiet']],
    ['last:never', ['candidate_search_by_quiet']],
    ['last:<2d', ['candidate_search_by_quiet']],
    ['added:>300w', ['candidate_search_workspace_id_created_at_candidate_id_idx']],
    ['sort:stale', ['candidate_search_by_quiet']],
    ['sort:name', ['candidate_search_by_name']],
    ['sort:added', ['candidate_search_workspace_id_created_at_candidate_id_idx']],
    ['tier:A sort:name', ['candidate_search_by_name']],
    ['rust paris', ['candidate_search_skills_idx']],
    // Of the values of a short list the common ones are met on the walk in the list's order, the rare ones looked up.
    ['tier:A', ['candidate_search_by_quiet']],
    ['tier:C', ['candidate_search_workspace_id_tier_idx']],
    ['seniority:principal', ['candidate_search_workspace_id_seniority_idx']],
    ['function:legal', ['candidate_search_workspace_id_job_function_idx']],
    ['kind:freelance', ['candidate_search_workspace_id_kind_idx']],
    ['standing:hired', ['candidate_search_workspace_id_standing_idx']],
    ['reason:timing', ['candidate_search_workspace_id_reason_idx']],
    ['remote:no', ['candidate_search_workspace_id_remote_ok_idx']],
    ['stage:"final panel"', ['candidate_search_stage_trgm']],
    ['source:"word of mouth"', ['candidate_search_source_trgm']],
    ['consent:expiring', ['candidate_search_workspace_id_allowed_until_idx']],
    ['consent:expired', ['candidate_search_workspace_id_allowed_until_idx']],
    ['consent:withdrawn', ['candidate_search_workspace_id_allowed_until_idx']],
    ['consent:missing', ['candidate_search_workspace_id_allowed_until_idx']],
    ['consent:valid', ['candidate_search_by_quiet']],
    ['function:engineering consent:expiring tier:A', ['candidate_search_workspace_id_allowed_until_idx']],
  ])('finds %s through %j', async (text, indexes) => {
    const plan = await planOf(
      pageStatement(parsed(text), await refsFor(text), { size: 10, cursor: undefined, spelling: 'exact' }),
    )
    for (const index of indexes) expect(plan).toContain(index)
    expect(plan).not.toContain('Seq Scan')
    expect(plan).toContain('Limit')
  })

  it('finds names that are spelt alike through trigrams', async () => {
    const plan = await planOf(
      pageStatement(parsed('sousa'), await refsFor('sousa'), { size: 10, cursor: undefined, spelling: 'near' }),
    )
    expect(plan).toContain('candidate_search_name_trgm')
    const byName = await planOf(byNameStatement(world.workspace.id, { plain: 'ana sousa', query: 'ana & sousa:*' }, 10))
    expect([byName.includes('candidate_search_name_trgm'), byName.includes('candidate_search_names_idx')]).toEqual([
      true,
      true,
    ])
  })

  it.each(['sort:stale', 'sort:name', 'sort:added'])(
    'begins the next page of %s where the last one ended',
    async (text) => {
      const page = await world.search.find(parsed(text), world.reader, { size: 10 })
      expect(page.next).toBeDefined()
      const { readCursor } = await import('../../../../src/adapters/db/search/cursor.ts')
      const cursor = readCursor(page.next)
      const plan = await planOf(
        pageStatement(parsed(text), await refsFor(text), { size: 10, cursor, spelling: 'exact' }),
      )
      expect(plan).toMatch(/Index Cond: .*ROW\(/)
      expect(plan).not.toMatch(/Sort|Seq Scan/)
    },
  )

  it('counts to ten thousand and no further', async () => {
    expect(await planOf(countStatement(parsed(''), await refsFor(''), 'exact'))).toContain('Limit')
    const refs = await refsFor('pool:"SRE bench"')
    const where = parsed('pool:"SRE bench"')
    const pools = [{ id: world.workspace.id, where, quietAt: NOW }]
    expect(await planOf(poolFiguresStatement([...pools, ...pools], refs))).toContain('Limit')
  })

  it('leaves out the same words as the database does', async () => {
    const words = 'will an the of don now s t kubernetes ana sales who here me senior'.split(' ')
    const { rows } = await database().pool.query<{ word: string; empty: boolean }>(
      `SELECT word, numnode(plainto_tsquery('english', word)) = 0 AS empty FROM unnest($1::text[]) AS word`,
      [words],
    )
    expect(rows.map(({ word }) => [word, isStopWord(word)])).toEqual(rows.map(({ word, empty }) => [word, empty]))
  })
})
