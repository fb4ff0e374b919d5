import type { CandidateId, DraftId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { ModelFailure, Question } from '../ports/model.ts'
import type { ModelOutcome } from '../ports/model-calls.ts'
import { LETTERS_A_TOKEN, withinBudget } from './budget.ts'

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
  const asked = await withinBudget(ctx, call, most, async () => {
    const reply = await model.ask(question)
    const value = reply.kind === 'answered' ? judge(reply.answer) : undefined
    const outcome: ModelOutcome = reply.kind === 'answered' && value === undefined ? 'unsupported' : reply.kind
    return { reply: { kind: outcome, value }, outcome, usage: reply.usage }
  })
  if (asked === 'over_budget') return { kind: asked }
  if (asked.value !== undefined) return { kind: 'answered', value: asked.value, prompt: question.prompt }
  return { kind: asked.kind as NoAnswer }
}
