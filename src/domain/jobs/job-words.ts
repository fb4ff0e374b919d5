/**
 * What of somebody may leave the house to be compared with a role: skills that our table knows and the plain words of a job title. No text that
 * somebody typed goes as it is; no name, number, address, trait, fact, rating, pay or company, and nothing of the notes.
 */
import type { Candidate } from '../candidate/candidate.ts'
import { takeContacts } from '../candidate/contacts-in-text.ts'
import { functionOf } from '../candidate/job-function.ts'
import { roleWords } from '../nurture/role-words.ts'
import { type Names, namesSomebody } from '../outreach/names.ts'
import { canonicalSkill, skillLabel } from '../pool/skills.ts'
import type { RoleCriteria } from './criteria.ts'
import { callsItself } from './fit.ts'
import { withoutTraits } from './left-out.ts'

const MOST_WORDS = 12
const MOST_SKILLS = 30

/** Empty where nothing is known. `names` are those of colleagues and of everybody who is compared. */
export function jobWords(person: Candidate, names: Names): string {
  const title = titleWords(person.consideredRole, names)
  const called = person.headline === undefined ? [] : titleWords(callsItself(person.headline), names)
  return written({
    work: [...new Set([...title, ...called])],
    jobFunction: person.jobFunction ?? functionOf(person.consideredRole),
    seniority: person.seniority,
    skills: person.skills,
  })
}

export function roleJobWords({ title, jobFunction, seniority, must, nice }: RoleCriteria, names: Names): string {
  return written({ work: titleWords(title, names), jobFunction, seniority, skills: [...must, ...nice] })
}

type Words = {
  readonly work: readonly string[]
  readonly jobFunction: string | undefined
  readonly seniority: string | undefined
  readonly skills: readonly string[]
}
function written({ work, jobFunction, seniority, skills }: Words): string {
  const known = skills.filter((skill) => canonicalSkill(skillLabel(skill)) !== undefined).slice(0, MOST_SKILLS)
  return [
    ...(work.length === 0 ? [] : [`work: ${work.slice(0, MOST_WORDS).join(' ')}`]),
    ...(seniority === undefined ? [] : [`seniority: ${seniority}`]),
    ...(jobFunction === undefined ? [] : [`function: ${jobFunction}`]),
    ...(known.length === 0 ? [] : [`skills: ${known.map(skillLabel).join(', ')}`]),
  ].join('\n')
}

/** Letters alone: a number may be pay, a year or somebody's telephone. A title that holds a contact or a name says nothing. */
function titleWords(typed: string, names: Names): readonly string[] {
  const { text, leftOut } = withoutTraits(typed)
  const { email, phone, profileLink } = takeContacts(text)
  const isPrivate = leftOut.length > 0 || email !== undefined || phone !== undefined || profileLink !== undefined
  if (isPrivate || namesSomebody(text, names)) return []
  return [...roleWords(text)].filter((word) => /^[a-z+#]{2,24}$/.test(word))
}
