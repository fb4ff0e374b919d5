import { PATIENCE_MS } from '../../simulator/hands/wait.ts'

/** For `vi.waitUntil`, `vi.waitFor` and `expect.poll`: how long tests wait for what no event tells of, and how often they look. */
export const PATIENT = { timeout: PATIENCE_MS, interval: 20 } as const
