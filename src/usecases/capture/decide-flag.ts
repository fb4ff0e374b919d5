import type { CandidateId } from '../../domain/shared/ids.ts'
import type { Ctx } from '../context.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type FlagDecision =
  | { readonly state: 'accepted' | 'merged'; readonly candidateId: CandidateId }
  | { readonly state: 'dismissed'; readonly dismissReason: string }

/** Writes the outcome of a waiting, locked flag: the card is drawn anew, and the flagger hears, who is never told a reason. */
export async function decideFlag(ctx: Ctx, tx: Tx, nearMiss: NearMiss, decision: FlagDecision): Promise<void> {
  const { id, flaggedBy } = nearMiss
  await tx.nearMisses.decide(id, { ...decision, by: ctx.actor.memberId, at: ctx.now })
  await tx.events.append({
    stream: `near_miss:${id}`,
    type: `near_miss.${decision.state}`,
    data: 'candidateId' in decision ? { candidateId: decision.candidateId } : {},
  })
  await tx.posts.redraw(id, ctx.now)
  const flagger = await tx.members.get(flaggedBy)
  if (flagger === undefined || flagger.id === ctx.actor.memberId) return
  const key = `flag_outcome:${id}`
  await tx.posts.want({ key, kind: 'flag_outcome', address: flagger.slackUserId, subjects: [id] }, ctx.now)
}
