/** Opens **Schedule…**: from the card's button, or from *Not yet* with the day that the gate named. */
import { loadSchedule } from '../usecases/outreach/schedule-draft.ts'
import { renderScheduleModal } from '../views/schedule-modal/blocks.ts'
import { draftWords } from './draft-words.ts'
import { openAbove } from './open-modal.ts'
import type { Press } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'

export async function openSchedule(
  press: Press,
  about: { readonly draftId: string; readonly day?: string },
): Promise<Reply | undefined> {
  const { ctx } = press
  const model = await loadSchedule(ctx, about)
  if (!model.ok) return { text: draftWords(ctx, model.refusal) }
  const ref = { draftId: about.draftId, revisionId: model.value.revisionId }
  return openAbove(press, renderScheduleModal(ref, model.value, ctx.actor.zone))
}
