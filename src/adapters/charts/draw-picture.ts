import { Worker } from 'node:worker_threads'
import type { Picture } from '../../domain/metrics/pictures.ts'

/** On a busy machine it takes a few seconds; whatever takes longer hangs. */
const PATIENCE_MS = 60_000
const THREAD = new URL('./drawing-thread.ts', import.meta.url)

export type Drawing = {
  /** Where the work is done; a test puts another thread in its place. */
  readonly thread?: URL
  readonly patienceMs?: number
}

/** A PNG. */
export type DrawPicture = (picture: Picture, signal: AbortSignal) => Promise<Uint8Array>

/**
 * Draws in a thread of its own, which ends with the picture: one or two a week are not worth one that waits. Rejects with what went wrong
 * there, when it takes too long, and as soon as `signal` says that the process stops; the thread is gone then as well.
 */
export const makeDrawPicture =
  ({ thread = THREAD, patienceMs = PATIENCE_MS }: Drawing = {}): DrawPicture =>
  async (picture, signal) => {
    signal.throwIfAborted()
    const worker = new Worker(thread, { workerData: picture, name: 'picture' })
    let stop: () => void = () => undefined
    let late: NodeJS.Timeout | undefined
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        worker.once('message', (drawn: Uint8Array) => resolve(drawn))
        worker.once('error', reject)
        worker.once('exit', (code) => reject(new Error(`The drawing ended without a picture: code ${code}`)))
        late = setTimeout(() => reject(new Error(`The drawing took longer than ${patienceMs} ms`)), patienceMs)
        stop = () => reject(new Error('The process stops', { cause: signal.reason }))
        signal.addEventListener('abort', stop)
      })
    } finally {
      clearTimeout(late)
      signal.removeEventListener('abort', stop)
      await worker.terminate()
    }
  }
