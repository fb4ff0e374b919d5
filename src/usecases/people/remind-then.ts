import { z } from 'zod'
import { ok, refuse } from '../../domain/shared/result.ts'
import { asDay, dayIn } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { changePerson } from './change-person.ts'

export type RemindRefusal = { readonly kind: 'no_such_day' } | { readonly kind: 'day_passed' }

/** **Remind me then**: the person's next touchpoint is that day; the nudge of that morning brings them up. */
export const remindThen = defineUseCase({
  name: 'remind-then',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), day: z.string() }),
  run: (ctx, { candidateId, day: given }) =>
    changePerson<RemindRefusal>(ctx, 'remind-then', candidateId, async (tx, person) => {
      const day = asDay(given)
      if (day === undefined) return refuse({ kind: 'no_such_day' })
      if (day < dayIn(ctx.now, ctx.actor.zone)) return refuse({ kind: 'day_passed' })
      await tx.candidates.change(person.id, { nextTouch: day })
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.next_touch_set', data: { day } })
      return ok(null)
    }),
})
