import { z } from 'zod'

export const MERGE_MODAL = 'merge_modal'
/** One choice for the role with its outcome, day, reason and stage: they are one story and come from one side. */
export const STORY_CHOICE = 'story'
export const choiceBlock = (field: string): `merge_${string}` => `merge_${field}`

const MergeMeta = z.object({ formId: z.string(), candidateId: z.string(), version: z.number() })
export type MergeMeta = z.infer<typeof MergeMeta>

export function readMergeMeta(metadata: string): MergeMeta {
  try {
    return MergeMeta.parse(JSON.parse(metadata))
  } catch {
    return { formId: '', candidateId: '', version: 0 }
  }
}
