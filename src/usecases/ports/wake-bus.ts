export const WAKES = ['sends', 'posts', 'inbox', 'imports'] as const
export type WakeName = (typeof WAKES)[number]

/**
 * Carries a wake to whichever replica is free. It carries no work: the rows are the truth, a wake that gets lost costs the time until the
 * next sweep, and one that comes twice costs a look.
 */
export type WakeBus = {
  start(onWake: (name: WakeName) => void): Promise<void>
  /** Never throws and never waits. */
  wake(name: WakeName): void
  stop(): Promise<void>
}
