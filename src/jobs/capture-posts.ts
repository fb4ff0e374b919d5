/** The posts of capture, and what becomes of a flag whose card cannot be posted. */
import type { CandidateId, NearMissId } from '../domain/shared/ids.ts'
import { loadAdded, loadFlag } from '../usecases/capture/load-posts.ts'
import { triageDirectly } from '../usecases/capture/triage-directly.ts'
import { renderAddedNotice } from '../views/added-notice/blocks.ts'
import { renderFlagOutcome } from '../views/flag-outcome/blocks.ts'
import { renderTriageCard } from '../views/triage-card/blocks.ts'
import type { Renderer, Undeliverable } from './deliver-post.ts'

const notice =
  (kind: 'added' | 'merged'): Renderer =>
  async (ctx, [id]) => {
    const person = await loadAdded(ctx, id as CandidateId)
    return person === undefined ? undefined : renderAddedNotice({ person, kind })
  }

export const captureRenderers = {
  /** A second subject says that the card stands in a DM: the workspace where the channel is unreachable, else who flagged it themselves. */
  triage_card: async (ctx, [id, direct]) => {
    const shown = await loadFlag(ctx, id as NearMissId)
    if (shown === undefined) return undefined
    const unreachable: string = ctx.workspace.id
    const why = direct === unreachable ? 'channel_unreachable' : 'own_flag'
    return renderTriageCard({ ...shown, direct: direct === undefined ? undefined : why })
  },
  flag_outcome: async (ctx, [id]) => {
    const shown = await loadFlag(ctx, id as NearMissId)
    return shown === undefined ? undefined : renderFlagOutcome(shown)
  },
  added_notice: notice('added'),
  merged_notice: notice('merged'),
} satisfies Record<string, Renderer>

/** No channel, or one that the bot was not invited to: the flag goes to the recruiters directly. */
export const unpostedFlag: Undeliverable = async (ctx, { subjects: [id, direct] }) => {
  if (id !== undefined && direct === undefined) await triageDirectly(ctx, id as NearMissId)
}
