import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { merge, silverProblem } from '../../domain/shared/words/capture.ts'
import { type MergeRefusal, mergeSilver } from '../../usecases/capture/merge-silver.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { notedMerge, renderMergeModal } from '../../views/merge-modal/blocks.ts'
import { MERGE_MODAL, readMergeMeta } from '../../views/merge-modal/schema.ts'
import { mergeChoices } from '../../views/merge-modal/submit.ts'
import { flagRefusal } from '../actions/triage.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

/** **Merge**. A refusal stands above what was compared, since the view may have no field to put it beside. */
export function registerMergeModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, MERGE_MODAL, async ({ ctx, view }) => {
    const meta = readMergeMeta(view.private_metadata)
    const merged = await mergeSilver(ctx, { ...meta, choices: mergeChoices(view.state.values) })
    // Both modals go: the form below has done its work.
    if (merged.ok) return { kind: 'clear' }
    const { refusal } = merged
    if (refusal.kind === 'changed_since') {
      const preview = { ...refusal.now, formId: refusal.formId, by: refusal.by }
      return { kind: 'update', view: renderMergeModal({ preview, note: merge.changedSince }) }
    }
    return { kind: 'update', view: notedMerge(view as unknown as ModalView, worded(refusal)) }
  })
}

function worded(refusal: Exclude<MergeRefusal, { kind: 'changed_since' }> | EdgeRefusal): string {
  if (isEdgeRefusal(refusal)) return edgeWords(refusal)
  switch (refusal.kind) {
    case 'gone':
      return merge.gone
    case 'lapsed':
      return merge.lapsed
    case 'fields':
      return merge.fixFirst(Object.values(refusal.problems).map(silverProblem).join(' '))
    case 'flag_gone':
    case 'flag_decided':
      return flagRefusal(refusal)
  }
}
