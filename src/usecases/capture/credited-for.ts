import type { NearMiss } from '../ports/near-misses.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** Slack id of whoever referred them first; none for a flag that is no referral. */
export async function creditedFor(tx: Tx, { referral, flaggedBy }: NearMiss): Promise<string | undefined> {
  if (referral === undefined) return undefined
  return (await tx.members.get(referral.creditTo ?? flaggedBy))?.slackUserId
}
