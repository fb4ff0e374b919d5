import type { Result } from '../domain/shared/result.ts'
import type { Ctx } from '../usecases/context.ts'

/**
 * What a model helped to read, or the rules' guess where not even asking it went well: a form that waits for it comes all the same, with what
 * was typed. The fault is logged as one of what follows an act.
 */
export async function orByRules<Read, Guess>(
  { services }: Ctx,
  asked: Promise<Result<Read, unknown>>,
  guess: Guess,
): Promise<Read | (Guess & { readonly byRules: 'not_asked' })> {
  const alone = { ...guess, byRules: 'not_asked' } as const
  try {
    const read = await asked
    return read.ok ? read.value : alone
  } catch (error) {
    services.afterwards(() => Promise.reject(error))
    return alone
  }
}
