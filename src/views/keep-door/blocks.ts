/** "Keep the door open": one form for the news, what they take along, and the question. */
import type { KnownBlock, ModalView } from '@slack/types'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { MOST_CITED } from '../../domain/outreach/citing.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { forms } from '../../domain/shared/words/drafts.ts'
import { keepDoor as words } from '../../domain/shared/words/keep-door.ts'
import type { PreparedDoor } from '../../usecases/capture/keep-door.ts'
import { asAsked, concerns, keepBox } from '../concerns.ts'
import { field, plain, redrawnWith, typed } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { DOOR_BLOCKS, type DoorMeta, KEEP_DOOR_MODAL, readDoorMeta } from './ids.ts'

export function renderKeepDoor(prepared: PreparedDoor): ModalView {
  const { candidateId, fullName, strength, advice, internal } = prepared
  const meta: DoorMeta = { candidateId }
  return {
    type: 'modal',
    callback_id: KEEP_DOOR_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(forms.cancel),
    blocks: [
      section(forms.about(safe(fullName, 300), standingLine('not_told', undefined))),
      section(words.what),
      ...(internal === undefined
        ? []
        : [small(words.internal(safe(internal.by ?? words.somebody, 100), safe(internal.text, 1_000)))]),
      field(
        { id: DOOR_BLOCKS.strength, label: words.strength, hint: words.strengthHint },
        typed({ value: strength, max: MOST_CITED, lines: true, placeholder: words.strengthPlaceholder }),
      ),
      field(
        { id: DOOR_BLOCKS.advice, label: words.advice, hint: words.adviceHint },
        typed({ value: advice, max: MOST_CITED, lines: true, placeholder: words.advicePlaceholder }),
      ),
      small(words.asks),
    ],
  }
}

/** The form as it was submitted, with a warning below the words that speak of a private matter. */
export function warnedDoor(view: ModalView, warned: readonly SensitiveWarning[]): ModalView {
  const meta: DoorMeta = { ...readDoorMeta(view.private_metadata ?? ''), warned: asAsked(warned) }
  const before = (view.blocks as KnownBlock[]).filter(
    ({ type, block_id }) => type !== 'alert' && block_id !== DOOR_BLOCKS.keep,
  )
  const blocks = before.flatMap((block) =>
    block.block_id === DOOR_BLOCKS.advice
      ? [block, ...concerns(warned, DOOR_BLOCKS.advice), keepBox(DOOR_BLOCKS.keep, words.keepPrivate)]
      : [block],
  )
  return redrawnWith(view, blocks, JSON.stringify(meta))
}
