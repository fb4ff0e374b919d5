import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import type { Day } from '../../src/domain/shared/time.ts'
import { daysAgo, id } from './outreach-builders.ts'

/** Ana, told no so long ago that her window is over, of whom nothing else is known. */
export const aCandidate = (change: Partial<Candidate> = {}): Candidate => ({
  id: id<'candidate'>(7),
  fullName: 'Ana Souza',
  headline: undefined,
  company: undefined,
  consideredRole: 'Senior SRE',
  jobId: undefined,
  standing: 'told_no',
  standingDay: '2025-09-01' as Day,
  reason: undefined,
  stageReached: undefined,
  bringBack: undefined,
  advice: undefined,
  skills: [],
  location: undefined,
  remoteOk: undefined,
  seniority: undefined,
  tier: undefined,
  kind: 'near_miss',
  source: undefined,
  ownerId: undefined,
  nextTouch: undefined,
  snoozedUntil: undefined,
  snoozedFor: undefined,
  zone: undefined,
  lastTouchAt: undefined,
  createdAt: daysAgo(200),
  version: 1,
  ...change,
})
