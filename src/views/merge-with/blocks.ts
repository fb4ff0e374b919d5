/** "Merge with…" on a profile: with whose record, of all on file. */
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { truncate } from '../../domain/shared/text.ts'
import { duplicates as words } from '../../domain/shared/words/duplicates.ts'
import { mergeChoice, note } from '../../domain/shared/words/notes.ts'
import type { PersonBrief } from '../../usecases/people/load-person-brief.ts'
import { field, plain } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { PERSON_CHOICE, personSelect } from '../person-choice/blocks.ts'

export const MERGE_WITH = 'person_merge'
export const MERGE_WITH_MODAL = 'person_merge_modal'

const Meta = z.object({ candidateId: z.string() })

export function readMergeWith(metadata: string): z.infer<typeof Meta> {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return { candidateId: '' }
  }
}

/** The choice begins with those who are called alike. */
export const renderMergeWith = ({ candidateId, fullName }: PersonBrief): ModalView => ({
  type: 'modal',
  callback_id: MERGE_WITH_MODAL,
  private_metadata: JSON.stringify({ candidateId, names: [truncate(fullName, 200)] }),
  title: plain(mergeChoice.title),
  submit: plain(mergeChoice.submit),
  close: plain(mergeChoice.close),
  blocks: [
    section(words.mergeWith.about(safe(fullName, 1_000))),
    field(
      { id: PERSON_CHOICE, label: mergeChoice.person, hint: words.mergeWith.hint, required: true },
      personSelect(note.personPlaceholder, undefined),
    ),
  ],
})
