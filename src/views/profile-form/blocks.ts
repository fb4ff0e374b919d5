/** *Edit …*: one section of a profile in a form, and what is said when it is saved. */
import type { KnownBlock, ModalView } from '@slack/types'
import {
  fieldsOf,
  type ProfileEntry,
  type ProfileField,
  type ProfileSection,
  seenOf,
} from '../../domain/candidate/profile-form.ts'
import { sectionForm as words } from '../../domain/shared/words/profile-form.ts'
import { concerns, keepBox } from '../concerns.ts'
import { plain } from '../form-fields.ts'
import { safe, section as sectionBlock, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { UNDO_EDIT } from '../profile/ids.ts'
import { inWords, profileInput } from './fields.ts'
import { KEEP_WORDS, profileBlock, SECTION_MODAL, type SectionMeta, writeSectionMeta } from './schema.ts'

export type SectionFormModel = {
  readonly section: ProfileSection
  readonly candidateId: string
  readonly fullName: string
  readonly entry: ProfileEntry
  /** What the fields showed when somebody began; the entry itself where they begin now. */
  readonly seen?: SectionMeta['seen']
  /** What is on record now of the fields that somebody else changed meanwhile. */
  readonly conflicts?: ProfileEntry
  readonly warned?: SectionMeta['warned']
}

export function renderSectionForm(model: SectionFormModel): ModalView {
  const { section, candidateId, entry, conflicts = {}, warned = {} } = model
  const fields = fieldsOf(section)
  const seen = model.seen ?? seenOf(entry, fields)
  return {
    type: 'modal',
    callback_id: SECTION_MODAL,
    private_metadata: writeSectionMeta({ candidateId, section, seen, warned }),
    title: plain(words.title(section)),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      sectionBlock(words.about(safe(model.fullName, 300))),
      ...(section === 'birthday' || section === 'ratings' ? [small(words[section])] : []),
      ...(Object.keys(conflicts).length === 0
        ? []
        : [{ type: 'alert', level: 'warning', text: plain(words.conflictsBelow) } as const]),
      ...fields.flatMap((name) => [
        profileInput(name, entry[name]),
        ...conflict(name, conflicts),
        ...concerns(warned[name] ?? [], profileBlock(name)),
      ]),
      ...(Object.keys(warned).length === 0 ? [] : [keepBox(KEEP_WORDS)]),
    ],
  }
}

function conflict(name: ProfileField, conflicts: ProfileEntry): readonly KnownBlock[] {
  if (!(name in conflicts)) return []
  const now = conflicts[name]
  const shown =
    name === 'owner' && now !== undefined && now !== '' ? `<@${safe(now, 30)}>` : safe(inWords(name, now), 600)
  return [small(words.conflict(shown))]
}

/** What is said after an edit, with its *Undo*; `text` is mrkdwn. */
export const renderEdited = (text: string, editId: string): { text: string; blocks: readonly KnownBlock[] } => ({
  text,
  blocks: [sectionBlock(text), { type: 'actions', elements: [button(UNDO_EDIT, words.undo, editId)] }],
})
