import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type ClientBase, Pool } from 'pg'
import type { Log } from '../../../usecases/ports/log.ts'
import type { ToWorker, WorkerInput } from './protocol.ts'
import { type Watch, watch } from './watch.ts'

/** libpq's name for the socket of port 5432 in a folder. */
const SOCKET = '.s.PGSQL.5432'
/** A socket's path may have 107 bytes on Linux, 103 on macOS. */
const LONGEST = 103
export const RUNTIME_PREFIX = 'medallist-db-'
/** After that the thread is ended by force, which loses nothing: the log is replayed at the next start. */
const CLOSE_MS = 15_000
const WAIT_MS = 30_000

export type RunningWorker = {
  readonly pool: Pool
  readonly withoutLimit: Watch['withoutLimit']
  /** Closes pool, checkpoint and thread. */
  readonly close: () => Promise<void>
}

export type StartOptions = Pick<WorkerInput, 'directory'> & {
  /** A statement that takes longer ends the thread, which is reported as fatal. */
  readonly longestStatementSeconds: number
  readonly log: Log
  readonly onFatal: (error: Error) => void
  /** Told before the thread starts, so that a leftover can be removed after a crash. */
  readonly onRuntimeFolder?: (folder: string) => void
}

/** Starts PGlite in a thread of its own and answers a pool of one connection to it. */
export async function startWorker({
  directory,
  longestStatementSeconds,
  log,
  onFatal,
  onRuntimeFolder,
}: StartOptions): Promise<RunningWorker> {
  const runtime = makeRuntimeFolder()
  onRuntimeFolder?.(runtime)
  const removeRuntime = () => rmSync(runtime, { recursive: true, force: true })
  const turns = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { directory, socket: path.join(runtime, SOCKET), turns } satisfies WorkerInput,
    name: 'embedded-database',
  })
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  void exited.then(removeRuntime)
  await once(worker, 'message') // the first one is `ready`; rejects with what the thread throws before

  let closing = false
  let cause: unknown
  worker.on('error', (error) => {
    cause = error
  })
  worker.on('exit', (code) => {
    const why = cause instanceof Error ? cause.message : `code ${code}`
    if (!closing) onFatal(new Error(`The embedded database ended unexpectedly: ${why}`, { cause }))
  })
  const { withoutLimit, end: lookAway } = watch(new Int32Array(turns), longestStatementSeconds, () => {
    cause = new Error(`a statement ran for more than ${longestStatementSeconds} s`)
    void worker.terminate() // as good as a kill -9, which loses nothing
  })
  const pool = connectTo(runtime, log)
  const close = async () => {
    closing = true
    lookAway()
    await within(CLOSE_MS, pool.end())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ kind: 'close' } satisfies ToWorker)
    await within(CLOSE_MS, Promise.race([exited, once(worker, 'message')])) // the next one is `closed`
    await worker.terminate()
  }
  return { pool, withoutLimit, close }
}

/** One connection: clients of PGlite share a session, so two at once would see each other's settings and half-sent statements. */
function connectTo(runtime: string, log: Log): Pool {
  const pool = new Pool({
    host: runtime,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    pipeline: true,
    connectionTimeoutMillis: WAIT_MS,
    // The session outlives the connection: what the last one left behind must not meet the next.
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool awaits it; its types do not say so
    onConnect: async (client: ClientBase) => {
      await client.query('DISCARD ALL')
      await client.query(`SET timezone = 'UTC'`)
    },
  })
  pool.on('error', (error) => log.warn({ err: error }, 'Lost the connection to the embedded database'))
  return pool
}

function makeRuntimeFolder(): string {
  const isShort = Buffer.byteLength(path.join(os.tmpdir(), `${RUNTIME_PREFIX}XXXXXX`, SOCKET)) <= LONGEST
  return mkdtempSync(path.join(isShort ? os.tmpdir() : '/tmp', RUNTIME_PREFIX)) // 0700, as mkdtemp always is
}

const within = (milliseconds: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, wait(milliseconds, undefined, { ref: false })])
