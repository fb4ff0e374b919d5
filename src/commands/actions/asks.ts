import type { App } from '@slack/bolt'
import { askRefusals, cardAsks } from '../../domain/shared/words/asks.ts'
import { sendActAnswers } from '../../domain/shared/words/posts.ts'
import { checkAsk, declineAsk, looksGood } from '../../usecases/outreach/ask-answer.ts'
import { withdrawAsk } from '../../usecases/outreach/ask-colleague.ts'
import { loadVoiceText, sendInOwnVoice, undoOwnVoice } from '../../usecases/outreach/ask-own-voice.ts'
import {
  DECLINE_ASK,
  EDIT_VOICE,
  LOOKS_GOOD,
  readVoiceValue,
  SEND_VOICE,
  SUGGEST,
  UNDO_VOICE,
  WITHDRAW_ASK,
} from '../../views/ask-card/ids.ts'
import { renderSuggestModal, renderVoiceModal } from '../../views/ask-modal/blocks.ts'
import { answerWords } from '../ask-words.ts'
import { openModal } from '../open-modal.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

/** The buttons of a question about a draft. What was done shows on the message itself, which is drawn anew. */
export function registerAsks(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, LOOKS_GOOD, async ({ ctx, pressed }) => {
    const answered = await looksGood(ctx, { askId: pressed.value })
    return { text: answered.ok ? askRefusals.thanks : answerWords(ctx, answered.refusal) }
  })

  onPress(app, shell, DECLINE_ASK, async ({ ctx, pressed }) => {
    const declined = await declineAsk(ctx, { askId: pressed.value })
    return { text: declined.ok ? askRefusals.thanks : answerWords(ctx, declined.refusal) }
  })

  onPress(app, shell, SUGGEST, async ({ ctx, client, pressed }) => {
    const open = await checkAsk(ctx, { askId: pressed.value })
    if (!open.ok) return { text: answerWords(ctx, open.refusal) }
    return openModal(client, pressed.triggerId, renderSuggestModal(pressed.value))
  })

  onPress(app, shell, EDIT_VOICE, async ({ ctx, client, pressed }) => {
    const text = await loadVoiceText(ctx, { askId: pressed.value })
    if (!text.ok) return { text: answerWords(ctx, text.refusal) }
    const { fullName, revisionId } = text.value
    return openModal(
      client,
      pressed.triggerId,
      renderVoiceModal({ askId: pressed.value, revisionId, fullName }, text.value),
    )
  })

  onPress(app, shell, SEND_VOICE, async ({ ctx, pressed }) => {
    const voiced = await sendInOwnVoice(ctx, readVoiceValue(pressed.value))
    if (!voiced.ok) return { text: answerWords(ctx, voiced.refusal) }
    return { text: askRefusals[voiced.value.kind === 'kept' ? 'kept' : 'sent'] }
  })

  onPress(app, shell, UNDO_VOICE, async ({ ctx, pressed }) => {
    const undone = await undoOwnVoice(ctx, { sendId: pressed.value })
    if (undone.ok) return { text: askRefusals.undone }
    if (isEdgeRefusal(undone.refusal)) return { text: edgeWords(undone.refusal) }
    return { text: undone.refusal.kind === 'no_such_send' ? sendActAnswers.gone : sendActAnswers.too_late }
  })

  onPress(app, shell, WITHDRAW_ASK, async ({ ctx, pressed }) => {
    const withdrawn = await withdrawAsk(ctx, { askId: pressed.value })
    return { text: withdrawn.ok ? cardAsks.withdrawn : answerWords(ctx, withdrawn.refusal) }
  })
}
