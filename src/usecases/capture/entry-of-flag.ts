import type { SilverEntry } from '../../domain/candidate/silver-form.ts'
import { findSkills, skillLabel } from '../../domain/pool/skills.ts'
import type { NearMiss } from '../ports/near-misses.ts'

/** What a flag told already, as answers of the form; the recruiter completes the rest. */
export function entryOfFlag({
  fullName,
  role,
  impressed,
}: Pick<NearMiss, 'fullName' | 'role' | 'impressed'>): SilverEntry {
  const skills = findSkills(impressed).map(skillLabel)
  return { fullName, role, impressed, ...(skills.length === 0 ? {} : { skills: skills.join(', ') }) }
}
