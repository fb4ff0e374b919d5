/** What a digest says, as its run keeps it: numbers and ids. Names are looked up when it is drawn. */
import { z } from 'zod'

const Rate = z.object({ n: z.number(), d: z.number() })
const Median = z.object({ days: z.number().optional(), n: z.number() })
const Pair = z.object({ pools: Median, others: Median })
const Week = z.object({
  keptInTouch: Rate,
  overdueWithoutOwner: z.number(),
  restarted: z.number(),
  interviews: z.number(),
  sent: z.number(),
  replied: z.number(),
  cohort: z.object({ delivered: z.number(), replied: z.number(), interested: z.number() }),
  followUp: Rate,
  added: z.number(),
  flagged: z.number(),
  notTold: z.number(),
  repliesWaiting: z.number(),
  draftsWaiting: z.number(),
  year: z.object({ hires: Rate, daysToHire: Pair, daysToFill: Pair, offers: Rate }),
  thanks: z.array(z.object({ memberId: z.string(), flags: z.number() })),
})
const Pool = z.object({
  poolId: z.string(),
  size: z.number(),
  inTouch: z.number(),
  week: z.object({ sent: z.number(), replied: z.number(), hired: z.number() }).optional(),
})
/** `none`: it could not be brought to Slack, and the digest goes without. */
const File = z.union([z.literal('none'), z.object({ id: z.string(), shared: z.boolean() })])

export const DigestReport = z.object({
  from: z.number(),
  to: z.number(),
  now: Week,
  before: Week,
  pools: z.array(Pool),
  trend: z.array(z.object({ from: z.number(), keptInTouch: Rate, sent: z.number(), replied: z.number() })),
  cadenceDays: z.number(),
  picture: File.optional(),
  csv: File.optional(),
})
export type DigestReport = z.infer<typeof DigestReport>

export const readDigestReport = (report: unknown): DigestReport | undefined => {
  const read = DigestReport.safeParse(report)
  return read.success ? read.data : undefined
}
