import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { never, ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, HOUR } from '../../domain/shared/time.ts'
import { replyHistory } from '../../domain/shared/words/replies.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { liftBarIn } from '../people/bar-person.ts'
import { entry } from '../people/change-person.ts'
import type { EventData } from '../ports/events.ts'
import type { Reply } from '../ports/replies.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { addressOf } from './decide-reply.ts'

export type UndoDecisionRefusal =
  | { readonly kind: 'reply_gone' }
  | { readonly kind: 'not_decided' }
  | { readonly kind: 'too_late' }

/** Afterwards others have gone by it. */
const UNDO_HOURS = 24

/** **Undo** on a decided reply: it waits again, and what followed from it is taken back as far as nobody has changed it since. */
export const undoDecision = defineUseCase({
  name: 'undo-decision',
  permission: 'candidate.change',
  input: z.object({ replyId: idInput('reply') }),
  run: async (ctx, { replyId }): Promise<Result<null, UndoDecisionRefusal>> => {
    const undone = await ctx.uow.once<null, UndoDecisionRefusal>(ctx.idempotencyKey, 'undo-decision', async (tx) => {
      const seen = await tx.replies.get(replyId)
      const person = seen === undefined ? undefined : await tx.candidates.lock(seen.candidateId)
      const reply = person === undefined ? undefined : await tx.replies.lock(replyId)
      if (reply === undefined || person === undefined) return refuse({ kind: 'reply_gone' })
      const [last] = await tx.events.read(`reply:${replyId}`, 1)
      if (reply.state === 'waiting' || last?.type !== 'reply.decided') return refuse({ kind: 'not_decided' })
      if (ctx.now - last.at > UNDO_HOURS * HOUR) return refuse({ kind: 'too_late' })
      await takeBack(ctx, tx, { person, reply, before: last.data })
      await tx.replies.reopen(replyId)
      await tx.candidates.record(person.id, entry(ctx, 'change', replyHistory.undone))
      await tx.events.append({ stream: `reply:${replyId}`, type: 'reply.reopened', data: { candidateId: person.id } })
      await tx.posts.redraw(replyId, ctx.now)
      await tx.posts.redraw(person.id, ctx.now)
      return ok(null)
    })
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})

type Undoing = { readonly person: Candidate; readonly reply: Reply; readonly before: EventData }

async function takeBack(ctx: Ctx, tx: Tx, { person, reply, before }: Undoing): Promise<void> {
  const nextTouch = asDay(String(before.nextTouch))
  const snooze = {
    snoozedUntil: asDay(String(before.until)),
    snoozedFor: before.for === 'similar_job' ? ('similar_job' as const) : undefined,
  }
  switch (reply.state) {
    case 'interested':
      if (person.snoozedUntil === undefined) await tx.candidates.change(person.id, snooze)
      return
    case 'later': {
      const untouched = person.nextTouch === reply.laterOn && person.snoozedUntil === reply.laterOn
      if (untouched) await tx.candidates.change(person.id, { nextTouch, ...snooze })
      return
    }
    case 'not_interested':
      if (person.nextTouch === undefined) await tx.candidates.change(person.id, { nextTouch })
      if (before.barred === true) await liftBarIn(ctx, tx, person, replyHistory.undone)
      return
    case 'wrong_person': {
      const address = before.suppressed === true ? await addressOf(tx, person, reply) : undefined
      if (address !== undefined) await tx.consent.liftSuppression(address, 'wrong_person')
      return
    }
    case 'waiting':
    case 'done':
      return
    default:
      never(reply.state)
  }
}
