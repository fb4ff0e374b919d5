import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Purpose } from '../../domain/outreach/purpose.ts'
import { fold } from '../../domain/shared/text.ts'
import { DAY, dayIn, type Instant, UTC } from '../../domain/shared/time.ts'
import type { Job } from '../ports/workspace.ts'

/** Open jobs among which one like theirs is looked for, the newest first. */
export const JOBS_LOOKED_AT = 500

/** A job is news for this long after it opened. */
const NEWS_DAYS = 30

/**
 * What a draft is for, where nobody said: whoever was not told hears the outcome first; whom a newly opened job like theirs awaits hears
 * of it; anybody else gets a keep-warm note.
 */
export function choosePurpose(
  candidate: Candidate,
  openJobs: readonly Job[],
  now: Instant,
): { readonly purpose: Purpose; readonly job: Job | undefined } {
  if (candidate.standing === 'not_told') return { purpose: 'decline', job: undefined }
  const job = openJobs.find(
    (open) => now - open.openedAt <= NEWS_DAYS * DAY && isLike(open, candidate) && isNewsTo(open, candidate),
  )
  return job === undefined ? { purpose: 'keep_warm', job } : { purpose: 'new_role', job }
}

/** Not the very job that they were considered for, nor one that was open already when that came to its end. */
const isNewsTo = (job: Job, { jobId, standingDay }: Candidate): boolean =>
  job.id !== jobId && (standingDay === undefined || dayIn(job.openedAt, UTC) > standingDay)

/** The same title; or the same but for the seniority words around it. */
function isLike(job: Job, candidate: Candidate): boolean {
  const title = withoutSeniority(job.title)
  return title !== '' && title === withoutSeniority(candidate.consideredRole)
}

const withoutSeniority = (title: string): string =>
  fold(title)
    .replace(/\b(junior|mid|senior|sr|staff|principal|lead|ii|iii|i)\b\.?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
