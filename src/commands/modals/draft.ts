import type { App } from '@slack/bolt'
import type { Ctx } from '../../usecases/context.ts'
import { editDraft } from '../../usecases/outreach/edit-draft.ts'
import { loadDraftText } from '../../usecases/outreach/load-draft-text.ts'
import { rejectDraft } from '../../usecases/outreach/reject-draft.ts'
import { type CardRef, readCardValue } from '../../views/draft-card/ids.ts'
import { type DraftWords, renderEditModal, renderUnsavedText } from '../../views/draft-modals/blocks.ts'
import { BODY, EDIT_MODAL, REASON, REJECT_MODAL, SUBJECT } from '../../views/draft-modals/ids.ts'
import { rejectReason, draftWords as typedWords } from '../../views/draft-modals/submit.ts'
import { draftWords } from '../draft-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'

export function registerDraftModals(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, EDIT_MODAL, async ({ ctx, view }) => {
    const ref = readCardValue(view.private_metadata)
    const typed = typedWords(view.state.values)
    const edited = await editDraft(ctx, { ...ref, ...typed })
    if (edited.ok) return { kind: 'done' }
    const { refusal } = edited
    if (refusal.kind === 'superseded') return meanwhile(ctx, ref, typed)
    if (refusal.kind !== 'bad_input') return unsaved(draftWords(ctx, refusal), typed)
    const errors = refusal.problems.map(({ path, message }) => [path === 'subject' ? SUBJECT : BODY, message])
    return { kind: 'errors', errors: Object.fromEntries(errors) as Record<string, string> }
  })

  onSubmit(app, shell, REJECT_MODAL, async ({ ctx, view }) => {
    const ref = readCardValue(view.private_metadata)
    const rejected = await rejectDraft(ctx, { ...ref, reason: rejectReason(view.state.values) })
    if (rejected.ok) return { kind: 'done' }
    const { refusal } = rejected
    const [problem] = refusal.kind === 'bad_input' ? refusal.problems : []
    return { kind: 'errors', errors: { [REASON]: problem?.message ?? draftWords(ctx, refusal) } }
  })
}

/** The newer text is shown above what was typed; saving once more replaces it knowingly. */
async function meanwhile(ctx: Ctx, { draftId }: CardRef, typed: DraftWords): Promise<Submitted> {
  const now = await loadDraftText(ctx, { draftId })
  if (!now.ok) return unsaved(draftWords(ctx, now.refusal), typed)
  const { revision } = now.value
  return { kind: 'update', view: renderEditModal({ draftId, revisionId: revision.id }, typed, revision) }
}

const unsaved = (why: string, typed: DraftWords): Submitted => ({ kind: 'update', view: renderUnsavedText(why, typed) })
