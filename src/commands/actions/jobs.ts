/** The buttons on jobs: whom to write to, who fits, open, close, and taking each of the two back. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { parseJob } from '../../domain/jobs/parse-job.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { jobAnswers, jobRefusals } from '../../domain/shared/words/jobs.ts'
import { shellWords } from '../../domain/shared/words/shell.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import type { Ctx } from '../../usecases/context.ts'
import { prepareClose, undoCloseJob } from '../../usecases/jobs/close-job.ts'
import { listOpenJobs } from '../../usecases/jobs/list-open-jobs.ts'
import { readChannels, readJob } from '../../usecases/jobs/load-job-card.ts'
import { undoOpenJob } from '../../usecases/jobs/open-job.ts'
import { renderCloseJobModal } from '../../views/close-job-modal/blocks.ts'
import { renderChannels, renderJobCard } from '../../views/job-card/blocks.ts'
import {
  JOB_CHANNELS,
  JOB_CLOSE,
  JOB_DRAFT,
  JOB_NEW,
  JOB_UNDO,
  JOB_UNDO_CLOSE,
  JOB_WHO_FITS,
  readDraftValue,
} from '../../views/job-card/ids.ts'
import { renderJobList } from '../../views/job-list/blocks.ts'
import { renderJobModal } from '../../views/job-modal/blocks.ts'
import { asTyped, safe } from '../../views/mrkdwn.ts'
import { draftFor } from '../draft-for.ts'
import { edgeReply } from '../find-replies.ts'
import { openModal } from '../open-modal.ts'
import { isEdgeRefusal, reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import type { Reply } from '../shell/tell.ts'

export function registerJobs(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, JOB_DRAFT, ({ ctx, pressed }) =>
    draftFor(ctx, { ...readDraftValue(pressed.value), purpose: 'new_role' }),
  )

  onPress(app, shell, JOB_CHANNELS, async ({ ctx, pressed, ack }) => {
    await ack()
    const read = await readChannels(ctx, { jobId: pressed.value })
    return read.ok ? renderChannels(read.value) : { text: reworded(read.refusal, () => jobRefusals.job_gone) }
  })
  onPress(app, shell, JOB_WHO_FITS, async ({ ctx, pressed, ack }) => {
    await ack()
    const found = await readJob(ctx, { jobId: pressed.value })
    if (!found.ok) return isEdgeRefusal(found.refusal) ? edgeReply(found.refusal) : { text: jobRefusals.job_gone }
    return renderJobCard({ ...found.value, zone: ctx.actor.zone })
  })

  onPress(app, shell, JOB_NEW, ({ ctx, client, pressed }) =>
    openJobForm({ ctx, client, triggerId: pressed.triggerId }, ''),
  )

  onPress(app, shell, JOB_CLOSE, async ({ ctx, client, pressed }) => {
    const closing = await prepareClose(ctx, { jobId: pressed.value })
    if (!closing.ok)
      return {
        text: reworded(closing.refusal, ({ kind }) =>
          kind === 'job_closed' ? jobRefusals[kind] : jobRefusals.job_gone,
        ),
      }
    return openModal(client, pressed.triggerId, renderCloseJobModal(closing.value))
  })

  onPress(app, shell, JOB_UNDO, async ({ ctx, pressed }) => {
    const undone = await undoOpenJob(ctx, { jobId: pressed.value })
    return undone.ok ? undefined : { text: reworded(undone.refusal, ({ kind }) => jobRefusals[kind]) }
  })

  onPress(app, shell, JOB_UNDO_CLOSE, async ({ ctx, pressed }) => {
    const undone = await undoCloseJob(ctx, { jobId: pressed.value })
    if (!undone.ok)
      return {
        text: reworded(undone.refusal, ({ kind }) =>
          kind === 'too_late' ? jobRefusals.close_too_late : jobRefusals[kind],
        ),
      }
    return async () => ({ text: jobAnswers.reopened(await titleOf(ctx, pressed.value)), replaces: true })
  })
}

export async function titleOf(ctx: Ctx, jobId: string): Promise<string> {
  const closing = await prepareClose(ctx, { jobId })
  return closing.ok ? safe(closing.value.job.title, 300) : jobAnswers.theJob
}

type Opening = { readonly ctx: Ctx; readonly client: WebClient; readonly triggerId: string }

/** The form *Open a job*, filled in from what was typed. */
export async function openJobForm({ ctx, client, triggerId }: Opening, typed: string): Promise<Reply | undefined> {
  if (!mayAct(ctx.actor, 'job.change')) return { text: shellWords.notAllowed('recruiter') }
  return openModal(client, triggerId, renderJobModal({ job: parseJob(typed), today: dayIn(ctx.now, ctx.actor.zone) }))
}

/** What `/pool job …` does; `words` is what stands behind `job`. */
export async function jobCommand(
  opening: Opening,
  words: string,
  ack: () => Promise<void>,
): Promise<Reply | undefined> {
  const [, use = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? []
  if (/^(?:new|open)$/i.test(use)) return openJobForm(opening, rest)
  if (use !== '' && !/^list$/i.test(use)) return { text: jobRefusals.unknownUse(asTyped(use)) }
  await ack()
  const list = await listOpenJobs(opening.ctx, {})
  return list.ok ? renderJobList(list.value, opening.ctx.actor.zone) : edgeReply(list.refusal)
}
