// How long until the embedded database answers its first query, each time in a process of its own. `node bench/db-start.ts [rounds]`
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { migrate } from '../src/adapters/db/migrate.ts'
import { openDatabase } from '../src/adapters/db/open.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const MIGRATIONS = path.resolve(import.meta.dirname, '../prisma/migrations')
const WRITES = 2_000
type End = 'closed' | 'killed'

async function bench(rounds: number): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medallist-bench-'))
  const say = (line: string) => process.stdout.write(`${line}\n`)
  try {
    say(`created and migrated         ${(await run(folder, 'closed')).toFixed(0)} ms`)
    const warm: number[] = []
    const recovered: number[] = []
    for (let round = 0; round < rounds; round++) {
      warm.push(await run(folder, 'killed'))
      recovered.push(await run(folder, 'closed'))
    }
    const [after, killed] = [median(warm), median(recovered)]
    say(`warm, after a clean close    ${after.toFixed(0)} ms`)
    say(
      `after kill -9, ${WRITES} writes  ${killed.toFixed(0)} ms, ${(killed / after).toFixed(2)} of warm (medians of ${rounds})`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a process that opens the folder, and ends it as asked; answers what the opening took. */
async function run(folder: string, end: End): Promise<number> {
  const child = spawn(process.execPath, [import.meta.filename, 'open', folder, end], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let took = Number.NaN
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'kill me') child.kill('SIGKILL')
    else took = Number(line)
  }
  return took
}

async function open(folder: string, end: End): Promise<void> {
  const started = performance.now()
  const database = await openDatabase({ dataDir: folder, log: quiet, onFatal: () => process.exit(1) })
  await migrate(database.pool, MIGRATIONS, quiet)
  process.stdout.write(`${performance.now() - started}\n`)
  if (end === 'closed') return database.close()
  await database.pool.query('CREATE TABLE IF NOT EXISTS bench (n int, padding text)')
  for (let n = 0; n < WRITES; n++) await database.pool.query(`INSERT INTO bench VALUES ($1, repeat('x', 500))`, [n])
  process.stdout.write('kill me\n')
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const [mode, dataDir = '', end] = process.argv.slice(2)
if (mode === 'open') await open(dataDir, end as End)
else await bench(Number(mode ?? 5))
