// Opens the embedded database under a folder, then commits numbers as fast as it can and says each one once it is committed, until killed.
import { openDatabase } from '../../../../src/adapters/db/open.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const { pool } = await openDatabase({ dataDir: process.argv[2] ?? '', log: quiet, onFatal: () => process.exit(1) })
await pool.query('CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY, padding text)')
const { rows } = await pool.query<{ next: number }>('SELECT coalesce(max(number), 0)::int + 1 AS next FROM written')
process.stdout.write('ready\n')
for (let number = rows[0]?.next ?? 1; ; number++) {
  await pool.query('INSERT INTO written VALUES ($1, $2)', [number, 'x'.repeat(200)])
  process.stdout.write(`${number}\n`)
}
