import { z } from 'zod'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import { creditedFor } from './credited-for.ts'
import { waitingFlag } from './look-up.ts'
import type { FlagRefusal } from './silver-input.ts'

export type FlagToReview = {
  readonly nearMiss: NearMiss
  /** Slack id. */
  readonly flaggedBy: string | undefined
  /** Who has the credit of a referral; a Slack id. */
  readonly referredBy: string | undefined
}

/** **Accept** and **Dismiss** begin with this: the flag as it stands, or who was quicker. Nothing is decided before their form is submitted. */
export const reviewFlag = defineUseCase({
  name: 'review-flag',
  permission: 'near_miss.decide',
  input: z.object({ nearMissId: idInput('near_miss') }),
  run: (ctx, { nearMissId }): Promise<Result<FlagToReview, FlagRefusal>> =>
    ctx.uow.run(async (tx) => {
      const flag = await waitingFlag(tx, nearMissId)
      if (!flag.ok) return flag
      const flagger = await tx.members.get(flag.value.flaggedBy)
      const referredBy = await creditedFor(tx, flag.value)
      return ok({ nearMiss: flag.value, flaggedBy: flagger?.slackUserId, referredBy })
    }),
})
