import { z } from 'zod'
import { ok } from '../../domain/shared/result.ts'
import { poolLines } from '../../domain/shared/words/pools.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { changePerson, entry } from './change-person.ts'

/** *Profile is right*: somebody looked through it. It counts as fresh for half a year; saying so twice is no harm, so there is nothing to undo. */
export const checkProfile = defineUseCase({
  name: 'check-profile',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }) =>
    changePerson<never>(ctx, 'check-profile', candidateId, async (tx, person) => {
      await tx.candidates.checked(person.id, ctx.now)
      await tx.candidates.record(person.id, entry(ctx, 'change', poolLines.checked))
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.checked', data: {} })
      return ok(null)
    }),
})
