import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { NOTE_KINDS } from '../../domain/candidate/note-form.ts'
import { note as words } from '../../domain/shared/words/notes.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import { prepareNote, saveNote, undoNote } from '../../usecases/capture/save-note.ts'
import { asAsked, wereAsked } from '../../views/concerns.ts'
import { type Answers, answer, ticked } from '../../views/form-fields.ts'
import { renderNoteModal, warnedNote } from '../../views/note-modal/blocks.ts'
import { NOTE_BLOCKS, NOTE_MODAL, readNoteMeta } from '../../views/note-modal/ids.ts'
import { UNDO_NOTE } from '../../views/note-notice/blocks.ts'
import { PERSON_CHOICE } from '../../views/person-choice/blocks.ts'
import { openModal } from '../open-modal.ts'
import { linkTo } from '../permalink.ts'
import { edgeWords, isEdgeRefusal, reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onShortcut } from '../shell/on-shortcut.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'

/** *Save as candidate note* on a message, its form, and *Undo* after it. */
export function registerSaveCandidateNote(app: Pick<App, 'shortcut' | 'view' | 'action'>, shell: Shell): void {
  onShortcut(
    app,
    shell,
    { type: 'message_action', callbackId: 'save_candidate_note' },
    async ({ ctx, client, body }) => {
      if (!mayAct(ctx.actor, 'candidate.change')) return { text: words.mayNot }
      const { channel, message, team } = body
      const at =
        channel === undefined || message === undefined
          ? undefined
          : { channel: channel.id, ts: message.ts, threadTs: message.thread_ts }
      const [prepared, link] = await Promise.all([
        prepareNote(ctx, { text: (message?.text ?? '').slice(0, 40_000) }),
        at === undefined ? undefined : linkTo(client, team?.domain ?? ctx.workspace.domain, at),
      ])
      if (!prepared.ok) return { text: edgeWords(prepared.refusal) }
      const view = renderNoteModal({ prepared: prepared.value, link, author: message?.user })
      return openModal(client, body.trigger_id, view)
    },
  )

  onSubmit(app, shell, NOTE_MODAL, async ({ ctx, view }) => {
    const values: Answers = view.state.values
    const { link, author, warned } = readNoteMeta(view.private_metadata)
    const saved = await saveNote(ctx, {
      candidateId: answer(values, PERSON_CHOICE) ?? '',
      text: answer(values, NOTE_BLOCKS.text) ?? '',
      kind: NOTE_KINDS.find((kind) => kind === answer(values, NOTE_BLOCKS.kind)) ?? 'note',
      keepWords: ticked(values, NOTE_BLOCKS.keep),
      ...(link === undefined ? {} : { link }),
      ...(author === undefined ? {} : { author }),
    })
    if (saved.ok) return { kind: 'done' }
    const { refusal } = saved
    if (isEdgeRefusal(refusal)) {
      const isText = refusal.kind === 'bad_input' && refusal.problems.every(({ path }) => path === 'text')
      return beside(isText ? NOTE_BLOCKS.text : PERSON_CHOICE, edgeWords(refusal))
    }
    if (refusal.kind === 'no_such_person') return beside(PERSON_CHOICE, words.problems.no_such_person)
    if (refusal.kind === 'saved_before') return beside(NOTE_BLOCKS.text, words.problems.saved_before)
    return warned !== undefined && wereAsked(asAsked(refusal.warned), warned)
      ? beside(NOTE_BLOCKS.keep, words.problems.keep)
      : { kind: 'update', view: warnedNote(view as unknown as ModalView, refusal.warned) }
  })

  onPress(app, shell, UNDO_NOTE, async ({ ctx, pressed }) => {
    const undone = await undoNote(ctx, { noteId: pressed.value })
    return undone.ok ? undefined : { text: reworded(undone.refusal, ({ kind }) => words.undoRefused[kind]) }
  })
}

const beside = (id: string, text: string): Submitted => ({ kind: 'errors', errors: { [id]: text } })
