// The thread of the embedded database: PGlite behind a Unix socket. Here a heavy query, a VACUUM or a checkpoint stops nobody's event loop but this one's.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { createBlank } from './blank.ts'
import { EXTENSIONS } from './extensions.ts'
import type { FromWorker, ToWorker, WorkerInput } from './protocol.ts'

const { directory, socket, turns } = workerData as WorkerInput
const turn = new Int32Array(turns)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (message: FromWorker) => parentPort?.postMessage(message)

if (!existsSync(directory)) await createWhole()
const database = await PGlite.create({ dataDir: directory, extensions: EXTENSIONS })
// An exception here is no SQL error (those are answers) but the engine itself that broke. The socket server would swallow it and
// answer nobody any more; dying loudly is what can be recovered from.
const execute = database.execProtocolRawStream.bind(database)
database.execProtocolRawStream = async (...args) => {
  Atomics.add(turn, 0, 1)
  try {
    return await execute(...args)
  } catch (error) {
    setImmediate(() => {
      throw error
    })
    throw error
  } finally {
    Atomics.add(turn, 0, 1)
  }
}
// One client at a time, for all share one session; room for more, because replaced connections say goodbye while the next one greets.
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 4 })
await server.start()

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'close') void close()
})
say({ kind: 'ready' })

async function close(): Promise<void> {
  await server.stop()
  // Fewer files to replay at the next start.
  await database.exec('CHECKPOINT')
  await database.close()
  say({ kind: 'closed' })
  parentPort?.close()
}

/** Under another name until it is complete, for whoever is killed while creating it must be able to start again. */
async function createWhole(): Promise<void> {
  const unfinished = `${directory}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  await createBlank(unfinished)
  renameSync(unfinished, directory)
}
