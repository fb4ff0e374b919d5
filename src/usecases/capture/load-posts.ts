/** What the posts of capture show, as it is now. No actor: the worker draws them. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { CandidateId, NearMissId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { NearMiss } from '../ports/near-misses.ts'

export type ShownFlag = {
  readonly nearMiss: NearMiss
  /** Slack ids; `undefined` where we do not know the person any more. */
  readonly flaggedBy: string | undefined
  readonly decidedBy: string | undefined
  /** Who referred them first, where that was somebody else. */
  readonly credit?: string | undefined
}

export const loadFlag = ({ uow }: SystemCtx, id: NearMissId): Promise<ShownFlag | undefined> =>
  uow.run(async (tx) => {
    const nearMiss = await tx.nearMisses.get(id)
    if (nearMiss === undefined) return undefined
    const flagger = await tx.members.get(nearMiss.flaggedBy)
    const decider = nearMiss.decidedBy === undefined ? undefined : await tx.members.get(nearMiss.decidedBy)
    const creditTo = nearMiss.referral?.creditTo
    const credited = creditTo === undefined ? undefined : await tx.members.get(creditTo)
    return {
      nearMiss,
      flaggedBy: flagger?.slackUserId,
      decidedBy: decider?.slackUserId,
      credit: credited?.slackUserId,
    }
  })

/** 'taken_back' where the addition was undone. */
export const loadAdded = ({ uow }: SystemCtx, id: CandidateId): Promise<Candidate | 'taken_back' | undefined> =>
  uow.run(async (tx) => {
    const person = await tx.candidates.get(id)
    if (person !== undefined) return person
    const [last] = await tx.events.read(`candidate:${id}`, 1)
    return last?.type === 'candidate.add_undone' ? 'taken_back' : undefined
  })
