/** The buttons on a reply's card and the forms behind them. What was decided shows on the card itself; only a refusal is told. */
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { replyList, replyRefusals } from '../../domain/shared/words/replies.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { decideReply, type ReplyRefusal } from '../../usecases/replies/decide-reply.ts'
import { showReply } from '../../usecases/replies/list-replies.ts'
import { type OpenedReply, openReply } from '../../usecases/replies/load-reply.ts'
import { undoDecision } from '../../usecases/replies/undo-decision.ts'
import { answer, ticked } from '../../views/form-fields.ts'
import { safe } from '../../views/mrkdwn.ts'
import {
  DO_NOT_CONTACT,
  LATER_DAY,
  LATER_MODAL,
  NOT_INTERESTED_MODAL,
  REPLY_INTERESTED,
  REPLY_LATER,
  REPLY_NOT_INTERESTED,
  REPLY_OPEN,
  REPLY_SHOW,
  REPLY_UNDO,
  REPLY_WRONG_PERSON,
} from '../../views/reply-card/ids.ts'
import { renderLaterModal, renderNotInterestedModal, renderOpenReply } from '../../views/reply-card/modals.ts'
import { openAbove } from '../open-modal.ts'
import { reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit } from '../shell/on-submit.ts'

const AT_ONCE = { [REPLY_INTERESTED]: 'interested', [REPLY_WRONG_PERSON]: 'wrong_person' } as const
const FORMS: Readonly<Record<string, (reply: OpenedReply) => ModalView>> = {
  [REPLY_LATER]: renderLaterModal,
  [REPLY_NOT_INTERESTED]: renderNotInterestedModal,
  [REPLY_OPEN]: renderOpenReply,
}

export function registerReplies(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  for (const [actionId, decision] of Object.entries(AT_ONCE))
    onPress(app, shell, actionId, async ({ ctx, pressed }) => {
      const decided = await decideReply(ctx, { replyId: pressed.value, decision })
      return decided.ok ? undefined : { text: replyWords(decided.refusal) }
    })

  for (const [actionId, render] of Object.entries(FORMS))
    onPress(app, shell, actionId, async (press) => {
      const opened = await openReply(press.ctx, { replyId: press.pressed.value })
      return opened.ok ? openAbove(press, render(opened.value)) : { text: replyWords(opened.refusal) }
    })

  onPress(app, shell, REPLY_SHOW, async ({ ctx, pressed }) => {
    const shown = await showReply(ctx, { replyId: pressed.value })
    return { text: shown.ok ? replyList.shown : replyWords(shown.refusal) }
  })

  onPress(app, shell, REPLY_UNDO, async ({ ctx, pressed }) => {
    const undone = await undoDecision(ctx, { replyId: pressed.value })
    return undone.ok ? undefined : { text: reworded(undone.refusal, ({ kind }) => replyRefusals[kind]) }
  })

  onSubmit(app, shell, LATER_MODAL, async ({ ctx, view }) => {
    const day = answer(view.state.values, LATER_DAY) ?? ''
    const decided = await decideReply(ctx, { replyId: view.private_metadata, decision: 'later', day })
    return decided.ok ? { kind: 'done' } : { kind: 'errors', errors: { [LATER_DAY]: replyWords(decided.refusal) } }
  })

  onSubmit(app, shell, NOT_INTERESTED_MODAL, async ({ ctx, view }) => {
    const doNotContact = ticked(view.state.values, DO_NOT_CONTACT)
    const decided = await decideReply(ctx, {
      replyId: view.private_metadata,
      decision: 'not_interested',
      doNotContact,
    })
    return decided.ok ? { kind: 'done' } : { kind: 'errors', errors: { [DO_NOT_CONTACT]: replyWords(decided.refusal) } }
  })
}

const replyWords = (refusal: ReplyRefusal | EdgeRefusal): string =>
  reworded(refusal, (own: ReplyRefusal) =>
    own.kind === 'already_decided'
      ? replyRefusals.already_decided(own.by === undefined ? undefined : safe(own.by, 100), own.state)
      : replyRefusals[own.kind],
  )
