import type { DraftId } from '../domain/shared/ids.ts'
import { loadDraftCard } from '../usecases/outreach/load-draft-card.ts'
import { renderDraftCard } from '../views/draft-card/blocks.ts'
import type { Renderers } from './deliver-post.ts'

const nothing = async () => undefined

/** How each kind of post is loaded and drawn, from its first subject. */
export const renderers: Renderers = {
  draft_card: async (ctx, [draftId]) => {
    const model = await loadDraftCard(ctx, draftId as DraftId)
    return model === undefined ? undefined : renderDraftCard(model)
  },
  triage_card: nothing,
  added_notice: nothing,
  merged_notice: nothing,
  flag_outcome: nothing,
  in_doubt_card: nothing,
  not_sent_card: nothing,
  notice: nothing,
}
