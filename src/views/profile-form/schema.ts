import { z } from 'zod'
import {
  asSection,
  fieldsOf,
  type ProfileEntry,
  type ProfileField,
  type Seen,
} from '../../domain/candidate/profile-form.ts'
import { SENSITIVE_TOPICS } from '../../domain/candidate/sensitive.ts'
import { type Answers, answer, ticked } from '../form-fields.ts'

export const SECTION_MODAL = 'profile_section_modal'
/** The block and action id of a field. */
export const profileBlock = (field: ProfileField): string => `profile_${field}`
export const KEEP_WORDS = 'profile_keep'
/** The choice that says that nothing is known. */
export const NONE = 'none'

/** What the form carries beside its fields; forged metadata counts as none. */
const SectionMeta = z.object({
  candidateId: z.string().default(''),
  section: z.string().default(''),
  seen: z.record(z.string(), z.string()).default({}),
  warned: z.record(z.string(), z.array(z.object({ topic: z.enum(SENSITIVE_TOPICS), words: z.string() }))).default({}),
})
export type SectionMeta = z.infer<typeof SectionMeta>

export function readSectionMeta(metadata: string): SectionMeta {
  try {
    return SectionMeta.parse(JSON.parse(metadata))
  } catch {
    return SectionMeta.parse({})
  }
}
export const writeSectionMeta = (meta: Omit<SectionMeta, 'seen'> & { readonly seen: Seen }): string =>
  JSON.stringify(meta)

/** What was typed; a field that the form does not have is left out. */
export function profileEntry(answers: Answers, section: string): ProfileEntry {
  const known = asSection(section)
  const fields = known === undefined ? [] : fieldsOf(known)
  return Object.fromEntries(
    fields.flatMap((field) => {
      const given = answer(answers, profileBlock(field))
      return given === undefined ? [] : [[field, given === NONE ? '' : given]]
    }),
  )
}
export const keepsWords = (answers: Answers): boolean => ticked(answers, KEEP_WORDS)
