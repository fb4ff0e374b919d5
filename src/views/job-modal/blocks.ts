/** "Open a job": filled in from what stood behind `/pool job new`. */
import type { ModalView } from '@slack/types'
import type { ParsedJob } from '../../domain/jobs/parse-job.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import type { Day } from '../../domain/shared/time.ts'
import { seniorities } from '../../domain/shared/words/capture.ts'
import { jobForm as words } from '../../domain/shared/words/jobs.ts'
import { chosen, day, field, option, optionsOf, plain, typed } from '../form-fields.ts'
import { small } from '../mrkdwn.ts'
import { JOB_BLOCKS, JOB_MODAL } from './schema.ts'

export type JobModalModel = { readonly job: ParsedJob; readonly today: Day }

export function renderJobModal({ job, today }: JobModalModel): ModalView {
  const { labels, placeholders } = words
  const remote = option('remote', words.remoteOption)
  return {
    type: 'modal',
    callback_id: JOB_MODAL,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      small(words.intro),
      field(
        { id: JOB_BLOCKS.title, label: labels.title, required: true },
        typed({ value: job.title, max: 150, placeholder: placeholders.title }),
      ),
      field(
        { id: JOB_BLOCKS.location, label: labels.location },
        typed({ value: job.location, max: 120, placeholder: placeholders.location }),
      ),
      field(
        { id: JOB_BLOCKS.remote, label: labels.remote },
        { type: 'checkboxes', options: [remote], ...(job.remoteOk ? { initial_options: [remote] } : {}) },
      ),
      field(
        { id: JOB_BLOCKS.skills, label: labels.skills, hint: words.skillsHint },
        typed({ value: job.skills.map(skillLabel).join(', '), max: 1_000, placeholder: placeholders.skills }),
      ),
      field({ id: JOB_BLOCKS.seniority, label: labels.seniority }, chosen(optionsOf(seniorities), job.seniority)),
      field({ id: JOB_BLOCKS.manager, label: labels.manager }, { type: 'users_select' }),
      field({ id: JOB_BLOCKS.openedOn, label: labels.openedOn, required: true }, day(today, placeholders.day)),
    ],
  }
}
