import { PATIENCE_MS } from '../../simulator/hands/wait.ts'

/** For `vi.waitUntil`, `vi.waitFor` and `expect.poll`: how long tests wait for what no event tells of, and how often they look. */
export const PATIENT = { timeout: PATIENCE_MS, interval: 20 } as const

/** The start of a process is seconds of work, of which a busy machine makes minutes. */
export const START_MS = 3 * PATIENCE_MS
