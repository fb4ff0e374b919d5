import { z } from 'zod'
import { SENSITIVE_TOPICS } from '../../domain/candidate/sensitive.ts'

/** The button; its value is the person's id. */
export const KEEP_DOOR = 'keep_door'
export const KEEP_DOOR_MODAL = 'keep_door_modal'
export const DOOR_BLOCKS = { strength: 'door_strength', advice: 'door_advice', keep: 'door_keep' } as const

const DoorMeta = z.object({
  candidateId: z.string(),
  /** Words that were warned about. */
  warned: z.array(z.object({ topic: z.enum(SENSITIVE_TOPICS), words: z.string() })).optional(),
})
export type DoorMeta = z.infer<typeof DoorMeta>

export function readDoorMeta(metadata: string): DoorMeta {
  try {
    return DoorMeta.parse(JSON.parse(metadata))
  } catch {
    return { candidateId: '' }
  }
}
