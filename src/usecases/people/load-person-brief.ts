import { z } from 'zod'
import type { Standing } from '../../domain/candidate/candidate.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { type Day, dayIn } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { type Collision, talkingWith } from '../owners/take-over.ts'
import type { NoSuchPerson } from './change-person.ts'

export type PersonBrief = {
  readonly candidateId: CandidateId
  readonly fullName: string
  readonly standing: Standing
  readonly standingDay: Day | undefined
  /** The day that it is for whoever asks. */
  readonly today: Day
  /** A colleague who is already talking with them. */
  readonly talking?: { readonly slackUserId: string; readonly last: Day; readonly how: Collision['how'] } | undefined
}

/** What the small forms about one person begin with. Follows a merge to the one who lives. */
export const loadPersonBrief = defineUseCase({
  name: 'load-person-brief',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }): Promise<Result<PersonBrief, NoSuchPerson>> =>
    ctx.uow.run(async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const { id, fullName, standing, standingDay } = person
      const talking = await talkingWith(ctx, tx, id)
      const colleague = talking === undefined ? undefined : await tx.members.get(talking.by)
      return ok({
        candidateId: id,
        fullName,
        standing,
        standingDay,
        today: dayIn(ctx.now, ctx.actor.zone),
        talking:
          talking === undefined || colleague === undefined
            ? undefined
            : { slackUserId: colleague.slackUserId, last: talking.last, how: talking.how },
      })
    }),
})
