/** "Merge with…": who of those on record the flag is about. */
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { truncate } from '../../domain/shared/text.ts'
import { note, mergeChoice as words } from '../../domain/shared/words/notes.ts'
import type { NearMiss } from '../../usecases/ports/near-misses.ts'
import { field, plain } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { PERSON_CHOICE, personSelect } from '../person-choice/blocks.ts'

export const MERGE_CHOICE_MODAL = 'merge_choice_modal'

const ChoiceMeta = z.object({ nearMissId: z.string(), names: z.array(z.string()) })

export function readChoiceMeta(metadata: string): z.infer<typeof ChoiceMeta> {
  try {
    return ChoiceMeta.parse(JSON.parse(metadata))
  } catch {
    return { nearMissId: '', names: [] }
  }
}

export const renderMergeChoice = ({ id, fullName, role }: NearMiss, likeliest: Candidate | undefined): ModalView => ({
  type: 'modal',
  callback_id: MERGE_CHOICE_MODAL,
  private_metadata: JSON.stringify({ nearMissId: id, names: [truncate(fullName, 200)] }),
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.close),
  blocks: [
    section(words.about(safe(fullName, 1_000), safe(role, 1_000))),
    field(
      { id: PERSON_CHOICE, label: words.person, hint: words.personHint, required: true },
      personSelect(note.personPlaceholder, likeliest),
    ),
  ],
})
