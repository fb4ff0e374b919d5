/** "Flag a near-miss": what somebody who is not a recruiter is asked, and no more. */
import type { KnownBlock, ModalView } from '@slack/types'
import type { WouldHire } from '../../domain/candidate/flag-form.ts'
import { FLAG_LIMITS } from '../../domain/candidate/flag-form.ts'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { truncate } from '../../domain/shared/text.ts'
import { silverPlaceholders } from '../../domain/shared/words/capture.ts'
import { flag } from '../../domain/shared/words/flags.ts'
import { asAsked, concerns, keepBox } from '../concerns.ts'
import { field, option, optionsOf, plain, radio, redrawnWith, typed } from '../form-fields.ts'
import { small } from '../mrkdwn.ts'
import { FLAG_BLOCKS, FLAG_MODAL, type FlagMeta, readFlagMeta } from './schema.ts'

export type FlagModalModel = {
  readonly fullName?: string | undefined
  readonly role?: string | undefined
  readonly impressed?: string | undefined
  readonly wouldHire?: WouldHire | undefined
  readonly meta: FlagMeta
  /** mrkdwn above the fields: why this form, or what was flagged before. */
  readonly notes: readonly string[]
  readonly openRoles: readonly string[]
}

export function renderFlagModal(model: FlagModalModel): ModalView {
  const { fullName, role, impressed, wouldHire, meta, notes, openRoles } = model
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
      ...notes.map((text) => small(text)),
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
      field({ id: FLAG_BLOCKS.wouldHire, label: labels.wouldHire }, radio(optionsOf(flag.wouldHire), wouldHire)),
      field(
        { id: FLAG_BLOCKS.quotable, label: labels.quotable },
        { type: 'checkboxes', options: [option('yes', flag.quotableOption)] },
      ),
    ],
  }
}

/** The form as it was submitted, with a warning below the words that speak of a private matter. */
export function warnedFlag(view: ModalView, warned: readonly SensitiveWarning[]): ModalView {
  const meta: FlagMeta = { ...readFlagMeta(view.private_metadata ?? ''), warned: asAsked(warned) }
  const before = (view.blocks as KnownBlock[]).filter(
    ({ type, block_id }) => type !== 'alert' && block_id !== FLAG_BLOCKS.keep,
  )
  const blocks = before.flatMap((block) =>
    block.block_id === FLAG_BLOCKS.impressed
      ? [block, ...concerns(warned, FLAG_BLOCKS.impressed), keepBox(FLAG_BLOCKS.keep)]
      : [block],
  )
  return redrawnWith(view, blocks, JSON.stringify(meta))
}
