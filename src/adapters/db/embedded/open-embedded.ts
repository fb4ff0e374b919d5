import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Log } from '../../../usecases/ports/log.ts'
import { lockDirectory } from '../lock.ts'
import { RUNTIME_PREFIX, type RunningWorker, startWorker } from './start-worker.ts'

/** Of the PostgreSQL inside PGlite. */
const MAJOR = '18'

/** Everybody waits for it: at 50,000 people the heaviest search took less than one. */
const LONGEST_STATEMENT_SECONDS = 60

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: Log
  readonly onFatal: (error: Error) => void
  readonly longestStatementSeconds?: number | undefined
}
export type Embedded = Pick<RunningWorker, 'pool' | 'withoutLimit' | 'close'>

/**
 * Opens, or creates, the embedded database under `dataDir` and holds the folder until it is closed. Throws a `DatabaseInUseError` where
 * another process has it. It does not fsync: what was committed survives a kill -9, not a power cut.
 */
export async function openEmbedded({
  dataDir,
  log,
  onFatal,
  longestStatementSeconds = LONGEST_STATEMENT_SECONDS,
}: EmbeddedOptions): Promise<Embedded> {
  const folder = path.resolve(dataDir)
  const directory = path.join(folder, 'postgres')
  makePrivate(folder, log)
  const lock = await lockDirectory(folder)
  try {
    checkMajor(directory)
    if (existsSync(directory)) makePrivate(directory, log)
    const worker = await startWorker({
      directory,
      longestStatementSeconds,
      log,
      onFatal,
      onRuntimeFolder: (runtime) => replaceRuntime(folder, runtime),
    })
    let closing: Promise<void> | undefined
    // The lock goes last: only when the thread has ended does nobody write here any more.
    const close = () => (closing ??= worker.close().finally(lock.release))
    return { pool: worker.pool, withoutLimit: worker.withoutLimit, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The files of one major version cannot be read by the next; PGlite would fail in the middle. */
function checkMajor(directory: string): void {
  const file = path.join(directory, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : MAJOR
  if (found === MAJOR) return
  throw new Error(
    `The embedded database in ${directory} was made by PostgreSQL ${found}; this version of Medallist brings ${MAJOR}. ` +
      'Start the version that made it, export the data there, and import it into a new folder.',
  )
}

function makePrivate(folder: string, log: Log): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    log.warn(
      { err: error, folder },
      'The data folder could not be made private; see to it that only Medallist may read it',
    )
  }
}

/** A killed process leaves its socket's folder behind in the temporary folder; its successor, who holds the lock, removes it. */
function replaceRuntime(folder: string, runtime: string): void {
  const record = path.join(folder, 'database.runtime')
  try {
    const before = readFileSync(record, 'utf8')
    if (path.basename(before).startsWith(RUNTIME_PREFIX)) rmSync(before, { recursive: true, force: true })
  } catch {} // none before, or not ours to remove
  writeFileSync(record, runtime, { mode: 0o600 })
}
