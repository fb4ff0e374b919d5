/** *May be mentioned* on a private or internal matter: what it speaks of, and a box for whoever wants letters to say it all the same. */
import type { ModalView } from '@slack/types'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { forms } from '../../domain/shared/words/drafts.ts'
import { concerns, keepBox } from '../concerns.ts'
import { plain } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'

export const TELLING_MODAL = 'fact_telling_modal'
export const TELLING_KEEP = 'telling_keep'

type Hushed = {
  readonly kind: 'private_matter' | 'internal_matter'
  readonly text: string
  readonly warned: readonly SensitiveWarning[]
}

export const renderTellingModal = (factId: string, { kind, text, warned }: Hushed): ModalView => {
  const isPrivate = kind === 'private_matter'
  return {
    type: 'modal',
    callback_id: TELLING_MODAL,
    private_metadata: factId,
    title: plain(isPrivate ? forms.telling.title : forms.telling.internalTitle),
    submit: plain(forms.telling.submit),
    close: plain(forms.cancel),
    blocks: [
      section(forms.telling.about(safe(text, 1_500))),
      ...concerns(warned, TELLING_KEEP),
      section(isPrivate ? forms.telling.why : forms.telling.internalWhy),
      keepBox(TELLING_KEEP, forms.telling.keep, isPrivate ? undefined : forms.telling.internalTitle),
    ],
  }
}
