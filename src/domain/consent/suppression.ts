/** Addresses that must not be written to. Kept as keyed hashes, so that even erased people stay out. */
import type { Instant } from '../shared/time.ts'

export const SUPPRESSION_REASONS = [
  'unsubscribed',
  'asked_not_to',
  'complaint',
  'hard_bounce',
  'wrong_person',
  'erased',
] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

export type Suppression = { readonly reason: SuppressionReason; readonly at: Instant }

/** The worst first: an address that bounces can be replaced, a person who said no cannot be asked again. */
const SEVERITY = [
  'erased',
  'complaint',
  'unsubscribed',
  'asked_not_to',
  'wrong_person',
  'hard_bounce',
] as const satisfies readonly SuppressionReason[]

export function gravest(suppressions: readonly Suppression[]): Suppression | undefined {
  return [...suppressions].sort((a, b) => SEVERITY.indexOf(a.reason) - SEVERITY.indexOf(b.reason) || a.at - b.at)[0]
}

/** The address is at fault and not our welcome, so another address of the same person may do. */
export const isAboutTheAddress = (reason: SuppressionReason): boolean =>
  reason === 'hard_bounce' || reason === 'wrong_person'
