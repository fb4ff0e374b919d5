/** `/pool job`: the open jobs with what can be done about each. */
import type { KnownBlock } from '@slack/types'
import { dayIn, daysBetween, type Zone } from '../../domain/shared/time.ts'
import { jobAnswers, jobList as words } from '../../domain/shared/words/jobs.ts'
import type { ClosedJob } from '../../usecases/jobs/close-job.ts'
import type { JobList } from '../../usecases/jobs/list-open-jobs.ts'
import { aboutJob } from '../job-card/blocks.ts'
import { JOB_CLOSE, JOB_NEW, JOB_UNDO_CLOSE, JOB_WHO_FITS } from '../job-card/ids.ts'
import { safe, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'

type Drawn = { readonly text: string; readonly blocks: readonly KnownBlock[] }

export function renderJobList({ jobs, more, now }: JobList, zone: Zone): Drawn {
  const rows = jobs.flatMap(({ job, manager }): KnownBlock[] => {
    const title = safe(flat(job.title), 150)
    const about = aboutJob(job, manager === undefined ? undefined : safe(manager, 100))
    const opened = words.opened(daysBetween(dayIn(job.openedAt, zone), dayIn(now, zone)))
    return [
      section(`${words.row(title, about)} · ${opened}`),
      {
        type: 'actions',
        block_id: `job:${job.id}`,
        elements: [button(JOB_WHO_FITS, words.whoFits, job.id), button(JOB_CLOSE, words.close, job.id)],
      },
    ]
  })
  return {
    text: words.fallback(jobs.length),
    blocks: [
      section(jobs.length === 0 ? words.none : words.heading(jobs.length, more)),
      ...rows,
      { type: 'actions', block_id: 'job_list', elements: [button(JOB_NEW, words.open, 'new')] },
    ],
  }
}

/** What is said after *Close job*, with its *Undo*. */
export function renderJobClosed({ jobId, outcome }: ClosedJob, title: string): Drawn {
  const text = jobAnswers.closed[outcome](safe(flat(title), 300))
  return {
    text: jobAnswers.fallbackClosed,
    blocks: [section(text), { type: 'actions', elements: [button(JOB_UNDO_CLOSE, jobAnswers.undo, jobId)] }],
  }
}
