/** The posts of handing people over: how it stands, what each colleague got, and who left. */
import type { HandOverId, MemberId, TakeOverId } from '../domain/shared/ids.ts'
import { loadHandOver, loadReceived } from '../usecases/owners/load-hand-over.ts'
import { loadLeaver } from '../usecases/owners/member-left.ts'
import { loadTakeOver } from '../usecases/owners/take-over.ts'
import { renderHandOver, renderLeaver, renderReceived } from '../views/hand-over/blocks.ts'
import { renderTakeOverAnswer, renderTakeOverAsk } from '../views/take-over/blocks.ts'
import type { Renderer } from './deliver-post.ts'

export const ownerRenderers = {
  hand_over: async (ctx, [id]) => {
    const model = await loadHandOver(ctx, id as HandOverId)
    return model && renderHandOver(model)
  },
  hand_over_received: async (ctx, [id, memberId]) => {
    const model = await loadReceived(ctx, id as HandOverId, memberId as MemberId)
    return model && renderReceived(model)
  },
  leaver_notice: async (ctx, [memberId]) => {
    const model = await loadLeaver(ctx, memberId as MemberId)
    return model && renderLeaver(model)
  },
  take_over_ask: async (ctx, [id]) => {
    const model = await loadTakeOver(ctx, id as TakeOverId)
    return model && renderTakeOverAsk(model)
  },
  take_over_answer: async (ctx, [id]) => {
    const model = await loadTakeOver(ctx, id as TakeOverId)
    return model && renderTakeOverAnswer(model)
  },
} satisfies Record<string, Renderer>
