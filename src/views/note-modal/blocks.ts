/** "Save as candidate note": about whom, what, and what kind of thing it is. */
import type { KnownBlock, ModalView } from '@slack/types'
import { LONGEST_NOTE } from '../../domain/candidate/note-form.ts'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { truncate } from '../../domain/shared/text.ts'
import { note as words } from '../../domain/shared/words/notes.ts'
import type { PreparedNote } from '../../usecases/capture/save-note.ts'
import { asAsked, concerns, keepBox } from '../concerns.ts'
import { chosen, field, optionsOf, plain, redrawnWith, typed } from '../form-fields.ts'
import { linkTo, small } from '../mrkdwn.ts'
import { PERSON_CHOICE, personSelect } from '../person-choice/blocks.ts'
import { NOTE_BLOCKS, NOTE_MODAL, type NoteMeta, readNoteMeta } from './ids.ts'

export type NoteModalModel = {
  readonly prepared: PreparedNote
  readonly link: string | undefined
  readonly author: string | undefined
}

export function renderNoteModal({ prepared, link, author }: NoteModalModel): ModalView {
  const { names, person, text } = prepared
  const meta: NoteMeta = {
    names: names.map((name) => truncate(name, 100)),
    ...(link === undefined ? {} : { link }),
    ...(author === undefined ? {} : { author }),
  }
  const source = linkTo(link, words.source)
  return {
    type: 'modal',
    callback_id: NOTE_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      ...(text === '' ? [small(words.unread)] : []),
      field(
        { id: PERSON_CHOICE, label: words.person, hint: words.personHint, required: true },
        personSelect(words.personPlaceholder, person),
      ),
      field(
        { id: NOTE_BLOCKS.text, label: words.text, hint: words.textHint, required: true },
        typed({ value: text, max: LONGEST_NOTE, lines: true }),
      ),
      field(
        { id: NOTE_BLOCKS.kind, label: words.kind, hint: words.kindHint, required: true },
        chosen(optionsOf(words.kinds), 'note'),
      ),
      ...(source === undefined ? [] : [small(words.from(source))]),
    ],
  }
}

/** The form as it was submitted, with a warning below the words that speak of a private matter. */
export function warnedNote(view: ModalView, warned: readonly SensitiveWarning[]): ModalView {
  const meta: NoteMeta = { ...readNoteMeta(view.private_metadata ?? ''), warned: asAsked(warned) }
  const before = (view.blocks as KnownBlock[]).filter(
    ({ type, block_id }) => type !== 'alert' && block_id !== NOTE_BLOCKS.keep,
  )
  const blocks = before.flatMap((block) =>
    block.block_id === NOTE_BLOCKS.text
      ? [block, ...concerns(warned, NOTE_BLOCKS.text), keepBox(NOTE_BLOCKS.keep)]
      : [block],
  )
  return redrawnWith(view, blocks, JSON.stringify(meta))
}
