/** Many drafts, one at a time: what is specific to this person stands out, and a press goes on to the next. */
import type { KnownBlock, ModalView } from '@slack/types'
import { card } from '../../domain/shared/words/drafts.ts'
import { purposes } from '../../domain/shared/words/outreach.ts'
import { review } from '../../domain/shared/words/review.ts'
import type { Deck } from '../../usecases/outreach/deck.ts'
import type { DraftCardModel } from '../../usecases/outreach/load-draft-card.ts'
import { refusalSentences } from '../draft-card/blocks.ts'
import { cardValue, OPEN_DRAFT, UNDO } from '../draft-card/ids.ts'
import { renderLetter } from '../draft-card/letter.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { REVIEW_APPROVE, REVIEW_EDIT, REVIEW_OPEN, REVIEW_SKIP, type Sitting } from './ids.ts'

/** What the last press did, above the next draft; `text` is mrkdwn. */
export type Noted = { readonly text: string; readonly undo?: string }

const modal = (sitting: Sitting | undefined, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  title: plain(review.title),
  close: plain(review.close),
  ...(sitting === undefined ? {} : { private_metadata: JSON.stringify(sitting) }),
  blocks: [...blocks],
})

export function renderDeckCard(
  sitting: Sitting,
  model: DraftCardModel,
  said: { readonly noted?: Noted | undefined; readonly alike?: Deck['alike'] } = {},
): ModalView {
  const { draft, revision, candidate } = model
  const tally = review.tally(sitting.approved, sitting.skipped)
  return modal(sitting, [
    ...noted(said.noted),
    small(review.place(sitting.at + 1, sitting.ids.length), ...(tally === '' ? [] : [tally])),
    ...(said.alike === undefined
      ? []
      : [section(review.alike(said.alike.count, sitting.ids.length, said.alike.percent))]),
    section(card.heading(safe(flat(candidate.fullName), 300), purposes[draft.purpose])),
    small(card.whyNow(safe(draft.whyNow, 900))),
    section(card.subject(safe(revision.subject, 2_900))),
    renderLetter(revision),
    small(revision.claims.length === 0 ? review.nothingOwn : review.highlighted),
    ...verdict(model),
    buttons(model),
  ])
}

function noted(said: Noted | undefined): readonly KnownBlock[] {
  if (said === undefined) return []
  const block = section(said.text)
  return [said.undo === undefined ? block : { ...block, accessory: button(UNDO, review.undo, said.undo) }]
}

/** Words of a colleague are theirs to send, and where the gate says no there is nothing to approve. */
const approvable = ({ verdict: said, wordsOf, canMail }: DraftCardModel): boolean =>
  said?.kind === 'ok_to_send' && wordsOf === undefined && canMail

function verdict(model: DraftCardModel): readonly KnownBlock[] {
  const { verdict: said } = model
  if (said?.kind === 'not_yet') return [section(card.notYet(refusalSentences(model, said.because)))]
  return model.canMail ? [] : [section(card.forCopying)]
}

function buttons(model: DraftCardModel): KnownBlock {
  const { draft, revision } = model
  const value = cardValue({ draftId: draft.id, revisionId: revision.id })
  return {
    type: 'actions',
    block_id: 'review',
    elements: [
      ...(approvable(model)
        ? [{ ...button(REVIEW_APPROVE, review.approve, value), style: 'primary' as const }]
        : [button(OPEN_DRAFT, review.openCard, draft.id)]),
      button(REVIEW_EDIT, review.edit, value),
      button(REVIEW_SKIP, review.skip, value),
    ],
  }
}

/** The end of a sitting: what became of it, and the way to the next where more wait. */
export const renderDeckEnd = ({ approved, skipped }: Sitting, more: number, said?: Noted): ModalView =>
  modal(undefined, [
    ...noted(said),
    section(review.done),
    small(review.doneTally(approved, skipped)),
    ...(more === 0
      ? []
      : [
          small(review.moreWait(more)),
          { type: 'actions' as const, elements: [button(REVIEW_OPEN, review.goOn, 'more')] },
        ]),
  ])

export const renderNoDeck = (): ModalView => modal(undefined, [section(review.none)])
