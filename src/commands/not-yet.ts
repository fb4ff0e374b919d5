/** Why the gate holds a draft back, with the names and days that its card shows. */
import type { Refusal } from '../domain/outreach/refusal.ts'
import type { DraftId } from '../domain/shared/ids.ts'
import { answers } from '../domain/shared/words/drafts.ts'
import type { Ctx } from '../usecases/context.ts'
import { loadDraftCard } from '../usecases/outreach/load-draft-card.ts'
import { refusalSentences } from '../views/draft-card/blocks.ts'

export async function notYetWords(ctx: Ctx, draftId: string, because: readonly Refusal[]): Promise<string> {
  const model = await loadDraftCard(ctx, draftId as DraftId)
  return model === undefined ? answers.noSuchDraft : answers.approvedButRefused(refusalSentences(model, because))
}
