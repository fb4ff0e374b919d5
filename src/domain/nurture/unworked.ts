/** People whom nobody has taken up yet. Pure. */
import type { Candidate } from '../candidate/candidate.ts'
import type { Day } from '../shared/time.ts'

/**
 * `unworked`: they came with a file, and nobody here has been in touch since. Nobody chose that they be left in peace, so it is no snooze and
 * nothing has to end it: an owner, a pool or a word with them does. `from` is the first day on which they may count as overdue.
 * `waits`: somebody whom we know came into a pool with many others, and their first day is still to come.
 */
export type Uptake =
  | { readonly kind: 'unworked'; readonly from: Day | undefined }
  | { readonly kind: 'due' }
  | { readonly kind: 'waits'; readonly from: Day }

type Taken = Pick<Candidate, 'unworked' | 'firstDue' | 'ownerId'>

/** `undefined` of whoever is kept in touch with as everybody is. `inPool`: some list holds them. */
export function uptakeOf({ unworked, firstDue, ownerId }: Taken, today: Day, inPool: boolean): Uptake | undefined {
  const isAhead = firstDue !== undefined && today < firstDue
  if (!unworked) return isAhead ? { kind: 'waits', from: firstDue } : undefined
  if (isAhead) return { kind: 'unworked', from: firstDue }
  return firstDue !== undefined || ownerId !== undefined || inPool
    ? { kind: 'due' }
    : { kind: 'unworked', from: undefined }
}
