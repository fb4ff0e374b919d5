/** What is said after a custom field was added or archived, with its *Undo*. */
import type { KnownBlock } from '@slack/types'
import { customFields as words } from '../../domain/shared/words/custom-fields.ts'
import { section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'

/** The value is `<archive|restore>:<field>`: what undoes it. */
export const UNDO_FIELD = 'custom_field_undo'

export function readUndoField(value: string): { readonly back: 'archive' | 'restore'; readonly fieldId: string } {
  const [back, fieldId = ''] = value.split(':')
  return { back: back === 'restore' ? back : 'archive', fieldId }
}

export const renderFieldChanged = (
  text: string,
  back: 'archive' | 'restore',
  fieldId: string,
): { text: string; blocks: readonly KnownBlock[] } => ({
  text,
  blocks: [section(text), { type: 'actions', elements: [button(UNDO_FIELD, words.undo, `${back}:${fieldId}`)] }],
})
