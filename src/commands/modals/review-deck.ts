import type { App } from '@slack/bolt'
import { forAll, review as words } from '../../domain/shared/words/review.ts'
import type { Ctx } from '../../usecases/context.ts'
import { draftForAll } from '../../usecases/outreach/deck-for-all.ts'
import { editDraft } from '../../usecases/outreach/edit-draft.ts'
import { loadDraftText } from '../../usecases/outreach/load-draft-text.ts'
import { cardValue, readCardValue } from '../../views/draft-card/ids.ts'
import { type DraftWords, renderEditModal, renderUnsavedText } from '../../views/draft-modals/blocks.ts'
import { BODY, SUBJECT } from '../../views/draft-modals/ids.ts'
import { draftWords as typedWords } from '../../views/draft-modals/submit.ts'
import { renderNotice } from '../../views/notice-modal/blocks.ts'
import { editMeta, FOR_ALL_MODAL, REVIEW_EDIT_MODAL, readEditMeta, type Sitting } from '../../views/review-deck/ids.ts'
import { forAllWords } from '../actions/review-deck.ts'
import { draftWords } from '../draft-words.ts'
import { beginDeck, deckView } from '../review.ts'
import type { Shell } from '../shell/enter.ts'
import { redraw } from '../shell/in-modal.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'

export function registerReviewModals(app: Pick<App, 'view'>, shell: Shell): void {
  /** **Edit** within a sitting: the deck below shows the new text, which is what an approval then names. */
  onSubmit(app, shell, REVIEW_EDIT_MODAL, async ({ ctx, client, view }) => {
    const { card, sitting } = readEditMeta(view.private_metadata)
    const ref = readCardValue(card)
    const typed = typedWords(view.state.values)
    const edited = await editDraft(ctx, { ...ref, ...typed })
    if (edited.ok) {
      const below = view.previous_view_id ?? ''
      const tell = async () => {
        if (sitting !== undefined && below !== '')
          await redraw(client, below, await deckView(ctx, sitting, { noted: { text: words.saved } }))
        return undefined
      }
      return { kind: 'done', tell }
    }
    const { refusal } = edited
    if (refusal.kind === 'superseded') return meanwhile(ctx, ref.draftId, typed, sitting)
    if (refusal.kind !== 'bad_input') return unsaved(draftWords(ctx, refusal), typed)
    const errors = refusal.problems.map(({ path, message }) => [path === 'subject' ? SUBJECT : BODY, message])
    return { kind: 'errors', errors: Object.fromEntries(errors) as Record<string, string> }
  })

  /** **Write 9 drafts**: fifteen may take longer than Slack waits; they are reviewed in the place of the form. */
  onSubmit(app, shell, FOR_ALL_MODAL, async ({ ctx, view }) => ({
    kind: 'view_later',
    work: async () => {
      const written = await draftForAll(ctx, { listingId: view.private_metadata })
      if (!written.ok) return renderNotice({ text: forAllWords(written.refusal) }, forAll.title)
      const { draftIds } = written.value
      const deck = draftIds.length === 0 ? forAll.noneWritten : await beginDeck(ctx, draftIds)
      return typeof deck === 'string' ? renderNotice({ text: deck }, forAll.title) : deck
    },
  }))
}

async function meanwhile(
  ctx: Ctx,
  draftId: string,
  typed: DraftWords,
  sitting: Sitting | undefined,
): Promise<Submitted> {
  const now = await loadDraftText(ctx, { draftId })
  if (!now.ok) return unsaved(draftWords(ctx, now.refusal), typed)
  const { revision } = now.value
  const ref = { draftId, revisionId: revision.id }
  const view = renderEditModal(ref, typed, revision)
  const meta = sitting === undefined ? cardValue(ref) : editMeta(cardValue(ref), sitting)
  return { kind: 'update', view: { ...view, callback_id: REVIEW_EDIT_MODAL, private_metadata: meta } }
}

const unsaved = (why: string, typed: DraftWords): Submitted => ({ kind: 'update', view: renderUnsavedText(why, typed) })
