/** What any use case may refuse before its own work begins, in words. */
import { whoMay } from '../domain/shared/roles.ts'
import { shellWords } from '../domain/shared/words/shell.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'

export const isEdgeRefusal = (refusal: { readonly kind: string }): refusal is EdgeRefusal =>
  refusal.kind === 'not_allowed' || refusal.kind === 'bad_input'

export const edgeWords = (refusal: EdgeRefusal): string =>
  refusal.kind === 'not_allowed'
    ? shellWords.notAllowed(whoMay(refusal.permission))
    : shellWords.badInput(refusal.problems)

/** Only the refusals that are the use case's own are left to word. */
export const reworded = <Refusal extends { readonly kind: string }>(
  refusal: Refusal | EdgeRefusal,
  own: (refusal: Exclude<Refusal, EdgeRefusal>) => string,
): string => (isEdgeRefusal(refusal) ? edgeWords(refusal) : own(refusal as Exclude<Refusal, EdgeRefusal>))
