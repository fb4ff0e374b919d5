// The thread of a picture: whoever presses a button meanwhile is answered by the main one.
import { parentPort, workerData } from 'node:worker_threads'
import type { Picture } from '../../domain/metrics/pictures.ts'
import { render } from './render.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(render(workerData as Picture))
