import type { App } from '@slack/bolt'
import { escapeMrkdwn } from '../../domain/shared/text.ts'
import { answers } from '../../domain/shared/words/drafts.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { forAll, review as words } from '../../domain/shared/words/review.ts'
import type { Ctx } from '../../usecases/context.ts'
import { approveInDeck } from '../../usecases/outreach/deck.ts'
import { openForAll, previewForAll } from '../../usecases/outreach/deck-for-all.ts'
import { loadDraftText } from '../../usecases/outreach/load-draft-text.ts'
import { cardValue, readCardValue } from '../../views/draft-card/ids.ts'
import { renderEditModal } from '../../views/draft-modals/blocks.ts'
import { moment } from '../../views/mrkdwn.ts'
import { renderNotice, renderWaiting } from '../../views/notice-modal/blocks.ts'
import type { Noted } from '../../views/review-deck/blocks.ts'
import { renderForAll } from '../../views/review-deck/for-all.ts'
import {
  editMeta,
  FOR_ALL,
  REVIEW_APPROVE,
  REVIEW_EDIT,
  REVIEW_EDIT_MODAL,
  REVIEW_OPEN,
  REVIEW_SKIP,
  readSitting,
  type Sitting,
} from '../../views/review-deck/ids.ts'
import { draftWords } from '../draft-words.ts'
import { notYetWords } from '../not-yet.ts'
import { openAbove } from '../open-modal.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import { beginDeck, deckView } from '../review.ts'
import type { Shell } from '../shell/enter.ts'
import { redraw } from '../shell/in-modal.ts'
import { onPress, type Press } from '../shell/on-press.ts'
import type { Answer, Reply } from '../shell/tell.ts'

/** The review deck: each press decides one draft and goes on to the next, in the same modal. Closing it loses nothing: what was not decided waits. */
export function registerReviewDeck(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, REVIEW_OPEN, async (press) => {
    const view = await beginDeck(press.ctx)
    if (typeof view === 'string') return { text: view }
    const { client, pressed } = press
    if (pressed.view?.type !== 'modal') return openAbove(press, view)
    await redraw(client, pressed.view.id, view)
    return undefined
  })

  onPress(app, shell, REVIEW_APPROVE, (press) => inSitting(press, approve))
  onPress(app, shell, REVIEW_SKIP, (press) => inSitting(press, skip))
  onPress(app, shell, REVIEW_EDIT, (press) => inSitting(press, edit))
  onPress(app, shell, FOR_ALL, draftForAll)
}

type Step = (press: Press, sitting: Sitting, card: { draftId: string; revisionId: string }) => Promise<Answer>

async function inSitting(press: Press, step: Step): Promise<Answer> {
  const card = readCardValue(press.pressed.value)
  // Whoever may not, and a draft that is not theirs, hears that before anything about the sitting.
  const text = await loadDraftText(press.ctx, { draftId: card.draftId })
  if (!text.ok && text.refusal.kind !== 'already_decided') return { text: draftWords(press.ctx, text.refusal) }
  const sitting = readSitting(press.pressed.view?.private_metadata)
  return sitting === undefined ? { text: words.stale } : step(press, sitting, card)
}

const goOn =
  ({ ctx, client, pressed }: Press, sitting: Sitting, noted?: Noted) =>
  async (): Promise<undefined> => {
    await redraw(client, pressed.view?.id ?? '', await deckView(ctx, sitting, { noted }))
    return undefined
  }

const approve: Step = async (press, sitting, card) => {
  const { ctx } = press
  const who = await nameFor(ctx, card.draftId)
  const approved = await approveInDeck(ctx, card)
  if (approved.ok) {
    const { sendId, dueAt } = approved.value
    const noted = { text: words.approved(who, moment(dueAt)), undo: sendId }
    return goOn(press, { ...sitting, at: sitting.at + 1, approved: sitting.approved + 1 }, noted)
  }
  const { refusal } = approved
  if (refusal.kind === 'not_yet')
    return goOn(press, sitting, { text: await notYetWords(ctx, card.draftId, refusal.because) })
  if (refusal.kind === 'no_mail') return goOn(press, sitting, { text: answers.noMail })
  const at = refusal.kind === 'already_decided' ? sitting.at + 1 : sitting.at
  return goOn(press, { ...sitting, at }, { text: draftWords(ctx, refusal) })
}

const skip: Step = async (press, sitting, { draftId }) => {
  const noted = { text: words.skipped(await nameFor(press.ctx, draftId)) }
  return goOn(press, { ...sitting, at: sitting.at + 1, skipped: sitting.skipped + 1 }, noted)
}

const edit: Step = async (press, sitting, { draftId }) => {
  const text = await loadDraftText(press.ctx, { draftId })
  if (!text.ok) return goOn(press, sitting, { text: draftWords(press.ctx, text.refusal) })
  const { revision } = text.value
  const ref = { draftId, revisionId: revision.id }
  return openAbove(press, {
    ...renderEditModal(ref, revision),
    callback_id: REVIEW_EDIT_MODAL,
    private_metadata: editMeta(cardValue(ref), sitting),
  })
}

async function nameFor(ctx: Ctx, draftId: string): Promise<string> {
  const text = await loadDraftText(ctx, { draftId })
  return text.ok ? escapeMrkdwn(text.value.fullName) : answers.them
}

/** It may take a moment to ask the gate about everybody: the modal opens at once, and says who afterwards. */
async function draftForAll({ ctx, client, pressed, ack }: Press): Promise<Reply | undefined> {
  const listingId = pressed.value
  const there = await openForAll(ctx, { listingId })
  if (!there.ok) return { text: forAllWords(there.refusal) }
  const how = pressed.view?.type === 'modal' ? 'push' : 'open'
  const opened = await client.views[how]({ trigger_id: pressed.triggerId, view: renderWaiting(forAll.title) })
  await ack()
  const sorted = await previewForAll(ctx, { listingId })
  const view = sorted.ok
    ? renderForAll(listingId, sorted.value, ctx.actor.zone)
    : renderNotice({ text: forAllWords(sorted.refusal) }, forAll.title)
  await redraw(client, opened.view?.id ?? '', view)
  return undefined
}

type ForAllRefused = Extract<Awaited<ReturnType<typeof previewForAll>>, { ok: false }>['refusal']

export function forAllWords(refusal: ForAllRefused): string {
  if (isEdgeRefusal(refusal)) return refusal.kind === 'not_allowed' ? listRefusals.notAllowed : edgeWords(refusal)
  if (refusal.kind === 'too_slow') return forAll.tooSlow
  return refusal.kind === 'not_understood' ? listRefusals.gone : listRefusals[refusal.kind]
}
