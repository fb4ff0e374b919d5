/** The review deck. What a sitting is stands in the view's own metadata; a button names the draft and the very text that was shown. */
import { z } from 'zod'
import { asId } from '../../domain/shared/ids.ts'

/** On the queue, and at the end of a sitting. */
export const REVIEW_OPEN = 'review_open'
export const REVIEW_APPROVE = 'review_approve'
export const REVIEW_EDIT = 'review_edit'
export const REVIEW_SKIP = 'review_skip'
export const REVIEW_EDIT_MODAL = 'review_edit_modal'
/** Under a list of people; the value is the listing. */
export const FOR_ALL = 'people_draft_all'
export const FOR_ALL_MODAL = 'people_draft_all_modal'

const Sitting = z.object({
  ids: z
    .array(z.string().refine((text) => asId(text) !== undefined))
    .min(1)
    .max(15),
  at: z.number().int().min(0).max(15),
  approved: z.number().int().min(0).max(15),
  skipped: z.number().int().min(0).max(15),
  more: z.number().int().min(0).max(100),
})
/** `at` is the place of the draft that is shown. */
export type Sitting = z.infer<typeof Sitting>

export const newSitting = (ids: readonly string[], more: number): Sitting => ({
  ids: [...ids],
  at: 0,
  approved: 0,
  skipped: 0,
  more,
})

/** What a view carries came back from outside: `undefined` where it is none of ours. */
export function readSitting(metadata: string | undefined): Sitting | undefined {
  try {
    return Sitting.parse(JSON.parse(metadata ?? ''))
  } catch {
    return undefined
  }
}

/** The form above the deck: which text is edited, and the sitting below it. */
export const editMeta = (card: string, sitting: Sitting): string => `${card}|${JSON.stringify(sitting)}`
export function readEditMeta(metadata: string): { readonly card: string; readonly sitting: Sitting | undefined } {
  const at = metadata.indexOf('|')
  return at < 0
    ? { card: metadata, sitting: undefined }
    : { card: metadata.slice(0, at), sitting: readSitting(metadata.slice(at + 1)) }
}
