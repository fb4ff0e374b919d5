import { z } from 'zod'
import { SENSITIVE_TOPICS } from '../../domain/candidate/sensitive.ts'

export const FLAG_MODAL = 'flag_modal'
export const FLAG_BLOCKS = {
  fullName: 'flag_full_name',
  role: 'flag_role',
  impressed: 'flag_impressed',
  wouldHire: 'flag_would_hire',
  quotable: 'flag_quotable',
  keep: 'flag_keep',
} as const

const FlagMeta = z.object({
  /** The message that is the evidence. */
  message: z.object({ channel: z.string(), ts: z.string(), link: z.string().optional() }).optional(),
  /** Words that were warned about. */
  warned: z.array(z.object({ topic: z.enum(SENSITIVE_TOPICS), words: z.string() })).optional(),
})
export type FlagMeta = z.infer<typeof FlagMeta>

export function readFlagMeta(metadata: string): FlagMeta {
  try {
    return FlagMeta.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
