import type { App } from '@slack/bolt'
import { answers } from '../../domain/shared/words/drafts.ts'
import { sendActAnswers } from '../../domain/shared/words/posts.ts'
import { approveDraft } from '../../usecases/outreach/approve-draft.ts'
import { loadDraftText } from '../../usecases/outreach/load-draft-text.ts'
import { openDraft } from '../../usecases/outreach/open-draft.ts'
import { undoSend } from '../../usecases/outreach/undo-send.ts'
import { APPROVE, DRAFT_FOR_PERSON, EDIT, OPEN_DRAFT, REJECT, readCardValue, UNDO } from '../../views/draft-card/ids.ts'
import { renderEditModal, renderRejectModal } from '../../views/draft-modals/blocks.ts'
import { draftFor } from '../draft-for.ts'
import { draftWords } from '../draft-words.ts'
import { notYetWords } from '../not-yet.ts'
import { openModal } from '../open-modal.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

/** The buttons of a draft's card. What was done shows on the card itself, which is drawn anew; only a refusal is told. */
export function registerDraftCard(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, DRAFT_FOR_PERSON, ({ ctx, pressed }) => draftFor(ctx, { candidateId: pressed.value }))

  onPress(app, shell, OPEN_DRAFT, async ({ ctx, pressed }) => {
    const opened = await openDraft(ctx, { draftId: pressed.value })
    if (!opened.ok) return { text: draftWords(ctx, opened.refusal) }
    // From Home there is no message to answer beside; the card itself is the answer.
    return pressed.view === undefined ? { text: answers.broughtUp } : undefined
  })

  onPress(app, shell, APPROVE, async ({ ctx, pressed }) => {
    const { draftId, revisionId } = readCardValue(pressed.value)
    const approved = await approveDraft(ctx, { draftId, revisionId })
    if (approved.ok) return undefined
    const { refusal } = approved
    if (refusal.kind === 'no_mail') return { text: answers.noMail }
    if (refusal.kind === 'not_yet') return { text: await notYetWords(ctx, draftId, refusal.because) }
    return { text: draftWords(ctx, refusal) }
  })

  onPress(app, shell, EDIT, async ({ ctx, client, pressed }) => {
    const { draftId } = readCardValue(pressed.value)
    const text = await loadDraftText(ctx, { draftId })
    if (!text.ok) return { text: draftWords(ctx, text.refusal) }
    const { revision } = text.value
    return openModal(client, pressed.triggerId, renderEditModal({ draftId, revisionId: revision.id }, revision))
  })

  onPress(app, shell, REJECT, async ({ ctx, client, pressed }) => {
    const { draftId } = readCardValue(pressed.value)
    const text = await loadDraftText(ctx, { draftId })
    if (!text.ok) return { text: draftWords(ctx, text.refusal) }
    const ref = { draftId, revisionId: text.value.revision.id }
    return openModal(client, pressed.triggerId, renderRejectModal(ref))
  })

  onPress(app, shell, UNDO, async ({ ctx, pressed }) => {
    const undone = await undoSend(ctx, { sendId: pressed.value })
    if (undone.ok) return { text: answers.undone }
    if (isEdgeRefusal(undone.refusal)) return { text: edgeWords(undone.refusal) }
    return { text: undone.refusal.kind === 'no_such_send' ? sendActAnswers.gone : sendActAnswers.too_late }
  })
}
