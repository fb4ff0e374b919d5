import { z } from 'zod'
import { ok } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { textInput } from '../text-input.ts'
import { changePerson, entry } from './change-person.ts'

/** **Log a call**: a one-to-one touch outside of mail, in a line or two. */
export const logCall = defineUseCase({
  name: 'log-call',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), note: textInput(1_000) }),
  run: (ctx, { candidateId, note }) =>
    changePerson<never>(ctx, 'log-call', candidateId, async (tx, person) => {
      await tx.candidates.record(person.id, entry(ctx, 'call', note, true))
      await tx.candidates.touch(person.id, ctx.now)
      await tx.replies.answered(person.id, { by: ctx.actor.memberId, at: ctx.now, upTo: ctx.now })
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'touch.logged', data: { kind: 'call' } })
      return ok(null)
    }),
})
