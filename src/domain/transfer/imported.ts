/** A person as a row of a table describes them, judged and in the one form of each thing. */
import type {
  CandidateKind,
  CareerStage,
  Employment,
  Relation,
  Seniority,
  Standing,
  Tier,
} from '../candidate/candidate.ts'
import type { CustomValues } from '../candidate/custom-field.ts'
import type { JobFunction } from '../candidate/job-function.ts'
import type { Rating, RatingKind } from '../candidate/rating.ts'
import type { SkillUse } from '../pool/skill-uses.ts'
import type { Day, Instant, Zone } from '../shared/time.ts'

export type ImportedContact = { readonly kind: 'email' | 'phone' | 'profile'; readonly value: string }

export type ImportedRating = Pick<Rating, 'score' | 'evidence'>
export type ImportedRatings = { readonly [Kind in RatingKind]?: ImportedRating }

export type ImportedPerson = {
  readonly fullName: string
  readonly contacts: readonly ImportedContact[]
  readonly role: string
  readonly headline: string | undefined
  readonly company: string | undefined
  readonly standing: Standing
  readonly standingDay: Day | undefined
  /** The file itself says where things stand; else it is what the whole file was imported as, and overrules nothing that is known. */
  readonly saysStanding: boolean
  /** They were told no, but the file does not say when: `standingDay` is today. */
  readonly guessedDay: boolean
  /** The file itself names a role. */
  readonly saysRole: boolean
  readonly stageReached: string | undefined
  readonly skills: readonly string[]
  readonly skillUses: readonly SkillUse[]
  readonly jobFunction: JobFunction | undefined
  readonly careerStage: CareerStage | undefined
  readonly employment: Employment | undefined
  readonly relation: Relation | undefined
  /** Of the workspace's own fields, by their ids. */
  readonly custom: CustomValues
  /** Each with what shows it. */
  readonly ratings: ImportedRatings
  readonly location: string | undefined
  readonly remoteOk: boolean | undefined
  readonly zone: Zone | undefined
  readonly seniority: Seniority | undefined
  readonly tier: Tier | undefined
  readonly kind: CandidateKind
  readonly source: string | undefined
  /** The file says that they want to hear nothing from us. */
  readonly noContact: boolean
  readonly lastTouchAt: Instant | undefined
  readonly nextTouch: Day | undefined
  readonly note: string | undefined
}

/** Where the row's number is as spreadsheets count, the heading being row 1. */
export type ImportedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly person: ImportedPerson
  /** Values that the person can do without: not understood, or too many or too long to keep whole. */
  readonly leftOut: readonly LeftOut[]
}
export const LEFT_OUT = [
  'email',
  'phone',
  'profileLink',
  'headline',
  'company',
  'location',
  'stage',
  'source',
  'skills',
  'seniority',
  'jobFunction',
  'careerStage',
  'employment',
  'relation',
  'tier',
  'kind',
  'standingDay',
  'lastContacted',
  'nextTouch',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]
