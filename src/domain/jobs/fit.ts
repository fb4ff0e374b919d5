/**
 * Whom we know already when a job opens, with the reasons and what is missing. Rules over what recruiters wrote down about the work (role,
 * skills, place, level, tier); nothing about the person's self plays a part, and nobody is contacted by it.
 */
import type { Candidate, Seniority } from '../candidate/candidate.ts'
import { genericWordsOf, roleWords } from '../nurture/role-words.ts'
import { type JobToFill, type Likeness, similarJob } from '../nurture/similar-job.ts'
import type { QueryNode } from '../pool/query/ast.ts'
import { not, some } from '../pool/query/tree.ts'
import { canonicalSkill } from '../pool/skills.ts'

export type FitReason =
  | { readonly kind: 'tier_a' }
  | { readonly kind: 'role'; readonly likeness: 'same' | 'related' }
  | { readonly kind: 'skills'; readonly skills: readonly string[] }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'level'; readonly seniority: Seniority }
export type FitGap =
  | { readonly kind: 'skills'; readonly skills: readonly string[] }
  | { readonly kind: 'place_unknown' }
  | { readonly kind: 'would_move'; readonly place: string }
  | { readonly kind: 'level'; readonly seniority: Seniority }

export type Fit = {
  readonly reasons: readonly FitReason[]
  readonly gaps: readonly FitGap[]
  /** The more, the earlier in the list. */
  readonly points: number
}
type Known = Pick<Candidate, 'consideredRole' | 'skills' | 'location' | 'remoteOk' | 'seniority' | 'company' | 'tier'>

/** Tier A comes first, then near-misses of such a role; skills and the rest order those beside each other. */
const POINTS = { tierA: 100, same: 60, related: 40, skills: 30, place: 6, level: 4 } as const

/** `undefined` where the job is not like what they do or were considered for. */
export function fitOf(person: Known, job: JobToFill): Fit | undefined {
  const likeness = similarJob(person, job)
  if (likeness === undefined) return undefined
  const reasons = reasonsOf(person, job, likeness)
  return { reasons, gaps: gapsOf(person, job, likeness), points: pointsOf(person, job, likeness) }
}

function reasonsOf(person: Known, job: JobToFill, { role, skills, place, level }: Likeness): readonly FitReason[] {
  const seniority = person.seniority ?? job.seniority
  return [
    ...(person.tier === 'A' ? [{ kind: 'tier_a' } as const] : []),
    ...(role === 'by_skills' ? [] : [{ kind: 'role', likeness: role } as const]),
    ...(skills.length > 0 ? [{ kind: 'skills', skills } as const] : []),
    ...(place === 'remote' ? [{ kind: 'remote' } as const] : []),
    ...(place === 'same' && person.location !== undefined ? [{ kind: 'place', place: person.location } as const] : []),
    ...(level === 'same' && seniority !== undefined ? [{ kind: 'level', seniority } as const] : []),
  ]
}

function gapsOf(person: Known, job: JobToFill, { skills, place, level }: Likeness): readonly FitGap[] {
  const missing = [...new Set(job.skills.map((skill) => canonicalSkill(skill) ?? skill.toLowerCase()))].filter(
    (skill) => !skills.includes(skill),
  )
  return [
    ...(missing.length > 0 ? [{ kind: 'skills', skills: missing } as const] : []),
    ...(place === 'unknown' && job.location !== undefined ? [{ kind: 'place_unknown' } as const] : []),
    ...(place === 'same_country' && person.location !== undefined
      ? [{ kind: 'would_move', place: person.location } as const]
      : []),
    ...(level === 'near' && person.seniority !== undefined
      ? [{ kind: 'level', seniority: person.seniority } as const]
      : []),
  ]
}

const pointsOf = ({ tier }: Known, job: JobToFill, { role, skills, place, level }: Likeness): number =>
  (tier === 'A' ? POINTS.tierA : 0) +
  (role === 'by_skills' ? 0 : POINTS[role]) +
  (job.skills.length === 0 ? 0 : Math.round((POINTS.skills * skills.length) / job.skills.length)) +
  (place === 'same' || place === 'remote' ? POINTS.place : 0) +
  (level === 'same' ? POINTS.level : 0)

/** The query by which somebody finds everybody for such a role; a quotation mark would end it. */
export const lookForRole = (title: string): string => {
  const words = title
    .replace(/["<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const core = words.replace(/^(?:junior|mid|senior|sr|staff|principal|lead)\b\.?\s*/i, '')
  return `role:"${core === '' ? words : core}"`
}

/** How whoever may fit is looked for; `fitOf` then judges each. Whoever was hired is not looked for. */
export function lookFor(job: JobToFill): QueryNode | undefined {
  const spelt = job.title.toLowerCase().split(/[^\p{L}\p{N}+#]+/u)
  const words = [...roleWords(job.title)]
  const generic = new Set(genericWordsOf(words))
  const telling = [...spelt, ...words].filter(
    (word) => word.length >= 2 && words.length > 0 && !generic.has(word) && roleWords(word).size > 0,
  )
  // "Product Designer" is made of words that many trades share, so it is looked for as a whole.
  const roles = [...new Set([words.join(' '), ...telling])].filter((text) => text !== '')
  const either = some([
    roles.length === 0 ? undefined : { kind: 'filter', field: 'role', any: roles },
    job.skills.length === 0 ? undefined : { kind: 'filter', field: 'skill', any: job.skills },
  ])
  if (either === undefined) return undefined
  return { kind: 'and', nodes: [either, not({ kind: 'filter', field: 'standing', any: ['hired'] })] }
}
