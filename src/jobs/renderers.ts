import type { DraftId, SendId } from '../domain/shared/ids.ts'
import { loadDraftCard } from '../usecases/outreach/load-draft-card.ts'
import { loadSendCard } from '../usecases/outreach/load-send-card.ts'
import { renderDraftCard, renderMovedCard } from '../views/draft-card/blocks.ts'
import { renderInDoubtCard } from '../views/in-doubt-card/blocks.ts'
import { renderNotSentCard } from '../views/not-sent-card/blocks.ts'
import { captureRenderers, unpostedFlag } from './capture-posts.ts'
import type { Renderers } from './deliver-post.ts'

const nothing = async () => undefined

/** How each kind of post is loaded and drawn, from its first subject. */
export const renderers: Renderers = {
  ...captureRenderers,
  draft_card: async (ctx, [draftId]) => {
    if (draftId === undefined) return renderMovedCard()
    const model = await loadDraftCard(ctx, draftId as DraftId)
    return model === undefined ? undefined : renderDraftCard(model)
  },
  in_doubt_card: async (ctx, [sendId]) => {
    const model = await loadSendCard(ctx, sendId as SendId)
    return model === undefined ? undefined : renderInDoubtCard(model)
  },
  not_sent_card: async (ctx, [sendId]) => {
    const model = await loadSendCard(ctx, sendId as SendId)
    return model === undefined ? undefined : renderNotSentCard(model)
  },
  notice: nothing,
}

/** What is done where a post can never be brought to its place. */
export const undeliverable = { triage_card: unpostedFlag } as const
