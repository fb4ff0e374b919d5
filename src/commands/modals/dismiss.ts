import type { App } from '@slack/bolt'
import { dismissFlag } from '../../usecases/capture/dismiss-flag.ts'
import { DISMISS_MODAL, DISMISS_REASON, dismissReason } from '../../views/dismiss-modal/blocks.ts'
import { flagRefusal } from '../actions/triage.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

export function registerDismissModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, DISMISS_MODAL, async ({ ctx, view }) => {
    const reason = dismissReason(view.state.values)
    const dismissed = await dismissFlag(ctx, { nearMissId: view.private_metadata, reason })
    if (dismissed.ok) return { kind: 'done' }
    return { kind: 'errors', errors: { [DISMISS_REASON]: flagRefusal(dismissed.refusal) } }
  })
}
