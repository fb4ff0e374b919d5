import type { App } from '@slack/bolt'
import { truncate } from '../../domain/shared/text.ts'
import { jobProblems, jobRefusals } from '../../domain/shared/words/jobs.ts'
import { closeJob } from '../../usecases/jobs/close-job.ts'
import { findByName } from '../../usecases/jobs/find-hired.ts'
import { openJob } from '../../usecases/jobs/open-job.ts'
import { CLOSE_JOB_BLOCKS, CLOSE_JOB_MODAL } from '../../views/close-job-modal/schema.ts'
import { closeEntry, closeErrors, closeInputErrors } from '../../views/close-job-modal/submit.ts'
import { renderJobClosed } from '../../views/job-list/blocks.ts'
import { JOB_BLOCKS, JOB_MODAL } from '../../views/job-modal/schema.ts'
import { jobEntry, jobErrors } from '../../views/job-modal/submit.ts'
import { edgeWords } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onOptions } from '../shell/on-event.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'

/** *Open a job* and *Close job*. Both stay open until the change is in; what it means is told by the card in the DM. */
export function registerJobModals(app: Pick<App, 'view' | 'options'>, shell: Shell): void {
  onSubmit(app, shell, JOB_MODAL, async ({ ctx, teamId, view }) => {
    const { manager, ...entry } = jobEntry(view.state.values)
    // Slack knows people who have never met the bot; meeting them here gives them a row of their own.
    const met =
      manager === ''
        ? undefined
        : await shell.contexts.forPerson({ teamId, slackUserId: manager, idempotencyKey: undefined })
    if (manager !== '' && met === undefined) return beside(JOB_BLOCKS.manager, jobProblems.unknown_manager)
    const opened = await openJob(ctx, { ...entry, ...(met === undefined ? {} : { managerId: met.actor.memberId }) })
    if (opened.ok) return { kind: 'done' }
    const { refusal } = opened
    return refusal.kind === 'not_allowed'
      ? beside(JOB_BLOCKS.title, edgeWords(refusal))
      : { kind: 'errors', errors: jobErrors(refusal) }
  })

  onOptions(app, shell, CLOSE_JOB_BLOCKS.who, async ({ ctx, query }) => {
    const found = await findByName(ctx, { words: query })
    return found.ok
      ? found.value.map(({ id, fullName, consideredRole }) => ({
          text: truncate(`${fullName} (${consideredRole})`, 75),
          value: id,
        }))
      : []
  })

  onSubmit(app, shell, CLOSE_JOB_MODAL, async ({ ctx, view }) => {
    const closed = await closeJob(ctx, { ...closeEntry(view.state.values), jobId: view.private_metadata })
    if (closed.ok)
      return { kind: 'done', tell: () => Promise.resolve(renderJobClosed(closed.value, closed.value.title)) }
    const { refusal } = closed
    switch (refusal.kind) {
      case 'fields':
        return { kind: 'errors', errors: closeErrors(refusal.problems) }
      case 'bad_input':
        return { kind: 'errors', errors: closeInputErrors(refusal) }
      case 'not_allowed':
        return beside(CLOSE_JOB_BLOCKS.outcome, edgeWords(refusal))
      case 'no_such_person':
        return beside(CLOSE_JOB_BLOCKS.who, jobRefusals.no_such_person)
      case 'job_gone':
      case 'job_closed':
        return beside(CLOSE_JOB_BLOCKS.outcome, jobRefusals[refusal.kind])
    }
  })
}

const beside = (id: string, text: string): Submitted => ({ kind: 'errors', errors: { [id]: text } })
