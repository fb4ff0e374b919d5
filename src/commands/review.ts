/** The review deck as it goes on: the next draft that still waits, or the end of the sitting. */
import type { ModalView } from '@slack/types'
import { review as words } from '../domain/shared/words/review.ts'
import type { Ctx } from '../usecases/context.ts'
import { type Deck, openDeck, readDeckCard } from '../usecases/outreach/deck.ts'
import { type Noted, renderDeckCard, renderDeckEnd, renderNoDeck } from '../views/review-deck/blocks.ts'
import { newSitting, type Sitting } from '../views/review-deck/ids.ts'
import { edgeWords, isEdgeRefusal } from './refused.ts'

/** What the sitting shows from its place on. Whatever was decided elsewhere meanwhile is left out, and that is said. */
export async function deckView(
  ctx: Ctx,
  sitting: Sitting,
  said: { readonly noted?: Noted | undefined; readonly alike?: Deck['alike'] } = {},
): Promise<ModalView> {
  let { noted } = said
  for (let at = sitting.at; at < sitting.ids.length; at += 1) {
    const model = await readDeckCard(ctx, { draftId: sitting.ids[at] ?? '' })
    if (model.ok) return renderDeckCard({ ...sitting, at }, model.value, { ...said, noted })
    noted ??= { text: isEdgeRefusal(model.refusal) ? edgeWords(model.refusal) : words.decidedMeanwhile }
  }
  return renderDeckEnd(sitting, sitting.more, noted)
}

/** A new sitting, of what waits or of those drafts alone; a text where whoever asks may not review. */
export async function beginDeck(ctx: Ctx, only?: readonly string[]): Promise<ModalView | string> {
  const deck = await openDeck(ctx, only === undefined ? {} : { only: [...only] })
  if (!deck.ok) return edgeWords(deck.refusal)
  const { draftIds, more, alike } = deck.value
  return draftIds.length === 0 ? renderNoDeck() : deckView(ctx, newSitting(draftIds, more), { alike })
}
