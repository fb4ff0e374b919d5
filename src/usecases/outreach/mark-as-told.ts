import { z } from 'zod'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, dayIn } from '../../domain/shared/time.ts'
import { toldLine } from '../../domain/shared/words/drafts.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from './draft-input.ts'

export type ToldRefusal =
  | { readonly kind: 'no_such_person' }
  /** Only who was interviewing or not told can be told; a hire or a withdrawal is another outcome. */
  | { readonly kind: 'outcome_known' }
  | { readonly kind: 'day_in_future' }
  | { readonly kind: 'no_such_day' }

/** **Mark as told**: somebody told them the outcome by another way, on that day. From then on the re-contact window counts. */
export const markAsTold = defineUseCase({
  name: 'mark-as-told',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), day: z.string() }),
  run: async (ctx, input): Promise<Result<{ readonly candidateId: CandidateId }, ToldRefusal>> => {
    const day = asDay(input.day)
    if (day === undefined) return refuse({ kind: 'no_such_day' })
    if (day > dayIn(ctx.now, ctx.actor.zone)) return refuse({ kind: 'day_in_future' })
    const told = await ctx.uow.once<{ readonly candidateId: CandidateId }, ToldRefusal>(
      ctx.idempotencyKey,
      'mark-as-told',
      async (tx) => {
        const candidate = await tx.candidates.lock(input.candidateId)
        if (candidate === undefined) return refuse({ kind: 'no_such_person' })
        if (candidate.standing !== 'not_told' && candidate.standing !== 'interviewing')
          return refuse({ kind: 'outcome_known' })
        await tx.candidates.change(candidate.id, { standing: 'told_no', standingDay: day })
        await tx.candidates.record(candidate.id, {
          id: ctx.newId<'interaction'>(),
          kind: 'told_outcome',
          at: ctx.now,
          memberId: ctx.actor.memberId,
          text: toldLine(day),
          link: undefined,
          sendId: undefined,
          oneToOne: true,
        })
        await tx.events.append({ stream: `candidate:${candidate.id}`, type: 'candidate.told_no', data: { day } })
        await tx.posts.redraw(candidate.id, ctx.now)
        return ok({ candidateId: candidate.id })
      },
    )
    ctx.services.wake.posts()
    return told
  },
})
