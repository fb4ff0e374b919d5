/** *May be mentioned* on a private matter: what it speaks of, and a box for whoever wants letters to say it all the same. */
import type { ModalView } from '@slack/types'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { forms } from '../../domain/shared/words/drafts.ts'
import { concerns, keepBox } from '../concerns.ts'
import { plain } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'

export const TELLING_MODAL = 'fact_telling_modal'
export const TELLING_KEEP = 'telling_keep'

export const renderTellingModal = (
  factId: string,
  { text, warned }: { readonly text: string; readonly warned: readonly SensitiveWarning[] },
): ModalView => ({
  type: 'modal',
  callback_id: TELLING_MODAL,
  private_metadata: factId,
  title: plain(forms.telling.title),
  submit: plain(forms.telling.submit),
  close: plain(forms.cancel),
  blocks: [
    section(forms.telling.about(safe(text, 1_500))),
    ...concerns(warned, TELLING_KEEP),
    section(forms.telling.why),
    keepBox(TELLING_KEEP, forms.telling.keep),
  ],
})
