import type { DraftId, SendId } from '../domain/shared/ids.ts'
import { loadDigest, loadPoolWeek } from '../usecases/metrics/load-digest.ts'
import { loadDraftCard } from '../usecases/outreach/load-draft-card.ts'
import { loadSendCard } from '../usecases/outreach/load-send-card.ts'
import { readUnposted } from '../usecases/posts/tell-unposted.ts'
import { saysDead } from '../usecases/replies/follow-bounce.ts'
import { renderBouncedCard } from '../views/bounced-card/blocks.ts'
import { renderDigest } from '../views/digest/blocks.ts'
import { renderDraftCard, renderMovedCard } from '../views/draft-card/blocks.ts'
import { renderInDoubtCard } from '../views/in-doubt-card/blocks.ts'
import { renderPoolWeek } from '../views/metrics/blocks.ts'
import { renderNotSentCard } from '../views/not-sent-card/blocks.ts'
import { renderUnpostedNotice } from '../views/unposted-notice/blocks.ts'
import { askRenderers } from './ask-posts.ts'
import { captureRenderers, unpostedFlag } from './capture-posts.ts'
import type { Renderers } from './deliver-post.ts'
import { fileRenderers } from './file-posts.ts'
import { nudgeRenderers, unpostedNudge } from './nudge-posts.ts'
import { ownerRenderers } from './owner-posts.ts'
import { replyRenderers } from './reply-posts.ts'

/** How each kind of post is loaded and drawn, from its first subject. */
export const renderers: Renderers = {
  ...captureRenderers,
  ...askRenderers,
  ...nudgeRenderers,
  digest: async (ctx, _subjects, key) => {
    const model = await loadDigest(ctx, key)
    return model === undefined ? undefined : renderDigest(model)
  },
  pool_week: async (ctx, _subjects, key) => {
    const model = await loadPoolWeek(ctx, key)
    return model === undefined ? undefined : renderPoolWeek(model)
  },
  ...replyRenderers,
  ...ownerRenderers,
  ...fileRenderers,
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
  bounced_card: async (ctx, [sendId], key) => {
    const model = await loadSendCard(ctx, sendId as SendId)
    return model === undefined ? undefined : renderBouncedCard(model.who, saysDead(key))
  },
  unposted_notice: async (ctx, _subjects, key) => {
    const model = await readUnposted(ctx, key)
    return model === undefined ? undefined : renderUnpostedNotice(model)
  },
}

/** What is done where a post can never be brought to its place. */
export const undeliverable = { triage_card: unpostedFlag, nudge: unpostedNudge } as const
