import type { Referral } from '../../domain/candidate/referral.ts'
import type { SilverEntry } from '../../domain/candidate/silver-form.ts'
import { findSkills, skillLabel } from '../../domain/pool/skills.ts'
import type { NearMiss } from '../ports/near-misses.ts'

/** What a flag told already, as answers of the form; the recruiter completes the rest. */
export function entryOfFlag(
  { fullName, role, impressed, referral }: Pick<NearMiss, 'fullName' | 'role' | 'impressed' | 'referral'>,
  referrer?: string,
): SilverEntry {
  const skills = findSkills(impressed).map(skillLabel)
  return {
    fullName,
    role,
    impressed,
    ...(skills.length === 0 ? {} : { skills: skills.join(', ') }),
    ...(referral === undefined ? {} : referred(referral, referrer)),
  }
}

/** They never applied, so there is no outcome to tell; and nothing is sent to who does not know of it. */
const referred = ({ email, knowsOfIt }: Referral, referrer: string | undefined): SilverEntry => ({
  standing: 'withdrew',
  permission: knowsOfIt ? 'referral' : '',
  ...(email === undefined ? {} : { email }),
  ...(referrer === undefined ? {} : { referredBy: referrer }),
})
