import { z } from 'zod'

/** The pool that a form is about, as its maker saw it, and what Slack gave for answering the press that opened it. */
const About = z.object({
  poolId: z.string().max(100),
  version: z.number().int().optional(),
  respondAt: z.url().max(1_000).optional(),
})
export type AboutPool = z.infer<typeof About>

export const aboutPool = (about: AboutPool): string => JSON.stringify(about)
export function readAboutPool(metadata: string): AboutPool {
  try {
    return About.parse(JSON.parse(metadata))
  } catch {
    return { poolId: '' }
  }
}
