import { expect } from 'vitest'

/** What is said, read out only when asked, and how it has to read. */
type Reading = readonly [said: () => unknown, reads: string]

export const read = (...readings: readonly Reading[]): void =>
  expect(readings.map(([said]) => said())).toEqual(readings.map(([, reads]) => reads))
