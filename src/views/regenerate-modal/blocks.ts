/** **Regenerate with a note…**: what the model should do differently. Sends nothing. */
import type { ModalView } from '@slack/types'
import { LONGEST_NOTE } from '../../domain/outreach/letter-brief.ts'
import { regenerate } from '../../domain/shared/words/model.ts'
import { type CardRef, cardValue } from '../draft-card/ids.ts'
import { type Answers, answer, field, plain, typed } from '../form-fields.ts'

export const REGENERATE_MODAL = 'draft_regenerate_modal'
export const NOTE = 'draft_note'

/** `note` was typed before, and nothing came of it. */
export const renderRegenerateModal = (ref: CardRef, note?: string): ModalView => ({
  type: 'modal',
  callback_id: REGENERATE_MODAL,
  private_metadata: cardValue(ref),
  title: plain(regenerate.title),
  submit: plain(regenerate.submit),
  close: plain(regenerate.cancel),
  blocks: [
    field(
      { id: NOTE, label: regenerate.note, hint: regenerate.hint, required: true },
      typed({ value: note, max: LONGEST_NOTE, lines: true, placeholder: regenerate.placeholder }),
    ),
  ],
})

/** What was typed; the use case judges it. */
export const noteOf = (answers: Answers): string => answer(answers, NOTE) ?? ''
