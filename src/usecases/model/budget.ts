import { at, dayIn } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Usage } from '../ports/model.ts'
import type { ModelCall, ModelOutcome } from '../ports/model-calls.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

/** A model reads about one token in four letters; three is on the safe side of a budget. */
export const LETTERS_A_TOKEN = 3

/** Does the call where the day's budget has room for the most that it may take, and keeps that it was done and how it ended. */
export async function withinBudget<Reply>(
  ctx: SystemCtx,
  call: ModelCall,
  most: Usage,
  ask: () => Promise<{ readonly reply: Reply; readonly outcome: ModelOutcome; readonly usage: Usage | undefined }>,
): Promise<Reply | 'over_budget'> {
  const begun = await ctx.uow.run(async (tx) => {
    const since = at(dayIn(ctx.now, ctx.workspace.zone), 0, ctx.workspace.zone)
    const { modelDailyTokens: tokens } = await loadWorkspaceSettings(tx, ctx.services.places)
    return tx.modelCalls.begin(call, most, { since, tokens })
  })
  if (!begun) return 'over_budget'
  const start = performance.now()
  const { reply, outcome, usage } = await ask()
  const took = Math.round(performance.now() - start)
  const end = () => ctx.uow.run((tx) => tx.modelCalls.end(call.id, outcome, usage, took))
  // A good answer is not lost because it could not be noted down: what was set aside for the call counts until then.
  await end().catch(() => ctx.services.afterwards(end))
  return reply
}
