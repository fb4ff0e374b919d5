import type { App } from '@slack/bolt'
import { added } from '../../domain/shared/words/capture.ts'
import { type UndoRefusal, undoAdd } from '../../usecases/capture/undo-add.ts'
import { UNDO_ADD_ACTION } from '../../views/added-notice/blocks.ts'
import { reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

const REFUSED = {
  gone: added.undoDone,
  not_yours: added.undoNotYours,
  too_late: added.undoTooLate,
} as const satisfies Record<UndoRefusal['kind'], string>

/** **Undo** after *Add*; the notice itself is drawn anew and says so. */
export function registerAddedNotice(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, UNDO_ADD_ACTION, async ({ ctx, pressed }) => {
    const undone = await undoAdd(ctx, { candidateId: pressed.value })
    return undone.ok ? undefined : { text: reworded(undone.refusal, (refusal) => REFUSED[refusal.kind]) }
  })
}
