import type { CandidateId, DraftId } from '../../domain/shared/ids.ts'
import { at, dayIn } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { ModelFailure, Question } from '../ports/model.ts'
import type { ModelOutcome } from '../ports/model-calls.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

export type Asking = {
  readonly purpose: string
  readonly candidateId?: CandidateId
  readonly draftId?: DraftId
}

/** `no_model`: none is set up. `unsupported`: it answered, and our own check let nothing of it pass. */
export type NoAnswer = ModelFailure | 'no_model' | 'over_budget' | 'unsupported'
export type Asked<Judged> =
  | { readonly kind: 'answered'; readonly value: Judged; readonly prompt: string }
  | { readonly kind: NoAnswer }

/** A model reads about one token in four letters; three is on the safe side of a budget. */
const LETTERS_A_TOKEN = 3

/**
 * Asks the model once, within its deadline and the day's budget, and keeps that it was asked. `judge` is the deterministic check of the
 * answer; what it does not let pass counts as no answer. Must not be called inside a unit of work: a network is waited for.
 */
export async function askModel<Answer, Judged>(
  ctx: SystemCtx,
  { purpose, candidateId, draftId }: Asking,
  question: Question<Answer>,
  judge: (answer: Answer) => Judged | undefined,
): Promise<Asked<Judged>> {
  const { model } = ctx.services
  if (model === undefined) return { kind: 'no_model' }
  const id = ctx.newId<'model_call'>()
  const call = { id, at: ctx.now, purpose, prompt: question.prompt, model: model.name, candidateId, draftId }
  const letters = question.task.length + question.material.length
  const most = { inputTokens: Math.ceil(letters / LETTERS_A_TOKEN), outputTokens: question.mostTokens }
  const begun = await ctx.uow.run(async (tx) => {
    const since = at(dayIn(ctx.now, ctx.workspace.zone), 0, ctx.workspace.zone)
    const { modelDailyTokens: tokens } = await loadWorkspaceSettings(tx, ctx.services.places)
    return tx.modelCalls.begin(call, most, { since, tokens })
  })
  if (!begun) return { kind: 'over_budget' }
  const start = performance.now()
  const reply = await model.ask(question)
  const value = reply.kind === 'answered' ? judge(reply.answer) : undefined
  const outcome: ModelOutcome = reply.kind === 'answered' && value === undefined ? 'unsupported' : reply.kind
  const took = Math.round(performance.now() - start)
  await ctx.uow.run((tx) => tx.modelCalls.end(id, outcome, reply.usage, took))
  if (value !== undefined) return { kind: 'answered', value, prompt: question.prompt }
  return { kind: reply.kind === 'answered' ? 'unsupported' : reply.kind }
}
