import type { Candidate } from '../../domain/candidate/candidate.ts'
import { dayIn, daysBetween, type Instant, type Zone } from '../../domain/shared/time.ts'
import { whyNowWords as words } from '../../domain/shared/words/drafts.ts'
import type { Job } from '../ports/workspace.ts'

/** One line that says why this person, why today: the reason first, then how long it has been quiet. Days are the reader's. Plain text. */
export function whyNow(
  candidate: Pick<Candidate, 'standing' | 'standingDay' | 'consideredRole' | 'lastTouchAt'>,
  job: Pick<Job, 'title' | 'openedAt'> | undefined,
  now: Instant,
  zone: Zone,
): string {
  const today = dayIn(now, zone)
  const daysSince = (moment: Instant) => daysBetween(dayIn(moment, zone), today)
  const stands = words.standing(candidate.standing, candidate.consideredRole)
  const since = candidate.standingDay === undefined ? undefined : daysBetween(candidate.standingDay, today)
  const opened = job === undefined ? undefined : words.jobOpened(job.title, daysSince(job.openedAt))
  const quiet =
    candidate.lastTouchAt === undefined ? words.neverContacted : words.quiet(daysSince(candidate.lastTouchAt))
  return [since === undefined ? stands : words.ago(stands, since), opened, quiet]
    .filter((part) => part !== undefined)
    .join(' · ')
}
