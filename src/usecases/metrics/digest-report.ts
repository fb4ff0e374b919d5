/** What a digest says, as its run keeps it: numbers and ids. Names are looked up when it is drawn. */
import { z } from 'zod'
import { FUNNEL } from '../../domain/metrics/numbers.ts'
import { PICTURES } from '../../domain/metrics/pictures.ts'

const Rate = z.object({ n: z.number(), d: z.number() })
const Median = z.object({ days: z.number().optional(), n: z.number() })
const NOBODY = { n: 0, d: 0 }
const CostOf = z.object({ total: z.number(), n: z.number() })
const Year = z.object({
  hires: Rate,
  daysToHire: z.object({ pools: Median, others: Median }),
  daysToFill: z.object({ pools: Median, others: Median }),
  offers: Rate,
  // What an earlier version did not count yet; a digest that stands in Slack must stay readable.
  offersOf: z.object({ pools: Rate, others: Rate }).default({ pools: NOBODY, others: NOBODY }),
  costs: z.array(z.object({ currency: z.string(), pools: CostOf, others: CostOf })).default([]),
  funnel: z.array(z.object({ step: z.enum(FUNNEL), entered: z.number(), left: z.number() })).default([]),
  unsubscribed: Rate.default(NOBODY),
  bounced: Rate.default(NOBODY),
})
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
  year: Year,
  thanks: z.array(z.object({ memberId: z.string(), flags: z.number() })),
})
const Pool = z.object({
  poolId: z.string(),
  size: z.number(),
  inTouch: z.number(),
  fresh: z.number().optional(),
  hiredThisYear: z.number().optional(),
  week: z.object({ sent: z.number(), replied: z.number(), hired: z.number() }).optional(),
})
/** `none`: it could not be drawn or brought to Slack, and the digest goes without; `nothing`: there is nothing to see on it yet. */
const File = z.union([z.literal('none'), z.literal('nothing'), z.object({ id: z.string(), shared: z.boolean() })])
export type DigestFile = z.infer<typeof File>

export const DigestReport = z.object({
  from: z.number(),
  to: z.number(),
  now: Week,
  before: Week,
  pools: z.array(Pool),
  trend: z.array(z.object({ from: z.number(), keptInTouch: Rate, sent: z.number(), replied: z.number() })),
  cadenceDays: z.number(),
  goalPercent: z.number().optional(),
  pictures: z.partialRecord(z.enum(PICTURES), File).default({}),
  csv: File.optional(),
})
export type DigestReport = z.infer<typeof DigestReport>

export const readDigestReport = (report: unknown): DigestReport | undefined => {
  const read = DigestReport.safeParse(report)
  return read.success ? read.data : undefined
}
