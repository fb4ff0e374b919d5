// How quickly a file of people is imported, beside a bare COPY of the very same rows into the same tables, and with how much memory.
//   npm run bench:import [-- rows]     100,000 unless told otherwise; TEST_DATABASE_URL names the PostgreSQL server
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { finished } from 'node:stream/promises'
import { makeWorkspaces } from '../src/adapters/db/workspaces.ts'
import { newUuid } from '../src/adapters/system/ids.ts'
import type { Zone } from '../src/domain/shared/time.ts'
import { freshPostgres } from '../test/support/postgres-databases.ts'

const TABLES = ['candidate', 'contact', 'candidate_search', 'fact', 'permission', 'interaction'] as const
const count = Number(process.argv[2] ?? 100_000)
const say = (line: string) => void process.stdout.write(`${line}\n`)

const folder = mkdtempSync(join(tmpdir(), 'medallist-import-'))
const database = await freshPostgres({ durable: true })
try {
  const team = { teamId: 'TBENCH', name: 'Bench', domain: 'bench', zone: 'Europe/Lisbon' as Zone }
  await makeWorkspaces(database.pool, newUuid).keep(team, new Date())
  const one = join(folder, 'one.csv')
  writeFileSync(one, `${HEADING()}\n${line(-1)}\n`)
  const many = join(folder, 'many.csv')
  await writePeople(many)
  const idle = await run(one)
  const real = await run(many)
  const copied = await copySeconds()
  const [ours, bare] = [count / real.seconds, count / copied]
  const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en-GB')} rows/s`
  say(`${count.toLocaleString('en-GB')} rows into ${TABLES.join(', ')}`)
  say(`import     ${rate(ours)} (${real.seconds.toFixed(1)} s, as the command itself counted)`)
  say(`bare COPY  ${rate(bare)} (${copied.toFixed(1)} s, the same rows, indexes and foreign keys, one transaction)`)
  say(`ratio      ${(ours / bare).toFixed(2)} (at least 0.5)`)
  say(
    `memory     peak ${real.peakMb} MB, importing one row ${idle.peakMb} MB: ${real.peakMb - idle.peakMb} MB more (at most 150)`,
  )
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The command as a person runs it; its peak is what the kernel counted for its process. */
async function run(file: string): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const entry = resolve(import.meta.dirname, '../src/cli/medallist.ts')
  const args = [
    '--disable-warning=ExperimentalWarning',
    // As the script in package.json has it: garbage is collected before it makes the process big.
    '--heap-growing-percent=30',
    '--max-semi-space-size=16',
    entry,
    'import',
    file,
    '--yes',
    '--basis',
    'legitimate_interest',
    '--json',
  ]
  const env = { ...process.env, DATABASE_URL: database.databaseUrl, MEDALLIST_DATA_DIR: folder }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, complained, peakKb] = ['', '', 0]
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const watch = setInterval(() => (peakKb = Math.max(peakKb, peakOf(child.pid))), 50)
  const [code] = (await once(child, 'close')) as [number]
  clearInterval(watch)
  if (code !== 0) throw new Error(`It ended with ${code}: ${complained}`)
  const { seconds } = JSON.parse(said) as { seconds: number }
  return { seconds, peakMb: Math.round(peakKb / 1024) }
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** The server reads and writes the rows itself, so that nothing but the tables is measured. */
async function copySeconds(): Promise<number> {
  await database.pool.query(`SET statement_timeout = 0`)
  const client = await database.pool.connect()
  try {
    await client.query('SET statement_timeout = 0')
    const columns = new Map<string, string>()
    for (const table of TABLES) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      )
      columns.set(table, rows.map(({ name }) => name).join(', '))
    }
    const { rows: where } = await client.query<{ dir: string }>(`SELECT current_setting('data_directory') AS dir`)
    const file = (table: string) => `${where[0]?.dir}/medallist_bench_${table}.copy`
    for (const table of TABLES) await client.query(`COPY ${table} (${columns.get(table)}) TO '${file(table)}'`)
    await client.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`)
    const start = performance.now()
    await client.query('BEGIN')
    for (const table of TABLES) await client.query(`COPY ${table} (${columns.get(table)}) FROM '${file(table)}'`)
    await client.query('COMMIT')
    const seconds = (performance.now() - start) / 1_000
    for (const table of TABLES) await client.query(`COPY (SELECT 1 WHERE false) TO '${file(table)}'`)
    return seconds
  } finally {
    client.release()
  }
}

function HEADING(): string {
  return 'Full name,Email,Phone,LinkedIn,Role,Current title,Company,City,Skills,Level,Status,Rejected on,Source'
}

async function writePeople(path: string): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${HEADING()}\n`)
  for (let n = 0; n < count; n += 1) if (!file.write(`${line(n)}\n`)) await once(file, 'drain')
  file.end()
  await finished(file)
}

function line(n: number): string {
  const of = (words: string, by = 1) => {
    const all = words.split(' ')
    return all[Math.floor(Math.abs(n) / by) % all.length] ?? ''
  }
  const first = of('Ana Ben Chen Dina Emil Farah Goran Hana Ivo Jana Kofi Lena Mika Nuno Olga')
  const last = of('Souza Okafor Weber Novak Rossi Haddad Larsen Tanaka Silva Moreau Kaya', 15)
  const skills = [
    of('Kubernetes Go Java Python React Figma Salesforce'),
    of('Terraform SQL AWS Rust Sales Excel', 7),
  ].join('; ')
  const role = of('SRE Designer Recruiter Accountant Engineer Analyst', 3)
  return [
    `${first} ${last}`,
    `person.${n}@example.com`,
    n % 3 === 0 ? `+3519${String(10_000_000 + Math.abs(n)).slice(-8)}` : '',
    n % 2 === 0 ? `https://www.linkedin.com/in/person-${n}` : '',
    `Senior ${role}`,
    role,
    of('Acme Globex Initech Umbrella Hooli', 11),
    of('Lisbon London Berlin Paris Madrid Porto Dublin', 5),
    `"${skills}"`,
    'senior',
    n % 4 === 0 ? 'Rejected' : 'Lead',
    n % 4 === 0 ? '2025-03-04' : '',
    'job fair',
  ].join(',')
}
