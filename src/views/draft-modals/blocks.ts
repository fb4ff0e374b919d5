/** **Edit** and **Reject**. Saving sends nothing. The metadata names the draft and the text that the person was looking at. */
import type { KnownBlock, ModalView } from '@slack/types'
import { LONGEST } from '../../domain/outreach/draft.ts'
import { truncate } from '../../domain/shared/text.ts'
import { forms } from '../../domain/shared/words/drafts.ts'
import { type CardRef, cardValue } from '../draft-card/ids.ts'
import { field, plain, typed } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { BODY, EDIT_MODAL, REASON, REJECT_MODAL, SUBJECT } from './ids.ts'

export type DraftWords = { readonly subject: string; readonly body: string }

export const renderEditModal = (
  ref: CardRef,
  words: DraftWords,
  /** The text that took the place of the one that was edited. */
  meanwhile?: DraftWords,
): ModalView => ({
  type: 'modal',
  callback_id: EDIT_MODAL,
  private_metadata: cardValue(ref),
  title: plain(forms.edit.title),
  submit: plain(meanwhile === undefined ? forms.edit.submit : forms.edit.replace),
  close: plain(forms.cancel),
  blocks: [
    ...(meanwhile === undefined ? [] : [section(forms.edit.superseded), ...asItStands(meanwhile)]),
    field(
      { id: SUBJECT, label: forms.edit.subject, required: true },
      typed({ value: words.subject, max: LONGEST.subject }),
    ),
    field(
      { id: BODY, label: forms.edit.body, hint: forms.edit.hint, required: true },
      typed({ value: words.body, max: LONGEST.body, lines: true }),
    ),
  ],
})

/** The draft was decided meanwhile: nothing can be saved, and nothing that was typed is lost. */
export const renderUnsavedText = (why: string, words: DraftWords): ModalView => ({
  type: 'modal',
  title: plain(forms.edit.title),
  close: plain(forms.edit.close),
  blocks: [section(forms.edit.closed(why)), ...asItStands(words)],
})

const asItStands = ({ subject, body }: DraftWords): readonly KnownBlock[] => [
  section(`*${safe(subject, 600)}*`),
  // Taken letter by letter: easy to copy, and nothing in it can become a mention.
  {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: truncate(body, LONGEST.body) }] }],
  },
]

export const renderRejectModal = (ref: CardRef): ModalView => ({
  type: 'modal',
  callback_id: REJECT_MODAL,
  private_metadata: cardValue(ref),
  title: plain(forms.reject.title),
  submit: plain(forms.reject.submit),
  close: plain(forms.cancel),
  blocks: [
    field(
      { id: REASON, label: forms.reject.reason, hint: forms.reject.hint },
      typed({ max: LONGEST.reason, lines: true }),
    ),
  ],
})
