import type { ModalView } from '@slack/types'
import { DISMISS_LIMIT } from '../../domain/candidate/flag-form.ts'
import { dismissal } from '../../domain/shared/words/flags.ts'
import { type Answers, answer, field, plain, typed } from '../form-fields.ts'

export const DISMISS_MODAL = 'dismiss_modal'
export const DISMISS_REASON = 'dismiss_reason'

/** A small modal: why the flag is not taken up. The metadata is the flag's id. */
export const renderDismissModal = (flagId: string): ModalView => ({
  type: 'modal',
  callback_id: DISMISS_MODAL,
  private_metadata: flagId,
  title: plain(dismissal.title),
  submit: plain(dismissal.submit),
  close: plain(dismissal.close),
  blocks: [
    field(
      { id: DISMISS_REASON, label: dismissal.label, hint: dismissal.hint, required: true },
      typed({ max: DISMISS_LIMIT, lines: true, placeholder: dismissal.placeholder }),
    ),
  ],
})

export const dismissReason = (answers: Answers): string => answer(answers, DISMISS_REASON) ?? ''
