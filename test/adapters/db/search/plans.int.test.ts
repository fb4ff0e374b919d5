// Each kind of condition finds its people through an index, and every read ends somewhere.
import { beforeAll, expect, it } from 'vitest'
import { loadReferences } from '../../../../src/adapters/db/search/references.ts'
import { isStopWord } from '../../../../src/adapters/db/search/search-text.ts'
import { toQuery } from '../../../../src/adapters/db/search/sql.ts'
import {
  bestStatement,
  byNameStatement,
  countStatement,
  mentionsStatement,
  pageStatement,
  poolFiguresStatement,
} from '../../../../src/adapters/db/search/statements.ts'
import { newUuid } from '../../../../src/adapters/system/ids.ts'
import { lookForAny, othersFor } from '../../../../src/domain/jobs/look-for.ts'
import { readRole } from '../../../../src/domain/jobs/read-role.ts'
import { chainsOf, scalesOf } from '../../../../src/domain/jobs/worth.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { every } from '../../../../src/domain/pool/query/tree.ts'
import { onQuickDatabase } from '../../../support/database.ts'
import { LISBON, NOW, type SearchWorld, searchWorld } from '../../../support/search-world.ts'

const PEOPLE = 15_000
const PORTION = 3_000

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
    const field = { choices: [] }
    await world.run((tx) =>
      tx.customFields.insert({ ...field, id: newUuid(), name: 'Visa', kind: 'yes_no' }, world.ines, NOW),
    )
    await world.run((tx) =>
      tx.customFields.insert({ ...field, id: newUuid(), name: 'Bonus', kind: 'number' }, world.ines, NOW),
    )
    for (const { workspace } of [world, other]) await fill(workspace.id)
    await database().pool.query('VACUUM ANALYZE candidate_search')
  })

  /** Two workspaces of many people, made by the database itself. */
  const fill = async (workspaceId: string) => {
    // In portions, so that no statement takes too long where others use the machine as well.
    for (let from = 1; from <= PEOPLE; from += PORTION) await bring(workspaceId, from)
  }
  const bring = (workspaceId: string, from: number) =>
    database().pool.query(
      `WITH added AS (INSERT INTO candidate (workspace_id, id, full_name, considered_role, standing, skills, kind, created_at)
       SELECT $1, gen_random_uuid(), 'Person ' || n, 'Role ' || n % 97, 'withdrew', ARRAY['skill-' || n % 300], 'passive', now() - n * interval '1 hour'
       FROM generate_series($2::int, $3::int) n RETURNING *)
       INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, kind, standing, tier, role, company, pool_ids, last_touch_at, created_at,
         seniority, job_function, reason, remote_ok, stage, source, allowed_until, traits, next_touch)
       SELECT workspace_id, id, lower(full_name) || ' ' || md5(id::text), to_tsvector('simple', lower(full_name) || ' ' || md5(id::text)),
         to_tsvector('english', md5(id::text || 'x') || ' ' || considered_role), skills, 'town ' || md5(id::text), ARRAY['place-' || (hashtext(id::text) % 500)], kind,
         standing, CASE WHEN random() < 0.3 THEN 'A' ELSE 'B' END, lower(considered_role) || ' ' || md5(id::text), 'firm ' || md5(id::text), '{}', created_at - interval '90 days' * random(), created_at,
         'senior', 'engineering', 'role_closed', true, 'onsite ' || hashtext(id::text) % 50, 'referral', timestamptz '2027-10-14' - interval '1 hour' * random(),
         ARRAY['employment=employed', 'career=established', skills[1] || '=2'], CASE WHEN random() < 0.1 THEN date '2026-12-01' END
       FROM added`,
      [workspaceId, from, from + PORTION - 1],
    )

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
    ['souza', ['candidate_search_workspace_id_names_idx', 'candidate_search_workspace_id_words_idx']],
    ['"ana souza"', ['candidate_search_workspace_id_names_idx', 'candidate_search_workspace_id_words_idx']],
    ['skill:kubernetes', ['candidate_search_workspace_id_skills_traits_idx']],
    ['skill:kubernetes skill:go', ['candidate_search_workspace_id_skills_traits_idx']],
    ['location:Portugal', ['candidate_search_workspace_id_places_idx']],
    ['location:"somewhere unheard"', ['candidate_search_place_trgm']],
    ['role:"senior sre"', ['candidate_search_role_trgm']],
    ['role:sre', ['candidate_search_role_trgm', 'candidate_search_workspace_id_words_idx']],
    [
      'SRE',
      [
        'candidate_search_workspace_id_names_idx',
        'candidate_search_workspace_id_words_idx',
        'candidate_search_workspace_id_skills_traits_idx',
      ],
    ],
    ['company:acme', ['candidate_search_company_trgm']],
    ['pool:"SRE bench"', ['candidate_search_workspace_id_pool_ids_idx']],
    ['owner:me', ['candidate_search_quiet_by_owner']],
    ['stale:>200w', ['candidate_search_by_quiet']],
    ['last:never', ['candidate_search_by_quiet']],
    ['last:<2d', ['candidate_search_by_quiet']],
    ['added:>300w', ['candidate_search_by_created']],
    ['sort:stale', ['candidate_search_by_quiet']],
    ['sort:name', ['candidate_search_by_name']],
    ['sort:added', ['candidate_search_by_created']],
    ['tier:A sort:name', ['candidate_search_by_name']],
    ['rust paris', ['candidate_search_workspace_id_places_idx']],
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
    ['rating:>=4', ['candidate_search_workspace_id_rating_idx']],
    ['rating:2', ['candidate_search_workspace_id_rating_idx']],
    ['skill:kubernetes>=3y', ['candidate_search_workspace_id_skills_traits_idx']],
    ['relation:client', ['candidate_search_workspace_id_skills_traits_idx']],
    ['employment:on_notice', ['candidate_search_workspace_id_skills_traits_idx']],
    ['employment:employed', ['candidate_search_by_quiet']],
    ['career:expert', ['candidate_search_workspace_id_skills_traits_idx']],
    ['custom:visa=yes', ['candidate_search_workspace_id_skills_traits_idx']],
    ['custom:visa=any', ['candidate_search_workspace_id_skills_traits_idx']],
    ['custom:visa=none', ['candidate_search_by_quiet']],
    ['custom:bonus>=5000', ['candidate_search_workspace_id_skills_traits_idx']],
    ['next:<7d', ['candidate_search_by_next_touch']],
    ['next:overdue', ['candidate_search_by_next_touch']],
    ['next:>1y', ['candidate_search_by_next_touch']],
    ['next:2026-11', ['candidate_search_by_next_touch']],
    ['next:none', ['candidate_search_by_quiet']],
    [
      'relation:client OR next:overdue',
      ['candidate_search_workspace_id_skills_traits_idx', 'candidate_search_by_next_touch'],
    ],
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

  it('looks for whoever suits a role through indexes, each look for a bounded number', async () => {
    const { criteria } = readRole('Senior SRE in Lisbon: Kubernetes, Go, Rust, Terraform')
    const wanted = { ...criteria, languages: ['German'] }
    const fitting = lookForAny(wanted)
    const narrower = chainsOf(wanted).flatMap((chain) => chain.map((met) => every([fitting, met]) ?? null))
    expect(narrower.length).toBeGreaterThan(5)
    for (const where of [fitting ?? null, ...narrower, ...othersFor(wanted)]) {
      const asked = { where, scales: scalesOf(wanted), without: [newUuid<'candidate'>()] }
      const plan = await planOf(bestStatement(asked, await refsFor('tier:A'), 400))
      expect(plan).toMatch(/candidate_search_\w+/)
      expect(plan).not.toContain('Seq Scan')
      expect(plan).toContain('Limit')
    }
  })

  it('reads what speaks for people by their ids alone', async () => {
    const ids = Array.from({ length: 400 }, () => newUuid<'candidate'>())
    const plan = await planOf(
      mentionsStatement(world.workspace.id, ids, { phrases: ['Kubernetes', 'site reliability'], text: 'Senior SRE' }),
    )
    expect(plan).toContain('candidate_search_pkey')
    expect(plan).not.toContain('Seq Scan')
  })

  it('says what is mentioned, and how much is in common', async () => {
    const [ana, ben] = await world.addPeople([
      { fullName: 'Ana Peat', consideredRole: 'Gardener', notes: ['Ran site reliability drills'] },
      { fullName: 'Ben Peat', consideredRole: 'Gardener', notes: ['Site visits; reliability is fine'] },
    ])
    const found = await world.search.mentions(
      [ana, ben].flatMap((one) => one?.id ?? []),
      {
        phrases: ['site reliability', 'drills', 'the of'],
        text: 'drills & | !',
      },
    )
    const of = (person: typeof ana) => person && found.get(person.id)
    expect([...(of(ana)?.phrases ?? [])]).toEqual(['site reliability', 'drills'])
    expect([...(of(ben)?.phrases ?? [])]).toEqual([])
    expect(of(ana)?.rank).toBeGreaterThan(0)
    expect(of(ben)?.rank).toBe(0)
    expect(await world.search.mentions([], { phrases: ['a'], text: '' })).toEqual(new Map())
  })

  it('finds names that are spelt alike through trigrams', async () => {
    const plan = await planOf(
      pageStatement(parsed('sousa'), await refsFor('sousa'), { size: 10, cursor: undefined, spelling: 'near' }),
    )
    expect(plan).toContain('candidate_search_name_trgm')
    const byName = await planOf(byNameStatement(world.workspace.id, { plain: 'ana sousa', query: 'ana & sousa:*' }, 10))
    expect([
      byName.includes('candidate_search_name_trgm'),
      byName.includes('candidate_search_workspace_id_names_idx'),
    ]).toEqual([true, true])
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
