import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { dropDatabasesOf } from './postgres-databases.ts'

const MEMORY = '/dev/shm'
/** What all that tests write at once fits into, several times. */
const ROOM = 6_000_000_000

/** Where this run put its temporary files, if it is for us to remove. */
let scratch: string | undefined

/** Before the first test of a run; each project of it asks, and all share one name. */
export function setup(): void {
  process.env.MEDALLIST_TEST_RUN ??= randomBytes(4).toString('hex')
  // An embedded database is a thousand small files: copied into memory, where the system offers some, in a tenth of a second, and in ten
  // times that on a disk.
  if (process.env.TMPDIR !== undefined || roomIn(MEMORY) < ROOM) return
  scratch = mkdtempSync(path.join(MEMORY, 'medallist-run-'))
  process.env.TMPDIR = scratch
}

export async function teardown(): Promise<void> {
  const run = process.env.MEDALLIST_TEST_RUN
  if (run !== undefined) await dropDatabasesOf(run)
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true })
}

function roomIn(folder: string): number {
  if (!existsSync(folder)) return 0
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
