/** "Flag near-miss": what somebody who is not a recruiter is asked, and no more. */
import type { KnownBlock, ModalView } from '@slack/types'
import { FLAG_LIMITS } from '../../domain/candidate/flag-form.ts'
import { truncate } from '../../domain/shared/text.ts'
import { silverPlaceholders } from '../../domain/shared/words/capture.ts'
import { flag } from '../../domain/shared/words/flags.ts'
import { field, option, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { FLAG_BLOCKS, FLAG_MODAL, type FlagMeta } from './schema.ts'

export type FlagModalModel = {
  readonly fullName?: string | undefined
  readonly role?: string | undefined
  readonly impressed?: string | undefined
  readonly meta: FlagMeta
  /** mrkdwn above the fields: why this form, or what was flagged before. */
  readonly notes: readonly string[]
  readonly openRoles: readonly string[]
}

export function renderFlagModal({ fullName, role, impressed, meta, notes, openRoles }: FlagModalModel): ModalView {
  const { labels } = flag
  const roles = openRoles.length === 0 ? undefined : truncate(flag.openRoles(openRoles.join(' · ')), 300)
  return {
    type: 'modal',
    callback_id: FLAG_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(flag.title),
    submit: plain(flag.submit),
    close: plain(flag.close),
    blocks: [
      ...notes.map(
        (text): KnownBlock => ({ type: 'context', elements: [{ type: 'mrkdwn', text: truncate(text, 3000) }] }),
      ),
      field(
        { id: FLAG_BLOCKS.fullName, label: labels.fullName, required: true },
        typed({ value: fullName, max: FLAG_LIMITS.fullName, placeholder: silverPlaceholders.fullName }),
      ),
      field(
        { id: FLAG_BLOCKS.role, label: labels.role, required: true, hint: roles },
        typed({ value: role, max: FLAG_LIMITS.role, placeholder: silverPlaceholders.role }),
      ),
      field(
        { id: FLAG_BLOCKS.impressed, label: labels.impressed, hint: flag.impressedHint },
        typed({ value: impressed, max: FLAG_LIMITS.impressed, lines: true, placeholder: silverPlaceholders.impressed }),
      ),
      field({ id: FLAG_BLOCKS.wouldHire, label: labels.wouldHire }, radio(optionsOf(flag.wouldHire), undefined)),
      field(
        { id: FLAG_BLOCKS.quotable, label: labels.quotable },
        { type: 'checkboxes', options: [option('yes', flag.quotableOption)] },
      ),
    ],
  }
}
