/** **Refer somebody**: what anybody is asked, and no more. */
import type { KnownBlock, ModalView } from '@slack/types'
import { FLAG_LIMITS } from '../../domain/candidate/flag-form.ts'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { truncate } from '../../domain/shared/text.ts'
import { silverPlaceholders } from '../../domain/shared/words/capture.ts'
import { flag } from '../../domain/shared/words/flags.ts'
import { referral as words } from '../../domain/shared/words/referral.ts'
import { concerns, keepBox } from '../concerns.ts'
import { field, option, optionsOf, plain, radio, redrawnWith, typed } from '../form-fields.ts'
import { small } from '../mrkdwn.ts'
import { REFERRAL_BLOCKS as BLOCKS, REFERRAL_MODAL } from './schema.ts'

export type ReferralModalModel = {
  readonly by: string
  readonly fullName?: string | undefined
  readonly role?: string | undefined
  readonly email?: string | undefined
  readonly evidence?: string | undefined
  readonly openRoles: readonly string[]
}

export function renderReferralModal({ by, fullName, role, email, evidence, openRoles }: ReferralModalModel): ModalView {
  const { labels } = words
  const roles = openRoles.length === 0 ? undefined : truncate(flag.openRoles(openRoles.join(' · ')), 300)
  const name = { value: fullName, max: FLAG_LIMITS.fullName, placeholder: silverPlaceholders.fullName }
  return {
    type: 'modal',
    callback_id: REFERRAL_MODAL,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      small(words.intro, words.referredBy(`<@${by}>`)),
      field({ id: BLOCKS.fullName, label: labels.fullName, required: true }, typed(name)),
      field(
        { id: BLOCKS.role, label: labels.role, required: true, hint: roles },
        typed({ value: role, max: FLAG_LIMITS.role, placeholder: silverPlaceholders.role }),
      ),
      field({ id: BLOCKS.email, label: labels.email, hint: words.emailHint }, typed({ value: email, max: 254 })),
      field(
        { id: BLOCKS.relation, label: labels.relation, required: true },
        radio(optionsOf(words.relations), undefined),
      ),
      field({ id: BLOCKS.knowsOfIt, label: labels.knows, required: true }, radio(optionsOf(words.knows), undefined)),
      field(
        { id: BLOCKS.evidence, label: labels.evidence, hint: words.evidenceHint },
        typed({ value: evidence, max: FLAG_LIMITS.impressed, lines: true }),
      ),
      field(
        { id: BLOCKS.quotable, label: labels.quotable },
        { type: 'checkboxes', options: [option('yes', flag.quotableOption)] },
      ),
    ],
  }
}

/** As it was submitted, with a warning below the words that speak of a private matter. */
export function warnedReferral(view: ModalView, warned: readonly SensitiveWarning[]): ModalView {
  const before = (view.blocks as KnownBlock[]).filter(
    ({ type, block_id }) => type !== 'alert' && block_id !== BLOCKS.keep,
  )
  const blocks = before.flatMap((block) =>
    block.block_id === BLOCKS.evidence ? [block, ...concerns(warned, BLOCKS.evidence), keepBox(BLOCKS.keep)] : [block],
  )
  return redrawnWith(view, blocks)
}
