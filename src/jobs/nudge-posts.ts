/** The posts of the morning, and what becomes of one whose channel cannot take it. */
import { loadNudge } from '../usecases/nurture/load-nudge.ts'
import { nudgeDirectly } from '../usecases/nurture/nudge-directly.ts'
import { renderNudge, renderNudgeLine } from '../views/nudge/blocks.ts'
import type { Renderer, Undeliverable } from './deliver-post.ts'

export const nudgeRenderers = {
  nudge: async (ctx, _subjects, key) => {
    const model = await loadNudge(ctx, key)
    return model === undefined ? undefined : renderNudge(model)
  },
  nudge_line: async (ctx, _subjects, key) => {
    const model = await loadNudge(ctx, key)
    return model === undefined ? undefined : renderNudgeLine(model)
  },
} satisfies Record<string, Renderer>

/** The channel was opened to everybody, closed to us or archived since it was looked at: the names go to the DM. */
export const unpostedNudge: Undeliverable = (ctx, post) => nudgeDirectly(ctx, post)
