// Very many people, the same ones each time: made by the database from their numbers alone, and brought into the tables with COPY.
import type { Client, Pool } from 'pg'
import { HOUR } from '../src/domain/shared/time.ts'
import { NOW } from '../test/support/search-world.ts'

const TABLES = ['candidate', 'candidate_search', 'pool_member'] as const

/** A number below `size` that hangs on the person's number alone. */
const draw = (salt: number, size: number) => `(abs(hashint8extended(n, ${salt})) % ${size})`
const oneOf = (salt: number, words: string) => {
  const all = words.split(' ').map((word) => `'${word.replaceAll('_', ' ')}'`)
  return `(ARRAY[${all.join(',')}])[1 + ${draw(salt, all.length)}]`
}
/** Few of the first, many of the last: how skills and places are spread among people. */
const skewed = (salt: number, words: string) => {
  const all = words.split(' ').map((word) => `'${word}'`)
  return `(ARRAY[${all.join(',')}])[1 + floor(sqrt(${draw(salt, 1_000_000)} / 1000000.0) * ${all.length})::int]`
}
const moment = (salt: number, hours: number, since: string) =>
  `(timestamptz '${new Date(NOW).toISOString()}' - ${since} - ${draw(salt, hours)} * interval '${HOUR / 1_000} seconds')`

const PERSON = `
  SELECT n, md5($workspace || n)::uuid AS id,
    ${oneOf(1, 'ana ben chen dina emil farah goran hana ivo jana kofi lena mika nuno olga petra qi rosa sven tara')} || ' ' ||
      CASE WHEN n % 400 = 0 THEN 'souza' ELSE substr(md5(n::text), 1, 7) END AS name,
    ${oneOf(2, 'junior senior_sre sre product_designer senior_designer account_executive data_engineer senior_data_engineer recruiter analyst')} || ' ' ||
      ${oneOf(3, 'platform payments growth mobile grid metering billing support field tooling')} AS role,
    ARRAY[${skewed(4, 'elixir rust terraform kubernetes go python react figma sql salesforce excel')},
      ${skewed(5, 'scala php kafka swift ansible terraform java aws docker')}, 'skill-' || ${draw(6, 300)}] AS skills,
    ${skewed(7, 'porto lisbon dublin madrid paris berlin london')} AS city,
    ${oneOf(8, 'junior mid senior staff lead')} AS seniority,
    CASE WHEN ${draw(9, 5)} = 0 THEN 'A' WHEN ${draw(9, 5)} < 3 THEN 'B' END AS tier,
    ${oneOf(10, 'near_miss past_applicant passive')} AS spoken_kind,
    ${oneOf(11, 'level timing compensation close_second')} AS reason,
    CASE WHEN ${draw(12, 200)} = 0 THEN 'board' ELSE ${oneOf(13, 'screen onsite offer')} END AS stage,
    CASE WHEN ${draw(14, 500)} = 0 THEN 'acme' ELSE 'firm ' || substr(md5((n * 7)::text), 1, 5) END AS company,
    ${draw(15, 3)} = 0 AS remote_ok,
    ${draw(16, 50)} = 0 AS mine,
    ${draw(17, 1_000)} = 0 AS pooled,
    CASE WHEN ${draw(18, 4)} > 0 THEN ${moment(19, 8_000, `interval '1 hour'`)} END AS touched,
    ${moment(20, 20_000, `interval '334 days'`)} AS old,
    ${draw(21, 100)} = 0 AS fresh,
    ${moment(22, 1_000, `interval '1 minute'`)} AS lately,
    CASE WHEN ${draw(24, 100)} = 0 THEN 'on_notice' WHEN ${draw(24, 100)} < 60 THEN 'employed' END AS work,
    CASE WHEN ${draw(25, 1_000)} = 0 THEN 'client' END AS became,
    CASE WHEN ${draw(26, 2)} = 0 THEN 1 + ${draw(27, 10)} END AS years,
    CASE WHEN ${draw(28, 5)} = 0 THEN date '2026-10-14' - 60 + ${draw(29, 400)}::int END AS next_touch,
    (SELECT string_agg('word' || abs(hashint8extended(n, 100 + k)) % 5000, ' ') FROM generate_series(1, 12) k)
      || CASE WHEN ${draw(23, 60)} = 0 THEN ' incident' ELSE '' END AS said
  FROM generate_series(1, $people) n`

const ROWS = {
  candidate: {
    columns:
      'workspace_id, id, full_name, considered_role, standing, reason, stage_reached, company, skills, location, remote_ok, seniority, tier, kind, owner_id, last_touch_at, created_at, employment, relation, next_touch, skill_uses',
    select: `$workspace::uuid, id, initcap(name), role, 'withdrew', reason, stage, company, skills, city, remote_ok, seniority, tier,
      replace(spoken_kind, ' ', '_'), CASE WHEN mine THEN $owner::uuid END, touched, CASE WHEN fresh THEN lately ELSE old END,
      work, became, next_touch, CASE WHEN years IS NOT NULL THEN jsonb_build_array(jsonb_build_object('skill', skills[1], 'years', years)) END`,
  },
  candidate_search: {
    columns:
      'workspace_id, candidate_id, name, names, words, skills, place, places, remote_ok, seniority, job_function, tier, kind, standing, reason, role, company, stage, owner_id, pool_ids, last_touch_at, allowed_until, created_at, traits, next_touch',
    select: `$workspace::uuid, id, name, to_tsvector('simple', name), to_tsvector('english', role || ' a ' || array_to_string(skills, ' a ') || ' a ' || said),
      skills, city, ARRAY[city] || CASE WHEN city IN ('porto', 'lisbon') THEN ARRAY['portugal', 'iberia', 'eu', 'europe', 'emea'] ELSE ARRAY['europe', 'emea'] END,
      remote_ok, seniority, 'engineering', tier, replace(spoken_kind, ' ', '_'), 'withdrew', reason, role, company, stage, CASE WHEN mine THEN $owner::uuid END,
      CASE WHEN pooled THEN ARRAY[$pool::uuid] ELSE '{}' END, touched, timestamptz '2027-10-14', CASE WHEN fresh THEN lately ELSE old END,
      array_remove(ARRAY['employment=' || work, 'relation=' || became, 'skill:' || skills[1] || '=' || years], NULL), next_touch`,
  },
  pool_member: {
    columns: 'workspace_id, pool_id, candidate_id, added_by, added_at',
    select: `$workspace::uuid, $pool::uuid, id, $owner::uuid, timestamptz '2026-10-01'`,
    where: 'WHERE pooled',
  },
} as const satisfies Record<(typeof TABLES)[number], { columns: string; select: string; where?: string }>

export type Home = { readonly workspaceId: string; readonly ownerId: string; readonly poolId: string }

function rowsOf(table: (typeof TABLES)[number], { workspaceId, ownerId, poolId }: Home, people: number): string {
  const { select, ...rest } = ROWS[table]
  return `SELECT ${select} FROM (${PERSON}) AS person ${'where' in rest ? rest.where : ''}`
    .replaceAll('$workspace', `'${workspaceId}'`)
    .replaceAll('$owner', `'${ownerId}'`)
    .replaceAll('$pool', `'${poolId}'`)
    .replaceAll('$people', String(people))
}

/** The same people where nobody may copy from files: in the embedded database. */
export async function insertPeople(pool: Pick<Pool, 'query'>, home: Home, people: number): Promise<void> {
  for (const table of TABLES)
    await pool.query(`INSERT INTO ${table} (${ROWS[table].columns}) ${rowsOf(table, home, people)}`)
}

/**
 * Fills each workspace with as many people. The server writes and reads the rows itself, so the client must be its superuser; indexes are made
 * anew afterwards, which is how a database of this size is moved.
 */
export async function bringPeople(client: Client, homes: readonly Home[], peopleEach: number): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY($1::regclass[]) AND NOT indisunique`,
    [[...TABLES]],
  )
  // Triggers write what this bench does not read.
  await client.query(
    `SET session_replication_role = replica; SET statement_timeout = 0; SET maintenance_work_mem = '256MB'`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
  const file = `${rows[0]?.folder}/medallist_bench.copy`
  for (const home of homes) {
    for (const table of TABLES) {
      await client.query(`COPY (${rowsOf(table, home, peopleEach)}) TO '${file}'`)
      await client.query(`COPY ${table} (${ROWS[table].columns}) FROM '${file}'`)
    }
  }
  await client.query(`COPY (SELECT 1 WHERE false) TO '${file}'`)
  for (const { definition } of indexes) await client.query(definition)
  await client.query('RESET session_replication_role')
  for (const table of TABLES) await client.query(`VACUUM (ANALYZE) ${table}`)
}
