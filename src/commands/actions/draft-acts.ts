import type { App } from '@slack/bolt'
import { regenerate } from '../../domain/shared/words/model.ts'
import { loadDraftText } from '../../usecases/outreach/load-draft-text.ts'
import { previewDraft } from '../../usecases/outreach/preview-draft.ts'
import { loadNote } from '../../usecases/outreach/regenerate-draft.ts'
import { renderAskModal } from '../../views/ask-modal/blocks.ts'
import { DRAFT_MORE, type DraftMoreAct, readCardValue, readMore, SCHEDULE } from '../../views/draft-card/ids.ts'
import { renderPreview } from '../../views/preview-modal/blocks.ts'
import { renderRegenerateModal } from '../../views/regenerate-modal/blocks.ts'
import { draftWords } from '../draft-words.ts'
import { openAbove } from '../open-modal.ts'
import { openSchedule } from '../open-schedule.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress, type Press } from '../shell/on-press.ts'
import type { Answer } from '../shell/tell.ts'

/** What stands in the menu of a draft's card, about the draft as it is now. */
const MORE = {
  regenerate: async (press, draftId) => {
    const text = await loadDraftText(press.ctx, { draftId })
    if (!text.ok) return { text: draftWords(press.ctx, text.refusal) }
    if (press.ctx.services.model === undefined) return { text: regenerate.withoutModel }
    const kept = await loadNote(press.ctx, { draftId })
    const note = kept.ok ? kept.value.note : undefined
    return openAbove(press, renderRegenerateModal({ draftId, revisionId: text.value.revision.id }, note))
  },
  ask: async (press, draftId) => {
    const text = await loadDraftText(press.ctx, { draftId })
    if (!text.ok) return { text: draftWords(press.ctx, text.refusal) }
    return openAbove(press, renderAskModal(draftId, text.value.fullName))
  },
  preview: async (press, draftId) => {
    const preview = await previewDraft(press.ctx, { draftId })
    if (!preview.ok) return { text: draftWords(press.ctx, preview.refusal) }
    return openAbove(press, renderPreview(preview.value))
  },
} as const satisfies Record<DraftMoreAct, (press: Press, draftId: string) => Promise<Answer>>

/** **Schedule…** and the menu behind the other buttons of a draft's card. */
export function registerDraftActs(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, SCHEDULE, (press) => openSchedule(press, { draftId: readCardValue(press.pressed.value).draftId }))

  onPress(app, shell, DRAFT_MORE, async (press) => {
    const { act, draftId } = readMore(press.pressed.value)
    return act === undefined ? undefined : MORE[act](press, draftId)
  })
}
