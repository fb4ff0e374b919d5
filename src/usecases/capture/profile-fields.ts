/** The two sides of a merge in the one shape that the rules compare. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type ProfileFields, profileFieldsOf } from '../../domain/candidate/merge.ts'
import type { Contact } from '../ports/candidates.ts'
import type { LookedUp } from './look-up.ts'
import type { SilverDetails } from './silver-details.ts'

export function fieldsOnRecord(person: Candidate, contacts: readonly Contact[]): ProfileFields {
  const first = (kind: Contact['kind']) => contacts.find((one) => one.kind === kind)?.value
  return profileFieldsOf(person, { phone: first('phone'), profileLink: first('profile') })
}

export const fieldsTyped = (details: SilverDetails, found: LookedUp): ProfileFields => ({
  ...profileOf(details),
  // Whose person it is stays, unless the form named somebody.
  ownerId: details.ownerSlackId === undefined ? undefined : found.ownerId,
  phone: details.phone,
  profileLink: details.profileLink,
})

/** What the form says of the person's profile, under the names that the profile has for it. */
export const profileOf = (details: SilverDetails): Omit<ProfileFields, 'ownerId' | 'phone' | 'profileLink'> => ({
  fullName: details.fullName,
  consideredRole: details.role,
  standing: details.standing,
  standingDay: details.standingDay,
  reason: details.reason,
  stageReached: details.stage,
  bringBack: details.bringBack,
  advice: details.advice,
  skills: details.skills,
  location: details.location,
  remoteOk: details.remoteOk,
  seniority: details.seniority,
  tier: details.tier,
  nextTouch: details.nextTouch,
  company: details.company,
})
