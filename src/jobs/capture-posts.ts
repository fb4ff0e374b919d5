/** The posts of capture, and what becomes of a flag whose card cannot be posted. */
import type { CandidateId, FlagOfferId, InteractionId, NearMissId, SendId } from '../domain/shared/ids.ts'
import { loadOffer } from '../usecases/capture/flag-offers.ts'
import { loadAdded, loadFlag } from '../usecases/capture/load-posts.ts'
import type { MergeId } from '../usecases/capture/merges-of.ts'
import { loadNote } from '../usecases/capture/save-note.ts'
import { triageDirectly } from '../usecases/capture/triage-directly.ts'
import { isMergeUndone } from '../usecases/capture/undo-merge.ts'
import type { SystemCtx } from '../usecases/context.ts'
import { loadStay } from '../usecases/outreach/stay-in-touch.ts'
import { renderAddedNotice } from '../views/added-notice/blocks.ts'
import { renderUnseenOffer } from '../views/flag-offer/blocks.ts'
import { renderFlagOutcome } from '../views/flag-outcome/blocks.ts'
import { renderNoteNotice } from '../views/note-notice/blocks.ts'
import { renderStayAnswer } from '../views/stay-answer/blocks.ts'
import { renderTriageCard } from '../views/triage-card/blocks.ts'
import type { Renderer, Undeliverable } from './deliver-post.ts'

const notice =
  (kind: 'added' | 'merged'): Renderer =>
  async (ctx, [id, merge]) => {
    const person = await loadAdded(ctx, id as CandidateId)
    if (person === undefined) return undefined
    const merged = merge === undefined ? undefined : await mergedStill(ctx, merge as MergeId)
    return renderAddedNotice({ person, kind, merged })
  }

const mergedStill = async (ctx: SystemCtx, id: MergeId): Promise<MergeId | 'undone'> =>
  (await isMergeUndone(ctx, id)) ? 'undone' : id

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
  flag_offer_unseen: async (ctx, [id]) => renderUnseenOffer(await loadOffer(ctx, id as FlagOfferId)),
  stay_answer: async (ctx, [id, sendId]) => {
    const shown = await loadStay(ctx, id as CandidateId, sendId as SendId)
    return shown === undefined ? undefined : renderStayAnswer(shown)
  },
  note_notice: async (ctx, [id, noteId]) => {
    const shown = await loadNote(ctx, id as CandidateId, noteId as InteractionId)
    return shown && renderNoteNotice({ ...shown, noteId: noteId as InteractionId })
  },
  added_notice: notice('added'),
  merged_notice: notice('merged'),
} satisfies Record<string, Renderer>

/** No channel, or one that the bot was not invited to: the flag goes to the recruiters directly. */
export const unpostedFlag: Undeliverable = async (ctx, { subjects: [id, direct] }) => {
  if (id !== undefined && direct === undefined) await triageDirectly(ctx, id as NearMissId)
}
