import type { Selectable, Updateable } from 'kysely'
import { asBirthday } from '../../domain/candidate/birthday.ts'
import type {
  Candidate,
  CandidateKind,
  CareerStage,
  Employment,
  NotHiredReason,
  Relation,
  Seniority,
  Standing,
  Tier,
} from '../../domain/candidate/candidate.ts'
import { asCustomValues } from '../../domain/candidate/custom-field.ts'
import type { JobFunction } from '../../domain/candidate/job-function.ts'
import { asSkillUses } from '../../domain/pool/skill-uses.ts'
import type { CandidateId, JobId, MemberId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { CandidateChange, NewCandidate } from '../../usecases/ports/candidates.ts'
import type { Tables } from './tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from './values.ts'

export const toCandidate = (row: Selectable<Tables['candidate']>): Candidate => ({
  id: row.id as CandidateId,
  fullName: row.fullName,
  headline: row.headline ?? undefined,
  company: row.company ?? undefined,
  consideredRole: row.consideredRole,
  jobId: (row.jobId ?? undefined) as JobId | undefined,
  standing: row.standing as Standing,
  standingDay: row.standingDay ?? undefined,
  reason: (row.reason ?? undefined) as NotHiredReason | undefined,
  stageReached: row.stageReached ?? undefined,
  bringBack: row.bringBack ?? undefined,
  advice: row.advice ?? undefined,
  skills: row.skills ?? [],
  skillUses: asSkillUses(row.skillUses),
  custom: asCustomValues(row.custom),
  location: row.location ?? undefined,
  remoteOk: row.remoteOk ?? undefined,
  seniority: (row.seniority ?? undefined) as Seniority | undefined,
  tier: (row.tier ?? undefined) as Tier | undefined,
  kind: row.kind as CandidateKind,
  jobFunction: (row.jobFunction ?? undefined) as JobFunction | undefined,
  careerStage: (row.careerStage ?? undefined) as CareerStage | undefined,
  employment: (row.employment ?? undefined) as Employment | undefined,
  relation: (row.relation ?? undefined) as Relation | undefined,
  birthday: row.birthday === null ? undefined : asBirthday(row.birthday),
  source: row.source ?? undefined,
  referredBy: (row.referredBy ?? undefined) as MemberId | undefined,
  ownerId: (row.ownerId ?? undefined) as MemberId | undefined,
  nextTouch: row.nextTouch ?? undefined,
  snoozedUntil: row.snoozedUntil ?? undefined,
  snoozedFor: row.snoozedFor === 'similar_job' ? row.snoozedFor : undefined,
  unworked: row.unworked,
  firstDue: row.firstDue ?? undefined,
  checkedAt: toInstantOrNone(row.checkedAt),
  zone: (row.zone ?? undefined) as Zone | undefined,
  lastTouchAt: toInstantOrNone(row.lastTouchAt),
  createdAt: toInstant(row.createdAt),
  version: row.version,
})

/** The columns of a change: what is not named stays, `undefined` clears. */
export function toColumns(change: CandidateChange): Updateable<Tables['candidate']> {
  const { lastTouchAt, checkedAt, skillUses, custom, ...plain } = change
  return {
    ...Object.fromEntries(Object.entries(plain).map(([field, value]) => [field, value ?? null])),
    ...('skillUses' in change ? { skillUses: orNone(skillUses) } : {}),
    ...('custom' in change ? { custom: orNone(custom) } : {}),
    ...('lastTouchAt' in change ? { lastTouchAt: fromInstant(lastTouchAt) } : {}),
    ...('checkedAt' in change ? { checkedAt: fromInstant(checkedAt) } : {}),
  }
}

/** Where there is nothing to say the column is empty, as in a new row. */
const orNone = (value: object | undefined) => (Object.keys(value ?? {}).length === 0 ? null : JSON.stringify(value))

/** All of a new person but who they are. */
export const toRow = ({ createdAt, fullName, consideredRole, kind, standing, ...rest }: Omit<NewCandidate, 'id'>) => ({
  ...toColumns(rest),
  fullName,
  consideredRole,
  kind,
  standing,
  createdAt: new Date(createdAt),
  // Who writes somebody down knows that it is right.
  checkedAt: new Date(createdAt),
})
