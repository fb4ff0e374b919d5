/** **Edit**: the query in a field of its own. */
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { editModal } from '../../domain/shared/words/pool-form.ts'
import { type Answers, answer, field, plain, typed } from '../form-fields.ts'
import { EDIT_MODAL } from './ids.ts'

export const QUERY_FIELD = 'people_query'
/** What the field takes; the query itself may be shorter, and says so on the field. */
const FIELD_MAX = 3_000

/** Where the list stands that shall show the answer: what Slack gave for answering the press. */
const Meta = z.object({ respondAt: z.url().max(1_000).optional() })
export type EditMeta = z.infer<typeof Meta>

export const renderEditModal = (query: string, meta: EditMeta): ModalView => ({
  type: 'modal',
  callback_id: EDIT_MODAL,
  title: plain(editModal.title),
  submit: plain(editModal.submit),
  close: plain(editModal.close),
  private_metadata: JSON.stringify(meta),
  blocks: [
    field(
      { id: QUERY_FIELD, label: editModal.query, hint: editModal.hint, required: true },
      typed({ value: query, max: FIELD_MAX }),
    ),
  ],
})

export const editEntry = (answers: Answers): string => answer(answers, QUERY_FIELD) ?? ''

export function readEditMeta(metadata: string): EditMeta {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
