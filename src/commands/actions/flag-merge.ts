/** *Merge with…* on a flag, and taking back what was decided about one. */
import type { App } from '@slack/bolt'
import { escapeMrkdwn } from '../../domain/shared/text.ts'
import { duplicates } from '../../domain/shared/words/duplicates.ts'
import { triage } from '../../domain/shared/words/flags.ts'
import { mergeChoice as words } from '../../domain/shared/words/notes.ts'
import { likelyPeople } from '../../usecases/capture/likely-people.ts'
import { previewFlagMerge } from '../../usecases/capture/merge-flag.ts'
import { reviewFlag } from '../../usecases/capture/review-flag.ts'
import { type UndoFlagRefusal, undoDismiss, undoMerge } from '../../usecases/capture/undo-merge.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { UNDO_MERGE_ACTION } from '../../views/added-notice/blocks.ts'
import { answer } from '../../views/form-fields.ts'
import { MERGE_CHOICE_MODAL, readChoiceMeta, renderMergeChoice } from '../../views/merge-choice/blocks.ts'
import { renderMergeModal } from '../../views/merge-modal/blocks.ts'
import { section } from '../../views/mrkdwn.ts'
import { button } from '../../views/people-list/blocks.ts'
import { PERSON_CHOICE } from '../../views/person-choice/blocks.ts'
import { MERGE_ACTION, UNDO_DISMISS_ACTION } from '../../views/triage-card/blocks.ts'
import { openModal } from '../open-modal.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'
import type { Reply } from '../shell/tell.ts'
import { flagRefusal } from './triage.ts'

export function registerFlagMerge(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, MERGE_ACTION, async ({ ctx, client, pressed }) => {
    const review = await reviewFlag(ctx, { nearMissId: pressed.value })
    if (!review.ok) return { text: escapeMrkdwn(flagRefusal(review.refusal)) }
    const { nearMiss } = review.value
    const likely = await likelyPeople(ctx, { names: [nearMiss.fullName.slice(0, 200)] })
    const [first] = likely.ok ? likely.value : []
    return openModal(client, pressed.triggerId, renderMergeChoice(nearMiss, first))
  })

  onSubmit(app, shell, MERGE_CHOICE_MODAL, async ({ ctx, view }) => {
    const { nearMissId } = readChoiceMeta(view.private_metadata)
    const candidateId = answer(view.state.values, PERSON_CHOICE) ?? ''
    const preview = await previewFlagMerge(ctx, { nearMissId, candidateId })
    // Pushed, so that *Back* finds the choice as it was.
    if (preview.ok) return { kind: 'push', view: renderMergeModal({ preview: preview.value }) }
    const { refusal } = preview
    if (isEdgeRefusal(refusal))
      return beside(refusal.kind === 'not_allowed' ? flagRefusal(refusal) : edgeWords(refusal))
    if (refusal.kind === 'gone') return beside(words.gone)
    return beside(refusal.kind === 'fields' ? words.unreadable : flagRefusal(refusal))
  })

  onPress(app, shell, UNDO_DISMISS_ACTION, async ({ ctx, pressed }) => {
    const undone = await undoDismiss(ctx, { nearMissId: pressed.value })
    return undone.ok ? undefined : undoRefused(undone.refusal)
  })
  // A notice of it is drawn anew; a profile that was shown is not.
  onPress(app, shell, UNDO_MERGE_ACTION, async ({ ctx, pressed }) => {
    const undone = await undoMerge(ctx, { mergeId: pressed.value })
    return undone.ok ? { text: duplicates.undone } : undoRefused(undone.refusal)
  })
}

/** A merge that came later has its own *Undo* here, wherever its notice went. */
function undoRefused(refusal: UndoFlagRefusal | EdgeRefusal): Reply {
  if (isEdgeRefusal(refusal)) return { text: edgeWords(refusal) }
  if (refusal.kind !== 'later_first') return { text: triage.undoRefused[refusal.kind] }
  const { mergeId, other } = refusal
  const text = other === undefined ? triage.laterFirst.form : triage.laterFirst.people(escapeMrkdwn(other))
  const act = button(UNDO_MERGE_ACTION, triage.laterFirst.act, mergeId)
  return { text, blocks: [section(text), { type: 'actions', elements: [act] }] }
}

const beside = (text: string): Submitted => ({ kind: 'errors', errors: { [PERSON_CHOICE]: text } })
