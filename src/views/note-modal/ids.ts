import { z } from 'zod'
import { SENSITIVE_TOPICS } from '../../domain/candidate/sensitive.ts'

export const NOTE_MODAL = 'note_modal'
export const NOTE_BLOCKS = { text: 'note_text', kind: 'note_kind', keep: 'note_keep' } as const

const NoteMeta = z.object({
  link: z.string().optional(),
  /** Slack id of who wrote the message. */
  author: z.string().optional(),
  /** Names in the message: whom the choice begins with. */
  names: z.array(z.string()).default([]),
  /** Words that were warned about. */
  warned: z.array(z.object({ topic: z.enum(SENSITIVE_TOPICS), words: z.string() })).optional(),
})
export type NoteMeta = z.infer<typeof NoteMeta>

export function readNoteMeta(metadata: string): NoteMeta {
  try {
    return NoteMeta.parse(JSON.parse(metadata))
  } catch {
    return { names: [] }
  }
}
