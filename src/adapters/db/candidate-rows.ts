import type { Selectable, Updateable } from 'kysely'
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
  location: row.location ?? undefined,
  remoteOk: row.remoteOk ?? undefined,
  seniority: (row.seniority ?? undefined) as Seniority | undefined,
  tier: (row.tier ?? undefined) as Tier | undefined,
  kind: row.kind as CandidateKind,
  source: row.source ?? undefined,
  ownerId: (row.ownerId ?? undefined) as MemberId | undefined,
  nextTouch: row.nextTouch ?? undefined,
  snoozedUntil: row.snoozedUntil ?? undefined,
  snoozedFor: row.snoozedFor === 'similar_job' ? row.snoozedFor : undefined,
  zone: (row.zone ?? undefined) as Zone | undefined,
  lastTouchAt: toInstantOrNone(row.lastTouchAt),
  createdAt: toInstant(row.createdAt),
  version: row.version,
})

/** The columns of a change: what is not named stays, `undefined` clears. */
export function toColumns(change: CandidateChange): Updateable<Tables['candidate']> {
  const { lastTouchAt, ...plain } = change
  return {
    ...Object.fromEntries(Object.entries(plain).map(([field, value]) => [field, value ?? null])),
    ...('lastTouchAt' in change ? { lastTouchAt: fromInstant(lastTouchAt) } : {}),
  }
}

/** All of a new person but who they are. */
export const toRow = ({ createdAt, fullName, consideredRole, kind, standing, ...rest }: Omit<NewCandidate, 'id'>) => ({
  ...toColumns(rest),
  fullName,
  consideredRole,
  kind,
  standing,
  createdAt: new Date(createdAt),
})
