/** The posts of *Ask a colleague…*: the question in the colleague's DM, and the answer in the asker's. */
import type { DraftAskId } from '../domain/shared/ids.ts'
import { loadAskAnswer, loadAskCard } from '../usecases/outreach/ask-card.ts'
import { renderAskAnswer, renderAskCard } from '../views/ask-card/blocks.ts'
import type { Renderer } from './deliver-post.ts'

export const askRenderers = {
  draft_ask: async (ctx, [askId]) => {
    const model = await loadAskCard(ctx, askId as DraftAskId)
    return model === undefined ? undefined : renderAskCard(model)
  },
  ask_answer: async (ctx, [askId]) => {
    const model = await loadAskAnswer(ctx, askId as DraftAskId)
    return model === undefined ? undefined : renderAskAnswer(model)
  },
} satisfies Record<string, Renderer>
