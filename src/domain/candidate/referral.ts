/** Somebody recommends a person whom they know. Pure. */
import type { MemberId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

export const RELATIONS = ['worked_with', 'know_socially', 'know_of'] as const
export type Relation = (typeof RELATIONS)[number]

export type Referral = {
  readonly relation: Relation
  /** Whether the person was told that they are referred. */
  readonly knowsOfIt: boolean
  readonly email: string | undefined
  /** Who referred them first, where that was somebody else. */
  readonly creditTo: MemberId | undefined
}

/** Whoever refers the same person within this after somebody else did is thanked, and the first keeps the credit. */
export const CREDIT_DAYS = 180

export type EarlierReferral = {
  readonly by: MemberId
  readonly at: Instant
  readonly email: string | undefined
  readonly creditTo: MemberId | undefined
}

/** Of earlier referrals under the same name or address the first that may be of the same person: two addresses are two people. */
export function firstReferral(
  email: string | undefined,
  earlier: readonly EarlierReferral[],
): EarlierReferral | undefined {
  const own = email?.toLowerCase()
  return earlier
    .filter((one) => own === undefined || one.email === undefined || one.email.toLowerCase() === own)
    .toSorted((one, other) => one.at - other.at)[0]
}
