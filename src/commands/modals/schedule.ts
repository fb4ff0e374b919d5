import type { App } from '@slack/bolt'
import { SCHEDULE_DAYS } from '../../domain/outreach/schedule.ts'
import { escapeMrkdwn } from '../../domain/shared/text.ts'
import { schedule as words } from '../../domain/shared/words/draft-acts.ts'
import type { Ctx } from '../../usecases/context.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { loadDraftText } from '../../usecases/outreach/load-draft-text.ts'
import { type Scheduled, type ScheduleRefusal, scheduleDraft } from '../../usecases/outreach/schedule-draft.ts'
import { readCardValue } from '../../views/draft-card/ids.ts'
import { moment } from '../../views/mrkdwn.ts'
import { DAY, SCHEDULE_MODAL, WHEN } from '../../views/schedule-modal/ids.ts'
import { scheduleEntry } from '../../views/schedule-modal/submit.ts'
import { clockIn } from '../../views/when.ts'
import { draftWords } from '../draft-words.ts'
import { notYetWords } from '../not-yet.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'
import type { Reply } from '../shell/tell.ts'

/** **Approve & schedule**. The card shows when it leaves; only where their night moved it, that is told besides. */
export function registerScheduleModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, SCHEDULE_MODAL, async ({ ctx, view }) => {
    const ref = readCardValue(view.private_metadata)
    const text = await loadDraftText(ctx, { draftId: ref.draftId })
    const scheduled = await scheduleDraft(ctx, { ...ref, ...scheduleEntry(view.state.values) })
    if (!scheduled.ok) return { kind: 'errors', errors: await errorsOf(ctx, ref.draftId, scheduled.refusal) }
    const who = text.ok ? escapeMrkdwn(text.value.fullName) : undefined
    return { kind: 'done', tell: who === undefined ? undefined : movedTo(who, scheduled.value) }
  })
}

function movedTo(who: string, { moved, wanted, dueAt, zone }: Scheduled): Reply | undefined {
  if (moved === null || moved === undefined) return undefined
  return { text: words.moved(who, clockIn(wanted, zone), clockIn(dueAt, zone), moment(dueAt), moved) }
}

async function errorsOf(
  ctx: Ctx,
  draftId: string,
  refusal: ScheduleRefusal | EdgeRefusal,
): Promise<Record<string, string>> {
  if (isEdgeRefusal(refusal)) return { [WHEN]: edgeWords(refusal) }
  if (refusal.kind === 'time_needed' || refusal.kind === 'in_past') return { [DAY]: words.refusals[refusal.kind] }
  if (refusal.kind === 'too_far') return { [DAY]: words.refusals.too_far(SCHEDULE_DAYS) }
  if (refusal.kind === 'no_mail') return { [WHEN]: words.refusals.no_mail }
  if (refusal.kind === 'not_yet') return { [WHEN]: await notYetWords(ctx, draftId, refusal.because) }
  return { [WHEN]: draftWords(ctx, refusal) }
}
