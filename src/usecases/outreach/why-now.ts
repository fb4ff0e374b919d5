import type { Candidate } from '../../domain/candidate/candidate.ts'
import { DAY, type Day, daysBetween, type Instant } from '../../domain/shared/time.ts'
import { whyNowWords as words } from '../../domain/shared/words/drafts.ts'
import type { Job } from '../ports/workspace.ts'

/** One line that says why this person, why today: the reason first, then how long it has been quiet. Plain text. */
export function whyNow(candidate: Candidate, job: Job | undefined, today: Day, now: Instant): string {
  const stands = words.standing(candidate.standing, candidate.consideredRole)
  const since = candidate.standingDay === undefined ? undefined : daysBetween(candidate.standingDay, today)
  const opened = job === undefined ? undefined : words.jobOpened(job.title, Math.floor((now - job.openedAt) / DAY))
  const quiet =
    candidate.lastTouchAt === undefined
      ? words.neverContacted
      : words.quiet(Math.floor((now - candidate.lastTouchAt) / DAY))
  return [since === undefined ? stands : words.ago(stands, since), opened, quiet]
    .filter((part) => part !== undefined)
    .join(' · ')
}
