import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { SearchTooSlowError } from '../ports/services.ts'

const MOST_SHOWN = 20

/** People on record whose name is or resembles what was typed, for choosing who took an offer. Too slow a search offers nobody. */
export const findByName = defineUseCase({
  name: 'find-by-name',
  permission: 'candidate.read',
  input: z.object({ words: z.string().transform((text) => text.trim().slice(0, 200)) }),
  run: async (ctx, { words }): Promise<Result<readonly Candidate[], never>> => {
    if (words === '') return ok([])
    const ids = await ctx.services.search.byName(words, MOST_SHOWN).catch((error: unknown) => {
      if (error instanceof SearchTooSlowError) return []
      throw error
    })
    return ok(await ctx.uow.run((tx) => tx.candidates.getMany(ids)))
  },
})
