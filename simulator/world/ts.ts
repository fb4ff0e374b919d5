import type { Ts } from '../contract.ts'

/** Microseconds as Slack writes them: seconds, a dot, six digits. */
export const formatTs = (micros: number): Ts => `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`

/** The microseconds of a `ts`. */
export const microsOf = (ts: Ts): number => Number(ts.replace('.', ''))
