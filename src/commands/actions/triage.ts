import type { App } from '@slack/bolt'
import { escapeMrkdwn } from '../../domain/shared/text.ts'
import { triage } from '../../domain/shared/words/flags.ts'
import { entryOfFlag } from '../../usecases/capture/entry-of-flag.ts'
import { reviewFlag } from '../../usecases/capture/review-flag.ts'
import type { FlagRefusal } from '../../usecases/capture/silver-input.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { renderDismissModal } from '../../views/dismiss-modal/blocks.ts'
import { renderSilverModal } from '../../views/silver-modal/blocks.ts'
import { ACCEPT_ACTION, DISMISS_ACTION } from '../../views/triage-card/blocks.ts'
import { openModal } from '../open-modal.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

/** The buttons of a triage card. They open a form; the flag is decided when that is submitted. */
export function registerTriage(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, ACCEPT_ACTION, async ({ ctx, client, pressed }) => {
    const review = await reviewFlag(ctx, { nearMissId: pressed.value })
    if (!review.ok) return { text: escapeMrkdwn(flagRefusal(review.refusal)) }
    const { nearMiss, flaggedBy, referredBy } = review.value
    const { id, evidenceLink } = nearMiss
    const by = flaggedBy ?? ctx.actor.slackUserId
    const view = renderSilverModal({
      entry: entryOfFlag(nearMiss, referredBy),
      ownerSlackId: ctx.actor.slackUserId,
      meta: {
        more: false,
        warned: {},
        flag: { id, by, ...(evidenceLink === undefined ? {} : { link: evidenceLink }) },
      },
    })
    return openModal(client, pressed.triggerId, view)
  })
  onPress(app, shell, DISMISS_ACTION, async ({ ctx, client, pressed }) => {
    const review = await reviewFlag(ctx, { nearMissId: pressed.value })
    if (!review.ok) return { text: escapeMrkdwn(flagRefusal(review.refusal)) }
    return openModal(client, pressed.triggerId, renderDismissModal(review.value.nearMiss.id))
  })
}

/** In plain words, for whoever pressed or submitted too late or may not decide. */
export function flagRefusal(refusal: FlagRefusal | EdgeRefusal): string {
  if (isEdgeRefusal(refusal)) return refusal.kind === 'not_allowed' ? triage.mayNot : edgeWords(refusal)
  if (refusal.kind === 'flag_gone') return triage.gone
  return triage.tooLate[refusal.state](refusal.by ?? triage.somebody)
}
