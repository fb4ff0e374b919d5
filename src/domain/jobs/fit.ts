/**
 * How well somebody fits what a role asks for, with the reasons and what is missing: one way for *who fits* and for `/pool match`. Rules over
 * what recruiters wrote down about the work (role, skills, place, level, tier); nothing about the person's self plays a part, and nobody is
 * contacted by it.
 */
import type { Candidate, Seniority, Tier } from '../candidate/candidate.ts'
import { functionOf, type JobFunction } from '../candidate/job-function.ts'
import { type Compared, compared } from '../nurture/similar-job.ts'
import { canonicalPlace } from '../pool/places.ts'
import { mustSlots } from './alternatives.ts'
import { type Criterion, criteriaAsked, jobOf, type RoleCriteria, wholeOrder, yearsInAll } from './criteria.ts'

export type FitReason =
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'role'; readonly likeness: 'same' | 'related'; readonly nearMiss: boolean }
  | { readonly kind: 'skills'; readonly skills: readonly string[] }
  | { readonly kind: 'nice'; readonly skills: readonly string[] }
  | { readonly kind: 'mentions'; readonly what: readonly string[] }
  | { readonly kind: 'skill_years'; readonly skill: string; readonly years: number; readonly asked: number }
  | { readonly kind: 'function'; readonly jobFunction: JobFunction }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'level'; readonly seniority: Seniority }
export type FitGap =
  | { readonly kind: 'other_role' }
  | { readonly kind: 'skills'; readonly skills: readonly string[] }
  /** None of those of which any one would do. */
  | { readonly kind: 'any_skill'; readonly skills: readonly string[] }
  | { readonly kind: 'nice'; readonly skills: readonly string[] }
  | { readonly kind: 'place_unknown' }
  /** On record, and no place that is known here. */
  | { readonly kind: 'place_not_known'; readonly place: string }
  | { readonly kind: 'role_place_not_known'; readonly place: string }
  | { readonly kind: 'remote_to_ask' }
  | { readonly kind: 'would_move'; readonly place: string }
  | { readonly kind: 'level'; readonly seniority: Seniority }
  | { readonly kind: 'languages'; readonly languages: readonly string[] }
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'skill_years'; readonly skill: string; readonly years: number | undefined; readonly asked: number }
  | { readonly kind: 'other_function'; readonly jobFunction: JobFunction }

export type Fit = {
  readonly reasons: readonly FitReason[]
  readonly gaps: readonly FitGap[]
  /** 0 to 1,000; the more, the earlier in the list. */
  readonly points: number
}
export type PersonToFit = Pick<
  Candidate,
  | 'consideredRole'
  | 'headline'
  | 'skills'
  | 'location'
  | 'remoteOk'
  | 'seniority'
  | 'company'
  | 'tier'
  | 'kind'
  | 'standing'
> &
  Partial<Pick<Candidate, 'skillUses' | 'jobFunction'>>
/** What the person's words say beyond their fields: skills and languages that are mentioned, and how much they have in common with the role. */
export type Evidence = { readonly mentions: ReadonlySet<string>; readonly words: number }
export const NO_EVIDENCE: Evidence = { mentions: new Set(), words: 0 }

/** Of a skill for fewer years than are asked for; from none on it counts half. Where nobody wrote down how many, something in between. */
const SKILL_ALONE = 0.5
const YEARS_UNKNOWN = 0.75
/** Nobody was considered for such a role, but they do the same kind of work; or for one that is called alike, and they do another kind. */
const SAME_FUNCTION = 0.15
const OTHER_FUNCTION = 0.8
/** A skill that is only mentioned may have been somebody else's. */
const MENTIONED = 0.7
const ROLE = { same: 1, related: 0.7, by_skills: 0.3 } as const
/** Whoever was considered here for such a role is known better than whoever only calls their work so. */
const NOT_CONSIDERED = 0.9
const LEVEL = { same: 1, near: 0.6, unknown: 0.5, far: 0 } as const
const PLACE = { same: 1, remote: 1, remote_to_ask: 0.75, same_country: 0.6, unknown: 0.5, elsewhere: 0 } as const
const TIER = { A: 1, B: 0.4, C: 0 } as const
/** Beside tier A, which is whom the team would hire today. */
const NEAR_MISS = 0.5
/** Somebody's tier says how good they are at their own trade; for another one it says nothing. */
const RELEVANT = 0.5

type Judged = Compared & {
  readonly shows: (what: string) => 'record' | 'mention' | undefined
  /** From 0 to 1. */
  readonly has: (what: string) => number
  readonly nearMiss: boolean
  readonly works: 'same' | 'other' | 'unknown'
  readonly theirFunction: JobFunction | undefined
}

export function fitOf(person: PersonToFit, wanted: RoleCriteria, evidence: Evidence): Fit {
  const judged = judge(person, wanted, evidence)
  return {
    reasons: reasonsOf(person, wanted, judged),
    gaps: gapsOf(person, wanted, judged),
    points: pointsOf(person, wanted, judged, evidence.words),
  }
}

/** By what counts most, of what the role asks for: whoever is equal in it may be told apart by other means. Whoever was hired here is nobody's equal. */
export function levelOf(person: PersonToFit, wanted: RoleCriteria, evidence: Evidence): string {
  const judged = judge(person, wanted, evidence)
  const deciding = criteriaAsked(wanted).slice(0, DECIDING)
  const scores = deciding.map((criterion) => (scoreOf(criterion, person, wanted, judged) ?? 0).toFixed(3))
  const isHired = person.standing === 'hired' ? 'hired' : 'open'
  return [isHired, ...scores].join(' ')
}
export const DECIDING = 2

function judge(person: PersonToFit, wanted: RoleCriteria, { mentions }: Evidence): Judged {
  const job = jobOf(wanted)
  const asConsidered = compared(person, job)
  const called = person.headline === undefined ? undefined : callsItself(person.headline)
  const asCalled = called === undefined ? asConsidered : compared({ ...person, consideredRole: called }, job)
  const better = roleScore(asCalled.role) > roleScore(asConsidered.role)
  const skills = new Set(person.skills)
  const shows = (what: string) => (skills.has(what) ? 'record' : mentions.has(what) ? 'mention' : undefined)
  const theirs = person.jobFunction ?? functionOf(person.consideredRole) ?? functionOf(person.headline ?? '')
  return {
    ...asConsidered,
    role: better ? asCalled.role : asConsidered.role,
    nearMiss: !better && isNearMiss(person),
    shows,
    has: (what) => {
      const shown = shows(what)
      if (shown === undefined) return 0
      return (shown === 'record' ? 1 : MENTIONED) * shareOfYears(person, wanted, what)
    },
    works:
      theirs === undefined || wanted.jobFunction === undefined
        ? 'unknown'
        : theirs === wanted.jobFunction
          ? 'same'
          : 'other',
    theirFunction: theirs,
  }
}

const yearsOf = ({ skillUses = [] }: PersonToFit, skill: string): number | undefined =>
  skillUses.find((use) => use.skill === skill)?.years

function shareOfYears(person: PersonToFit, { skillYears = {} }: RoleCriteria, skill: string): number {
  const asked = skillYears[skill]
  if (asked === undefined) return 1
  const years = yearsOf(person, skill)
  return years === undefined ? YEARS_UNKNOWN : SKILL_ALONE + (1 - SKILL_ALONE) * Math.min(1, years / asked)
}

/** "Staff SRE at Fernhollow" works as a staff SRE. */
export const callsItself = (headline: string): string =>
  headline.split(/\s+(?:at|@|bei|chez)\s+|\s[|·–—-]\s/i)[0] ?? headline
const isNearMiss = ({ kind, standing }: PersonToFit): boolean =>
  kind === 'near_miss' || (kind === 'past_applicant' && standing !== 'withdrew')
const roleScore = (role: Compared['role']): number => (role === undefined ? 0 : ROLE[role])

/** From 0 to 1; `undefined` where the role asks for nothing of the kind. */
function scoreOf(criterion: Criterion, person: PersonToFit, wanted: RoleCriteria, judged: Judged): number | undefined {
  const shareOf = (of: readonly (readonly string[])[]): number | undefined =>
    of.length === 0 ? undefined : of.reduce((sum, any) => sum + Math.max(...any.map(judged.has)), 0) / of.length
  const share = (of: readonly string[]) => shareOf(of.map((what) => [what]))
  switch (criterion) {
    case 'known': {
      const suits = Math.max(roleScore(judged.role), shareOf(mustSlots(wanted)) ?? 0) >= RELEVANT
      const tier = person.tier === undefined || !suits ? 0 : TIER[person.tier]
      return Math.max(tier, judged.nearMiss ? NEAR_MISS * roleScore(judged.role) : 0)
    }
    case 'must':
      return shareOf(mustSlots(wanted))
    case 'role':
      if (judged.role === undefined) return judged.works === 'same' ? SAME_FUNCTION : 0
      return (
        roleScore(judged.role) *
        (judged.nearMiss ? 1 : NOT_CONSIDERED) *
        (judged.works === 'other' ? OTHER_FUNCTION : 1)
      )
    case 'nice':
      return share(wanted.nice)
    case 'level':
      return wanted.seniority === undefined ? undefined : LEVEL[judged.level]
    case 'place':
      return wanted.location === undefined && !wanted.remoteOk ? undefined : PLACE[judged.place]
    case 'languages':
      return share(wanted.languages)
  }
}

/** Words in common decide between those who are equal in all else. */
const FOR_WORDS = 20
const IN_ALL = 1_000

/** Each criterion weighs as much as all that come after it. */
function pointsOf(person: PersonToFit, wanted: RoleCriteria, judged: Judged, words: number): number {
  let weight = 1
  let sum = 0
  let most = 0
  for (const criterion of wholeOrder(wanted.order)) {
    const score = scoreOf(criterion, person, wanted, judged)
    if (score === undefined) continue
    sum += weight * score
    most += weight
    weight /= 2
  }
  return Math.round((IN_ALL - FOR_WORDS) * (most === 0 ? 0 : sum / most) + FOR_WORDS * Math.min(1, Math.max(0, words)))
}

function reasonsOf(person: PersonToFit, wanted: RoleCriteria, judged: Judged): readonly FitReason[] {
  const { role, place, level, nearMiss } = judged
  const seniority = person.seniority ?? wanted.seniority
  const tagged = (of: readonly string[]) => of.filter((what) => judged.shows(what) === 'record')
  const [must, nice] = [tagged(wanted.must), tagged(wanted.nice)]
  const mentioned = [...wanted.must, ...wanted.nice, ...wanted.languages].filter(
    (what) => judged.shows(what) === 'mention',
  )
  const known = yearsAsked(person, wanted, judged).flatMap(({ skill, years, asked }) =>
    years === undefined ? [] : [{ kind: 'skill_years', skill, years, asked } as const],
  )
  return [
    ...(person.tier === 'A' || person.tier === 'B' ? [{ kind: 'tier', tier: person.tier } as const] : []),
    ...(role === 'same' || role === 'related' ? [{ kind: 'role', likeness: role, nearMiss } as const] : []),
    ...(role !== 'same' && role !== 'related' && judged.works === 'same' && wanted.jobFunction !== undefined
      ? [{ kind: 'function', jobFunction: wanted.jobFunction } as const]
      : []),
    ...(must.length > 0 ? [{ kind: 'skills', skills: must } as const] : []),
    ...(nice.length > 0 ? [{ kind: 'nice', skills: nice } as const] : []),
    ...known,
    ...(mentioned.length > 0 ? [{ kind: 'mentions', what: mentioned } as const] : []),
    ...(place === 'remote' ? [{ kind: 'remote' } as const] : []),
    ...(place === 'same' && person.location !== undefined ? [{ kind: 'place', place: person.location } as const] : []),
    ...(level === 'same' && seniority !== undefined ? [{ kind: 'level', seniority } as const] : []),
  ]
}

/** Of the skills that they show, those of which the role says for how long. */
const yearsAsked = (person: PersonToFit, { skillYears = {} }: RoleCriteria, judged: Judged) =>
  Object.entries(skillYears).flatMap(([skill, asked]) =>
    judged.shows(skill) === undefined ? [] : [{ skill, asked, years: yearsOf(person, skill) }],
  )

function gapsOf(person: PersonToFit, wanted: RoleCriteria, judged: Judged): readonly FitGap[] {
  const { role, place, level } = judged
  const missing = (of: readonly string[]) => of.filter((what) => judged.shows(what) === undefined)
  const years = yearsInAll(wanted)
  const short = yearsAsked(person, wanted, judged).filter((one) => one.years === undefined || one.years < one.asked)
  const slots = mustSlots(wanted).filter((any) => missing(any).length === any.length)
  const must = slots.flatMap((any) => (any.length === 1 ? any : []))
  const [nice, languages] = [missing(wanted.nice), missing(wanted.languages)]
  return [
    ...(role === undefined ? [{ kind: 'other_role' } as const] : []),
    ...(judged.works === 'other' && judged.theirFunction !== undefined
      ? [{ kind: 'other_function', jobFunction: judged.theirFunction } as const]
      : []),
    ...(must.length > 0 ? [{ kind: 'skills', skills: must } as const] : []),
    ...slots.flatMap((any) => (any.length > 1 ? [{ kind: 'any_skill', skills: any } as const] : [])),
    ...(nice.length > 0 ? [{ kind: 'nice', skills: nice } as const] : []),
    ...(place === 'unknown' ? placeGaps(person.location, wanted.location) : []),
    ...(place === 'remote_to_ask' ? [{ kind: 'remote_to_ask' } as const] : []),
    ...((place === 'same_country' || place === 'elsewhere') && person.location !== undefined
      ? [{ kind: 'would_move', place: person.location } as const]
      : []),
    ...((level === 'near' || level === 'far') && person.seniority !== undefined
      ? [{ kind: 'level', seniority: person.seniority } as const]
      : []),
    ...(languages.length > 0 ? [{ kind: 'languages', languages } as const] : []),
    ...short.map((one) => ({ kind: 'skill_years', ...one }) as const),
    ...(years === undefined ? [] : [{ kind: 'years', years } as const]),
  ]
}

/** Which of the two places is not known, and whether it is on record at all. */
function placeGaps(theirs: string | undefined, wanted: string | undefined): readonly FitGap[] {
  if (wanted === undefined) return []
  if (theirs === undefined) return [{ kind: 'place_unknown' }]
  return canonicalPlace(theirs) === undefined
    ? [{ kind: 'place_not_known', place: theirs }]
    : [{ kind: 'role_place_not_known', place: wanted }]
}
