/** What the clock starts: the jobs, and the scheduler that looks after them. */

import { makeDrawPicture } from '../adapters/charts/draw-picture.ts'
import { everyMinute } from '../adapters/system/every-minute.ts'
import { makeDigestJob } from '../jobs/digest.ts'
import { makeDuplicatesJob } from '../jobs/duplicates.ts'
import { makeHandOverJob } from '../jobs/hand-over.ts'
import { makeNudgeJob } from '../jobs/nudge.ts'
import { makePoolsJob } from '../jobs/pools.ts'
import { makeScheduler, type Scheduler } from '../jobs/scheduler.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { Log } from '../usecases/ports/log.ts'
import type { SlackPoster } from '../usecases/ports/slack.ts'

export type ClockParts = {
  readonly contexts: Contexts
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
  readonly log: Log
  readonly leaseSeconds: number | undefined
}

/** Longer than any step of a job may take: a call to Slack is given up after ten seconds, a transaction as well. */
const LEASE_SECONDS = 120

export const makeClock = ({ contexts, poster, log, leaseSeconds = LEASE_SECONDS }: ClockParts): Scheduler =>
  makeScheduler({
    contexts,
    jobs: [
      makeNudgeJob({ contexts, poster }),
      makeDigestJob({ contexts, poster, draw: makeDrawPicture(), log }),
      makeDuplicatesJob({ contexts }),
      makePoolsJob({ contexts }),
      makeHandOverJob({ contexts }),
    ],
    log,
    leaseSeconds,
    everyMinute,
  })
