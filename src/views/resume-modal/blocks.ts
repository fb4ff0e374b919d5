/** Asks for a résumé; what was typed into the other form before goes along. */
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { SILVER_FIELDS, type SilverEntry } from '../../domain/candidate/silver-form.ts'
import { resumeForm as words } from '../../domain/shared/words/resumes.ts'
import { field, plain } from '../form-fields.ts'
import { section } from '../mrkdwn.ts'

export const RESUME_MODAL = 'resume_modal'
export const RESUME_FILE = 'resume_file'
/** On the empty form. */
export const FROM_RESUME = 'silver_resume'

const MOST_METADATA = 2_900

export const renderResumeModal = (typed: SilverEntry): ModalView => ({
  type: 'modal',
  callback_id: RESUME_MODAL,
  private_metadata: kept(typed),
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.close),
  blocks: [
    section(words.intro),
    field(
      { id: RESUME_FILE, label: words.file, hint: words.hint, required: true },
      { type: 'file_input', filetypes: ['pdf', 'docx', 'json'], max_files: 1 },
    ),
  ],
})

/** Of long texts only those for which there is room. */
function kept(typed: SilverEntry): string {
  let room: SilverEntry = {}
  for (const name of SILVER_FIELDS) {
    const value = typed[name]
    if (value === undefined || value === '') continue
    const more = { ...room, [name]: value }
    if (JSON.stringify(more).length <= MOST_METADATA) room = more
  }
  return JSON.stringify(room)
}

const Typed = z.partialRecord(z.enum(SILVER_FIELDS), z.string())

export function readTyped(metadata: string): SilverEntry {
  try {
    return Typed.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
