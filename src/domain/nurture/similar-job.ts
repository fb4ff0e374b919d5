/**
 * Whether a job is like what somebody did here or was considered for: by the words of the role, the skills, the place and the level.
 * Every reason is a fact of the two rows, so that it can be told in words; nothing about the person's self is looked at.
 */
import type { Candidate, Seniority } from '../candidate/candidate.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import { canonicalPlace, placePath } from '../pool/places.ts'
import { COUNTRIES } from '../pool/places-data.ts'
import { placesNamed } from '../pool/several-places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { genericWordsOf, roleWords } from './role-words.ts'

export type PersonForJob = Pick<
  Candidate,
  'consideredRole' | 'skills' | 'location' | 'remoteOk' | 'seniority' | 'company'
>
export type JobToFill = {
  readonly title: string
  readonly location: string | undefined
  readonly remoteOk: boolean
  readonly skills: readonly string[]
  readonly seniority?: Seniority | undefined
}

/** Why the job is like theirs. `unknown` never keeps anybody out: what nobody recorded is no reason against them. */
export type Likeness = {
  /** `same`: the same words but for the level; `related`: some of them; `by_skills`: the same trade and what it needs. */
  readonly role: 'same' | 'related' | 'by_skills'
  /** Canonical names of the job's skills that they have, in the job's order. */
  readonly skills: readonly string[]
  /** `remote_to_ask`: the job may be done remotely, and nobody wrote down whether that suits them. */
  readonly place: 'same' | 'same_country' | 'remote' | 'remote_to_ask' | 'unknown'
  readonly level: 'same' | 'near' | 'unknown'
}

/** As `Likeness`, and what speaks against it: no such role, too far away, another level. */
export type Compared = {
  readonly role: Likeness['role'] | undefined
  readonly skills: readonly string[]
  readonly place: Likeness['place'] | 'elsewhere'
  readonly level: Likeness['level'] | 'far'
}

export function compared(person: PersonForJob, job: JobToFill): Compared {
  const skills = sharedSkills(person.skills, job.skills)
  return {
    skills,
    role: roleLikeness(person, job, skills),
    place: placeLikeness(person, job),
    level: levelLikeness(person, job),
  }
}

/** `undefined` where the job is not like theirs. */
export function similarJob(person: PersonForJob, job: JobToFill): Likeness | undefined {
  const { role, skills, place, level } = compared(person, job)
  return role === undefined || place === 'elsewhere' || level === 'far' ? undefined : { role, skills, place, level }
}

const nameOfSkill = (skill: string): string => canonicalSkill(skill) ?? skill.toLowerCase()

function sharedSkills(theirs: readonly string[], wanted: readonly string[]): readonly string[] {
  const has = new Set(theirs.map(nameOfSkill))
  return [...new Set(wanted.map(nameOfSkill))].filter((skill) => has.has(skill))
}

/** By skills alone takes this many, and half of what the job asks for. */
const ENOUGH_SKILLS = 2

function roleLikeness(person: PersonForJob, job: JobToFill, shared: readonly string[]): Likeness['role'] | undefined {
  const theirs = roleWords(person.consideredRole)
  const wanted = roleWords(job.title)
  if (theirs.size === 0 || wanted.size === 0) return undefined
  const common = [...wanted].filter((word) => theirs.has(word))
  if (common.length === theirs.size && common.length === wanted.size) return 'same'
  const generic = genericWordsOf(common)
  const says = common.length - generic.length
  const union = theirs.size + wanted.size - common.length
  const contradicted = job.skills.length > 0 && person.skills.length > 0 && shared.length === 0
  if (says > 0 && 2 * common.length >= union && !contradicted) return 'related'
  const enough = shared.length >= ENOUGH_SKILLS && 2 * shared.length >= job.skills.length
  return enough && generic.length > 0 ? 'by_skills' : undefined
}

const COUNTRY_IDS: ReadonlySet<string> = new Set(COUNTRIES.map(({ id }) => id))

/** Of several places of a job the best counts. */
function placeLikeness(person: PersonForJob, job: JobToFill): Compared['place'] {
  const theirs = person.location === undefined ? undefined : canonicalPlace(person.location)
  const wanted = job.location === undefined ? [] : placesNamed(job.location)
  const path = theirs === undefined ? [] : placePath(theirs)
  const jobPaths = wanted.map(placePath)
  const isThere = (id: string, at: number) =>
    path.includes(id) || (theirs !== undefined && jobPaths[at]?.includes(theirs) === true)
  if (wanted.some(isThere)) return 'same'
  if (job.remoteOk && person.remoteOk !== false) return person.remoteOk === true ? 'remote' : 'remote_to_ask'
  if (wanted.length === 0 || theirs === undefined) return 'unknown'
  const countries = path.filter((id) => COUNTRY_IDS.has(id))
  return countries.some((id) => jobPaths.some((one) => one.includes(id))) ? 'same_country' : 'elsewhere'
}

/** Steps of one ladder. A step up or down is worth a word; two are another job. */
const RUNG = {
  intern: 0,
  junior: 1,
  mid: 2,
  senior: 3,
  staff: 4,
  lead: 4,
  principal: 5,
  manager: 5,
  director: 6,
  executive: 7,
} as const satisfies Record<Seniority, number>
const MANAGES: ReadonlySet<Seniority> = new Set(['manager', 'director', 'executive'])

function levelLikeness(person: PersonForJob, job: JobToFill): Likeness['level'] | 'far' {
  const theirs = person.seniority ?? seniorityOf(person.consideredRole)
  const wanted = job.seniority ?? seniorityOf(job.title)
  if (theirs === undefined || wanted === undefined) return 'unknown'
  if (theirs === wanted) return 'same'
  // Who leads a team may manage one; otherwise managing people is another trade.
  const crosses = MANAGES.has(theirs) !== MANAGES.has(wanted)
  if (crosses && theirs !== 'lead' && wanted !== 'lead') return 'far'
  return Math.abs(RUNG[theirs] - RUNG[wanted]) <= 1 ? 'near' : 'far'
}
