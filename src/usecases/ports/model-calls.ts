import type { CandidateId, DraftId, Id } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { ModelFailure, Usage } from './model.ts'

/** `asked` has no end yet; `unsupported` answered, but no fact bore it out; `over_budget` was not asked at all. */
export type ModelOutcome = 'asked' | 'answered' | 'unsupported' | 'over_budget' | ModelFailure

/** One use of the model. Ids and counts, never a text. */
export type ModelCall = {
  readonly id: Id<'model_call'>
  readonly at: Instant
  readonly purpose: string
  readonly prompt: string
  readonly model: string
  readonly candidateId: CandidateId | undefined
  readonly draftId: DraftId | undefined
}

export type ModelCallStore = {
  /**
   * Keeps the call with what it may take at most, so that calls that run at once cannot spend a budget twice. `false` where, since then,
   * less than that is left; then it is kept as `over_budget`.
   */
  begin(call: ModelCall, most: Usage, budget: { readonly since: Instant; readonly tokens: number }): Promise<boolean>
  /** How it ended. Without `usage` what it may have taken still counts: a server that did not say may have charged it. */
  end(id: ModelCall['id'], outcome: ModelOutcome, usage: Usage | undefined, milliseconds: number): Promise<void>
  /** What became of the last call for this draft. */
  lastFor(draftId: DraftId): Promise<{ readonly outcome: ModelOutcome; readonly at: Instant } | undefined>
}
