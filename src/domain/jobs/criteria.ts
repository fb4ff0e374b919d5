/** What a role asks for, and which of it counts most. A recruiter sees and changes all of it; nothing about the person's self can stand here. */
import type { Seniority } from '../candidate/candidate.ts'
import { functionOf, type JobFunction } from '../candidate/job-function.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import type { JobToFill } from '../nurture/similar-job.ts'
import { skillSlug } from '../pool/skills.ts'

/**
 * In the order in which they count unless somebody says otherwise: each weighs as much as all that come after it. `known`: top tier, and
 * near-misses of similar roles.
 */
export const CRITERIA = ['known', 'must', 'role', 'nice', 'level', 'place', 'languages'] as const
export type Criterion = (typeof CRITERIA)[number]

export type RoleCriteria = {
  readonly title: string
  /** Skills by the name that they are stored under; a skill stands in one of the two lists. */
  readonly must: readonly string[]
  readonly nice: readonly string[]
  /** Of the must-haves those of which any one will do: "Python or R". */
  readonly anyOf?: readonly (readonly string[])[]
  /** Of experience in all; nobody's is on record, so that it is asked and does not order anybody. */
  readonly years: number | undefined
  /** Of single skills of the two lists, where the role says how many. */
  readonly skillYears?: Readonly<Record<string, number>>
  readonly seniority: Seniority | undefined
  readonly location: string | undefined
  readonly remoteOk: boolean
  readonly jobFunction: JobFunction | undefined
  /** Names in English, such as `German`. */
  readonly languages: readonly string[]
  /** What counts most comes first; what is left out follows in the usual order. */
  readonly order: readonly Criterion[]
}

/** More would be a wish list, and each is looked for. */
export const MOST_MUST = 15
export const MOST_NICE = 20
export const MOST_LANGUAGES = 5
export const MOST_YEARS = 40

/** Whole: each criterion once. */
export const wholeOrder = (first: readonly Criterion[]): readonly Criterion[] => [...new Set([...first, ...CRITERIA])]

/** A job's own fields say what it asks for. */
export function criteriaOfJob(job: JobToFill): RoleCriteria {
  return {
    title: job.title,
    must: [...new Set(job.skills.flatMap((skill) => skillSlug(skill) ?? []))].slice(0, MOST_MUST),
    nice: [],
    years: undefined,
    seniority: job.seniority ?? seniorityOf(job.title),
    location: job.location,
    remoteOk: job.remoteOk,
    jobFunction: functionOf(job.title),
    languages: [],
    order: CRITERIA,
  }
}

/** What the role asks for, in the order in which it counts. */
export const criteriaAsked = (wanted: RoleCriteria): readonly Criterion[] =>
  wholeOrder(wanted.order).filter((criterion) => ASKS[criterion](wanted))
const ASKS: Readonly<Record<Criterion, (wanted: RoleCriteria) => boolean>> = {
  known: () => true,
  must: ({ must }) => must.length > 0,
  role: () => true,
  nice: ({ nice }) => nice.length > 0,
  level: ({ seniority }) => seniority !== undefined,
  place: ({ location, remoteOk }) => location !== undefined || remoteOk,
  languages: ({ languages }) => languages.length > 0,
}

/** What is asked of experience in all; where a skill asks for as many years, those are meant. */
export const yearsInAll = ({ years, skillYears = {} }: RoleCriteria): number | undefined =>
  years !== undefined && Object.values(skillYears).includes(years) ? undefined : years

/** As the rules about similar jobs take it. */
export const jobOf = ({ title, must, nice, seniority, location, remoteOk }: RoleCriteria): JobToFill => ({
  title,
  location,
  remoteOk,
  skills: must.length > 0 ? must : nice,
  seniority,
})
