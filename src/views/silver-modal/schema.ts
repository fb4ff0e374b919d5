import { z } from 'zod'
import { SENSITIVE_TOPICS } from '../../domain/candidate/sensitive.ts'
import type { SilverField } from '../../domain/candidate/silver-form.ts'

export const SILVER_MODAL = 'silver_modal'
/** The block and action id of a field. */
export const silverBlock = (field: SilverField): `silver_${SilverField}` => `silver_${field}`
export const STANDING_ACTION = silverBlock('standing')
export const POOL_ACTION = silverBlock('pool')
export const MORE_ACTION = 'silver_more'
export const MORE_BLOCK = 'silver_more_block'
export const KEEP_BLOCK = 'silver_keep'

/** What the modal carries beside its fields; forged or older metadata counts as none. */
const SilverMeta = z.object({
  more: z.boolean().default(false),
  /** The day is asked for whatever the standing: an act that did not see the newest choice drew the form. */
  day: z.literal(true).optional(),
  /** The flag that is accepted with *Add*. */
  flag: z.object({ id: z.string(), by: z.string(), link: z.string().optional() }).optional(),
  /** Fields whose words were warned about. */
  warned: z.record(z.string(), z.array(z.object({ topic: z.enum(SENSITIVE_TOPICS), words: z.string() }))).default({}),
  between: z.object({ from: z.string(), to: z.string() }).optional(),
})
export type SilverMeta = z.infer<typeof SilverMeta>

export function readSilverMeta(metadata: string): SilverMeta {
  try {
    return SilverMeta.parse(JSON.parse(metadata))
  } catch {
    return SilverMeta.parse({})
  }
}
