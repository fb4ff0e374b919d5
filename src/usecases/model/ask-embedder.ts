import type { SystemCtx } from '../context.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { ModelFailure } from '../ports/model.ts'
import { LETTERS_A_TOKEN, withinBudget } from './budget.ts'

/** Kept with every call; counted up when the words that are sent change. */
export const EMBEDDING_PROMPT = 'job-words-1'

/** A vector for each text, within the deadline and the day's budget, and kept that it was asked. Must not be called inside a unit of work. */
export async function askEmbedder(
  ctx: SystemCtx,
  embedder: Embedder,
  texts: readonly string[],
): Promise<readonly Float32Array[] | ModelFailure | 'over_budget'> {
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  const call = {
    id: ctx.newId<'model_call'>(),
    at: ctx.now,
    purpose: 'match',
    prompt: EMBEDDING_PROMPT,
    model: embedder.name,
    candidateId: undefined,
    draftId: undefined,
  }
  const most = { inputTokens: Math.ceil(letters / LETTERS_A_TOKEN) + texts.length, outputTokens: 0 }
  const reply = await withinBudget(ctx, call, most, async () => {
    const answered = await embedder.embed(texts)
    return { reply: answered, outcome: answered.kind, usage: answered.usage }
  })
  if (reply === 'over_budget') return reply
  return reply.kind === 'answered' ? reply.vectors : reply.kind
}
