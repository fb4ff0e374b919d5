import type {
  Candidate,
  CandidateKind,
  NotHiredReason,
  Seniority,
  Standing,
  Tier,
} from '../../domain/candidate/candidate.ts'
import type { CandidateId, JobId, MemberId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { CandidateChange } from '../../usecases/ports/candidates.ts'
import type { Candidate as CandidateModel } from './generated/client.ts'
import { fromDay, fromInstant, toDayOrNone, toInstant, toInstantOrNone } from './values.ts'

export const toCandidate = (row: CandidateModel): Candidate => ({
  id: row.id as CandidateId,
  fullName: row.fullName,
  headline: row.headline ?? undefined,
  company: row.company ?? undefined,
  consideredRole: row.consideredRole,
  jobId: (row.jobId ?? undefined) as JobId | undefined,
  standing: row.standing as Standing,
  standingDay: toDayOrNone(row.standingDay),
  reason: (row.reason ?? undefined) as NotHiredReason | undefined,
  stageReached: row.stageReached ?? undefined,
  bringBack: row.bringBack ?? undefined,
  advice: row.advice ?? undefined,
  skills: row.skills,
  location: row.location ?? undefined,
  remoteOk: row.remoteOk ?? undefined,
  seniority: (row.seniority ?? undefined) as Seniority | undefined,
  tier: (row.tier ?? undefined) as Tier | undefined,
  kind: row.kind as CandidateKind,
  source: row.source ?? undefined,
  ownerId: (row.ownerId ?? undefined) as MemberId | undefined,
  nextTouch: toDayOrNone(row.nextTouch),
  snoozedUntil: toDayOrNone(row.snoozedUntil),
  snoozedFor: row.snoozedFor === 'similar_job' ? row.snoozedFor : undefined,
  zone: (row.zone ?? undefined) as Zone | undefined,
  lastTouchAt: toInstantOrNone(row.lastTouchAt),
  createdAt: toInstant(row.createdAt),
  version: row.version,
})

/** The columns of a change: what is not named stays, `undefined` clears. */
export function toColumns(change: CandidateChange) {
  const { standingDay, nextTouch, snoozedUntil, lastTouchAt, skills, ...plain } = change
  return {
    ...Object.fromEntries(Object.entries(plain).map(([field, value]) => [field, value ?? null])),
    ...('standingDay' in change ? { standingDay: fromDay(standingDay) } : {}),
    ...('nextTouch' in change ? { nextTouch: fromDay(nextTouch) } : {}),
    ...('snoozedUntil' in change ? { snoozedUntil: fromDay(snoozedUntil) } : {}),
    ...('lastTouchAt' in change ? { lastTouchAt: fromInstant(lastTouchAt) } : {}),
    ...('skills' in change ? { skills: [...(skills ?? [])] } : {}),
  }
}
