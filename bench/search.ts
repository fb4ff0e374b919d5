// How long the search takes over many people, on PostgreSQL and on the embedded database.
//   npx node bench/search.ts [people]     20,000 unless told otherwise; TEST_DATABASE_URL names the server
import { performance } from 'node:perf_hooks'
import { parseQuery } from '../src/domain/pool/query/parse.ts'
import { testDatabase } from '../test/support/database.ts'
import { LISBON, NOW, searchWorld } from '../test/support/search-world.ts'

const QUERIES = [
  'souza',
  'ana souza',
  'skill:kubernetes',
  'senior kubernetes location:Portugal',
  'role:"senior sre" -skill:php',
  'stale:>90d skill:go',
  'company:acme',
  'incident',
  'sort:name',
  '',
] as const
const ROUNDS = 30
const count = Number(process.argv[2] ?? 20_000)
const say = (line: string) => void process.stdout.write(`${line}\n`)

for (const kind of ['embedded', 'postgres'] as const) {
  const database = await testDatabase(kind)
  const world = await searchWorld(database)
  await fill(world.workspace.id, database.pool)
  say(`\n${kind}: ${count.toLocaleString('en-GB')} people, ${ROUNDS} rounds; a page of ten / its count, in ms`)
  for (const text of QUERIES) {
    const read = parseQuery(text, { now: NOW, zone: LISBON, me: 'UINES001' })
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    const { query } = read.value
    const page = await measured(() => world.search.find(query, world.reader, { size: 10 }))
    const total = await measured(() => world.search.count(query, world.reader))
    const found = await world.search.count(query, world.reader)
    const people = 'exact' in found ? String(found.exact) : `${found.more}+`
    say(
      `${(text || '(everybody)').padEnd(40)} p50 ${page.p50} p95 ${page.p95}  /  p50 ${total.p50} p95 ${total.p95}   ${people} people`,
    )
  }
  await database.close()
}

async function measured(work: () => Promise<unknown>): Promise<{ readonly p50: string; readonly p95: string }> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(6)
  return { p50: at(0.5), p95: at(0.95) }
}

/** Made by the database itself, with names, skills and words of very unequal frequency. */
async function fill(workspaceId: string, pool: Awaited<ReturnType<typeof testDatabase>>['pool']): Promise<void> {
  await pool.query(
    `INSERT INTO candidate (workspace_id, id, full_name, considered_role, standing, skills, kind, created_at)
     SELECT $1, gen_random_uuid(), (ARRAY['ana','ben','chen','dina','emil','farah','goran'])[1 + n % 7] || ' ' ||
         CASE WHEN n % 400 = 0 THEN 'souza' ELSE substr(md5(n::text), 1, 7) END,
       (ARRAY['senior sre','product designer','account executive','data engineer'])[1 + n % 4], 'withdrew',
       ARRAY[(ARRAY['kubernetes','go','php','figma','sql'])[1 + n % 5], 'skill-' || n % 300], 'passive', now() - n * interval '1 minute'
     FROM generate_series(1, $2::int) n`,
    [workspaceId, count],
  )
  await pool.query(
    `INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, seniority, kind, standing, role, company,
       pool_ids, last_touch_at, created_at)
     SELECT workspace_id, id, full_name, to_tsvector('simple', full_name),
       to_tsvector('english', considered_role || ' ' || skills[1] || CASE WHEN hashtext(id::text) % 50 = 0 THEN ' incident ' ELSE ' ' END || repeat(md5(id::text) || ' ', 20)),
       skills, 'lisbon', CASE WHEN hashtext(id::text) % 10 = 0 THEN ARRAY['lisbon','portugal'] ELSE ARRAY['london','united-kingdom'] END,
       CASE WHEN hashtext(id::text) % 3 = 0 THEN 'senior' ELSE 'mid' END, kind, standing, considered_role,
       CASE WHEN hashtext(id::text) % 200 = 0 THEN 'acme' ELSE 'firm ' || substr(md5(id::text), 1, 6) END, '{}', created_at - interval '200 days' * random(), created_at
     FROM candidate WHERE workspace_id = $1`,
    [workspaceId],
  )
  await pool.query('VACUUM ANALYZE candidate_search')
}
