/** When an approved message leaves: after the hold in which it can be undone, in the candidate's working hours. */
import { type Instant, plus, SECOND, type Zone } from '../shared/time.ts'
import { nextOpen, type QuietHours, quietAt } from './quiet-hours.ts'

export type DueRequest = {
  readonly approvedAt: Instant
  readonly holdSeconds: number
  readonly quietHours: QuietHours
  readonly zone: Zone
  readonly now: Instant
  /** *Schedule…*, or the next try after a failure. */
  readonly notBefore?: Instant | undefined
}

/** `moved` says why it is later than the hold (and the schedule) alone would have it. */
export type Due = { readonly at: Instant; readonly moved: 'night' | 'weekend' | undefined }

export function dueAt({ approvedAt, holdSeconds, quietHours, zone, now, notBefore }: DueRequest): Due {
  const earliest = Math.max(plus(approvedAt, holdSeconds * SECOND), now, notBefore ?? now) as Instant
  return { at: nextOpen(earliest, quietHours, zone), moved: quietAt(earliest, quietHours, zone) }
}

/** The clock that counts is the candidate's; where we do not know it, the workspace's. */
export const zoneFor = (candidate: Zone | undefined, workspace: Zone): Zone => candidate ?? workspace
