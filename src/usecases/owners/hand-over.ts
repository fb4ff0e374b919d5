import { z } from 'zod'
import { HAND_OVER_UNDO_DAYS } from '../../domain/candidate/share-out.ts'
import type { HandOverId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY, dayIn, type Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { HandOver, HandOverDone } from '../ports/hand-overs.ts'
import type { RunKey } from '../ports/job-runs.ts'
import { HandOverInput, type HandOverRefusal, planOf } from './plan-hand-over.ts'
import { tellOfHandOver } from './tell-hand-over.ts'

export type HandOverBegun = { readonly handOverId: HandOverId }
const NOTHING_DONE: HandOverDone = { people: {}, drafts: {}, nobody: 0, held: [], pools: {}, back: 0 }

/**
 * **Hand over**. It begins as a row, for there may be a hundred thousand people: the work goes on in portions, and the clock takes it up again
 * where it was cut off. It is shared out anew from what is there now.
 */
export const handOverPeople = defineUseCase({
  name: 'hand-over-people',
  permission: 'settings.change',
  input: HandOverInput,
  run: async (ctx, input): Promise<Result<HandOverBegun, HandOverRefusal>> => {
    const begun = await ctx.uow.once<HandOverBegun, HandOverRefusal>(
      ctx.idempotencyKey,
      'hand-over-people',
      async (tx) => {
        await tx.handOvers.lockEstate(input.from)
        const planned = await planOf(tx, input)
        if (!planned.ok) return planned
        const { plan } = planned.value
        const id = ctx.newId<'hand_over'>()
        const handOver: HandOver = {
          id,
          from: input.from,
          startedBy: ctx.actor.memberId,
          plan,
          done: NOTHING_DONE,
          state: 'running',
          startedAt: ctx.now,
          finishedAt: undefined,
        }
        await tx.handOvers.insert(handOver)
        await tx.jobRuns.begin(runOf(ctx, id), ctx.now)
        await tx.events.append({
          stream: `hand_over:${id}`,
          type: 'hand_over.begun',
          data: { from: input.from, to: plan.to, way: plan.way, people: plan.people },
        })
        await tellOfHandOver(ctx, tx, handOver)
        return ok({ handOverId: id })
      },
    )
    if (begun.ok) carryOn(ctx, begun.value.handOverId)
    return begun
  },
})

/** The slot bears the id, so that the job knows which one it is. */
const runOf = ({ now, workspace }: Ctx, id: HandOverId, how = ''): RunKey => ({
  job: 'hand_over',
  subject: 'by_hand',
  slot: `${dayIn(now, workspace.zone)}@${id}${how}`,
})

/** At once, as far as it comes; the clock takes the rest. */
function carryOn(ctx: Ctx, id: HandOverId, how = ''): void {
  ctx.services.wake.posts()
  ctx.services.afterwards(() => ctx.services.clock.run(runOf(ctx, id, how)))
}

export type UndoHandOverRefusal =
  | { readonly kind: 'no_such_hand_over' | 'undone_already' | 'under_way' }
  | { readonly kind: 'too_late'; readonly days: number }

/** *Undo*: who is still with those who got them goes back. Also while it is under way. */
export const undoHandOver = defineUseCase({
  name: 'undo-hand-over',
  permission: 'settings.change',
  input: z.object({ handOverId: idInput('hand_over') }),
  run: async (ctx, { handOverId }): Promise<Result<HandOverBegun, UndoHandOverRefusal>> => {
    const undone = await ctx.uow.once<HandOverBegun, UndoHandOverRefusal>(
      ctx.idempotencyKey,
      'undo-hand-over',
      async (tx) => {
        const found = await tx.handOvers.get(handOverId)
        if (found !== undefined) await tx.handOvers.lockEstate(found.from)
        const handOver = await tx.handOvers.lock(handOverId)
        if (handOver === undefined) return refuse({ kind: 'no_such_hand_over' })
        if (handOver.state === 'undoing' || handOver.state === 'undone') return refuse({ kind: 'undone_already' })
        if (!mayBeUndone(handOver, ctx.now)) return refuse({ kind: 'too_late', days: HAND_OVER_UNDO_DAYS })
        const other = await tx.handOvers.underWay(handOver.from)
        if (other !== undefined && other.id !== handOverId) return refuse({ kind: 'under_way' })
        const { done } = handOver
        const fresh = { ...done, after: undefined }
        const undoing = { ...handOver, state: 'undoing' as const, finishedAt: undefined, done: fresh }
        await tx.handOvers.change(handOverId, undoing)
        await tx.jobRuns.begin(runOf(ctx, handOverId, UNDO), ctx.now)
        await tx.events.append({ stream: `hand_over:${handOverId}`, type: 'hand_over.undo_begun', data: {} })
        await tellOfHandOver(ctx, tx, undoing)
        return ok({ handOverId })
      },
    )
    if (undone.ok) carryOn(ctx, handOverId, UNDO)
    return undone
  },
})
const UNDO = '.undo'

export const mayBeUndone = ({ startedAt, state }: Pick<HandOver, 'startedAt' | 'state'>, now: Instant): boolean =>
  (state === 'running' || state === 'done') && now - startedAt <= HAND_OVER_UNDO_DAYS * DAY
