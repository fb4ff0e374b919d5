import { z } from 'zod'

export const FLAG_MODAL = 'flag_modal'
export const FLAG_BLOCKS = {
  fullName: 'flag_full_name',
  role: 'flag_role',
  impressed: 'flag_impressed',
  wouldHire: 'flag_would_hire',
  quotable: 'flag_quotable',
} as const

/** The message that is the evidence. */
const FlagMeta = z.object({
  message: z.object({ channel: z.string(), ts: z.string(), link: z.string().optional() }).optional(),
})
export type FlagMeta = z.infer<typeof FlagMeta>

export function readFlagMeta(metadata: string): FlagMeta {
  try {
    return FlagMeta.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
