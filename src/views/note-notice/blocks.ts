/** What the recruiter hears after a note was saved, with *Undo*. */
import type { KnownBlock } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { InteractionId } from '../../domain/shared/ids.ts'
import { note as words } from '../../domain/shared/words/notes.ts'
import { safe, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'

export const UNDO_NOTE = 'note_undo'

export type NoteNoticeModel = {
  readonly person: Pick<Candidate, 'id' | 'fullName'>
  readonly noteId: InteractionId
  readonly isThere: boolean
}

export function renderNoteNotice({ person, noteId, isThere }: NoteNoticeModel): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  if (!isThere) return { blocks: [section(words.takenBack)], text: words.takenBack }
  const elements = [button(OPEN_PERSON, words.open, person.id), button(UNDO_NOTE, words.undo, noteId)]
  return {
    blocks: [section(words.saved(safe(person.fullName, 1000))), { type: 'actions', elements }],
    text: words.fallback,
  }
}
