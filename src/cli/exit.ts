/** How a command of the terminal ends: `docs/cli.md` lists these for scripts. */
export const EXIT = { done: 0, someRefused: 1, badUsage: 2, noDatabase: 3, bug: 70 } as const

/** What the person at the terminal has to change; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
/** There is nothing to work on yet. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError'
}
