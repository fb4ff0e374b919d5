// A drawing that ends and leaves nothing behind.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) throw new Error('This is no thread of its own')
