import { parentPort } from 'node:worker_threads'

// Listens for ever and says nothing.
parentPort?.on('message', () => undefined)
