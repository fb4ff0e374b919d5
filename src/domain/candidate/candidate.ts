/** The person we nearly hired, as the rest of the domain sees them. */
import type { SkillUse } from '../pool/skill-uses.ts'
import type { CandidateId, JobId, MemberId } from '../shared/ids.ts'
import type { Day, Instant, Zone } from '../shared/time.ts'
import type { Birthday } from './birthday.ts'
import type { CustomValues } from './custom-field.ts'
import type { JobFunction } from './job-function.ts'

/** Where things stand, in the order of the modal. `told_no` alone needs its day; of the others it may be known. */
export const STANDINGS = ['interviewing', 'not_told', 'told_no', 'withdrew', 'declined_offer', 'hired'] as const
export type Standing = (typeof STANDINGS)[number]

export const NOT_HIRED_REASONS = [
  'close_second',
  'role_closed',
  'level',
  'skill_gap',
  'pay',
  'location',
  'timing',
  'withdrew',
  'declined_offer',
] as const
export type NotHiredReason = (typeof NOT_HIRED_REASONS)[number]

export const SENIORITIES = [
  'intern',
  'junior',
  'mid',
  'senior',
  'staff',
  'principal',
  'lead',
  'manager',
  'director',
  'executive',
] as const
export type Seniority = (typeof SENIORITIES)[number]
export const TIERS = ['A', 'B', 'C'] as const
export type Tier = (typeof TIERS)[number]
export const KINDS = [
  'near_miss',
  'declined_offer',
  'past_applicant',
  'passive',
  'pre_assessed',
  'referral',
  'alumni',
  'internal',
  'freelance',
] as const
export type CandidateKind = (typeof KINDS)[number]

/** Where somebody is on their way, in words that say nothing of their age. */
export const CAREER_STAGES = ['student', 'starting', 'established', 'expert', 'leading', 'changing_field'] as const
export type CareerStage = (typeof CAREER_STAGES)[number]
export const EMPLOYMENTS = ['employed', 'on_notice', 'between_jobs', 'self_employed', 'studying'] as const
export type Employment = (typeof EMPLOYMENTS)[number]
/** What else a relationship can turn into. */
export const RELATIONS = ['client', 'partner'] as const
export type Relation = (typeof RELATIONS)[number]

export type Candidate = {
  readonly id: CandidateId
  /** The full name is the truth; parts of it are only ever guesses. */
  readonly fullName: string
  readonly headline: string | undefined
  readonly company: string | undefined
  readonly consideredRole: string
  readonly jobId: JobId | undefined
  readonly standing: Standing
  /** The day they were told no, where `standing` is `told_no`; the day of the outcome otherwise, where known. */
  readonly standingDay: Day | undefined
  readonly reason: NotHiredReason | undefined
  readonly stageReached: string | undefined
  readonly bringBack: string | undefined
  readonly advice: string | undefined
  /** Canonical skill names, such as `kubernetes`. */
  readonly skills: readonly string[]
  /** Of some of them for how long and how lately. */
  readonly skillUses: readonly SkillUse[]
  /** What the workspace's own fields say, by their ids. */
  readonly custom: CustomValues
  readonly location: string | undefined
  readonly remoteOk: boolean | undefined
  readonly seniority: Seniority | undefined
  /** Where nobody said it, the role they were considered for tells it (`functionOf`). */
  readonly jobFunction: JobFunction | undefined
  readonly careerStage: CareerStage | undefined
  readonly employment: Employment | undefined
  readonly tier: Tier | undefined
  readonly kind: CandidateKind
  readonly relation: Relation | undefined
  /** Month and day alone, and only as they volunteered it. */
  readonly birthday: Birthday | undefined
  readonly source: string | undefined
  /** The colleague who referred them. */
  readonly referredBy?: MemberId | undefined
  readonly ownerId: MemberId | undefined
  readonly nextTouch: Day | undefined
  /** Nobody is reminded of them before this day; one that has come ends it by itself (see nurture/snooze.ts). */
  readonly snoozedUntil: Day | undefined
  /** What ends it earlier. */
  readonly snoozedFor: 'similar_job' | undefined
  /** Came with a file, and nobody here has been in touch since (see nurture/unworked.ts). */
  readonly unworked: boolean
  /** Many came at once: they do not count as overdue before this day. */
  readonly firstDue: Day | undefined
  /** When a person last said that the profile is right. */
  readonly checkedAt: Instant | undefined
  readonly zone: Zone | undefined
  readonly lastTouchAt: Instant | undefined
  readonly createdAt: Instant
  /** Grows with every change; a writer that read an older one is refused. */
  readonly version: number
}
