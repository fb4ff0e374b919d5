/** What the rules understood of a `/silver` text. Every field was in the text; nothing is invented, and a person confirms it all. */
import type { Day } from '../shared/time.ts'
import type { NotHiredReason, Seniority, Standing, Tier } from './candidate.ts'

export type ParsedSilver = {
  readonly fullName?: string
  readonly email?: string
  /** As it was typed; `checkPhone` gives it its one form. */
  readonly phone?: string
  readonly profileLink?: string
  readonly role?: string
  readonly seniority?: Seniority
  /** As it was typed: "London", "NYC". */
  readonly location?: string
  readonly remoteOk?: boolean
  readonly standing?: Standing
  /** Only where the text names a whole day ("on 12 March", "yesterday"). */
  readonly standingDay?: Day
  /** "in March": the days among which the person still has to choose. */
  readonly standingBetween?: { readonly from: Day; readonly to: Day }
  readonly reason?: NotHiredReason
  readonly skills?: readonly string[]
  readonly tier?: Tier
  /** What would bring them back. */
  readonly bringBack?: string
  /** What was praise or was not understood, so that no word of the text is lost. */
  readonly impressed?: string
}
