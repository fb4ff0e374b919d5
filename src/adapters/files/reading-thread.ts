/**
 * A thread that reads a file somebody sent. Whoever made the file may have meant harm: beside the heap, which Node bounds, what lies outside of
 * it is watched, because that is where a small file that unpacks to gigabytes would go.
 */
import { Worker } from 'node:worker_threads'

export type ReadingThread<Message> = {
  /** The next message. `outgrown`: it wanted more memory than it may have; `late`: it took too long; `gone`: it fell over. */
  next(patienceMs: number): Promise<Message | 'outgrown' | 'late' | 'gone'>
  post(message: unknown): void
  close(): Promise<void>
}

/** Some ten megabytes are unpacked in so long. */
const LOOK_EACH_MS = 50
const MB = 1024 * 1024

/** `mostMb`: of everything together. */
export function readingThread<Message>(
  thread: URL,
  { name, path, mostMb }: { readonly name: string; readonly path: string; readonly mostMb: number },
): ReadingThread<Message> {
  const worker = new Worker(thread, {
    workerData: path,
    name,
    execArgv: [],
    // What a library prints about a file may quote it.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  const ended = Promise.withResolvers<'outgrown' | 'gone'>()
  worker.on('error', (error: NodeJS.ErrnoException) =>
    ended.resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outgrown' : 'gone'),
  )
  worker.on('exit', () => ended.resolve('gone'))
  const looking = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ total_heap_size: heap, external_memory: outside }) => {
        if (heap + outside <= mostMb * MB) return
        ended.resolve('outgrown')
        void worker.terminate()
      },
      () => undefined, // gone meanwhile
    )
  }, LOOK_EACH_MS)
  return {
    async next(patienceMs) {
      // Resolved by the event itself: a thread that ends behind its answer is drained and gone within one turn, and the answer counts.
      const message = Promise.withResolvers<Message>()
      worker.once('message', message.resolve)
      const late = Promise.withResolvers<'late'>()
      const timer = setTimeout(() => late.resolve('late'), patienceMs)
      try {
        return await Promise.race([message.promise, ended.promise, late.promise])
      } finally {
        clearTimeout(timer)
        worker.off('message', message.resolve)
      }
    },
    post: (message) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(message)
    },
    async close() {
      clearInterval(looking)
      await worker.terminate()
    },
  }
}
