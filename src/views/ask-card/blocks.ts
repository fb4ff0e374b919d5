/** The question in a colleague's DM, what the asker is told, and what the draft's own card says of it. */
import type { Button, KnownBlock } from '@slack/types'
import { SEND_ACTIONS } from '../../domain/outreach/send.ts'
import { askAnswers, askCard, cardAsks } from '../../domain/shared/words/asks.ts'
import { purposes } from '../../domain/shared/words/outreach.ts'
import type { AskAnswerModel, AskCardModel, CardAsk } from '../../usecases/outreach/ask-card.ts'
import { OPEN_DRAFT } from '../draft-card/ids.ts'
import { renderLetter } from '../draft-card/letter.ts'
import { moment, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import {
  DECLINE_ASK,
  EDIT_VOICE,
  LOOKS_GOOD,
  SEND_VOICE,
  SUGGEST,
  UNDO_VOICE,
  voiceValue,
  WITHDRAW_ASK,
} from './ids.ts'

export function renderAskCard(model: AskCardModel): Drawn {
  const { ask, draft, fullName, text } = model
  const say = ask.kind === 'look' ? askCard.look : askCard.voice
  const acts = buttons(model)
  return {
    text: acts.length === 0 ? askCard.fallbackOver : askCard.fallback,
    blocks: [
      section(say(`<@${model.askedBy}>`, safe(flat(fullName), 300), purposes[draft.purpose])),
      ...(ask.question === undefined ? [] : [section(askCard.question(safe(flat(ask.question), 2_000)))]),
      section(askCard.subject(safe(text.subject, 2_900))),
      renderLetter(text),
      ...state(model),
      ...(acts.length === 0 ? [] : [{ type: 'actions' as const, block_id: 'ask_buttons', elements: [...acts] }]),
    ],
  }
}

/** Whether an answer can still be given. */
const isOpen = ({ ask, draft, ownWords }: AskCardModel): boolean =>
  draft.state === 'waiting' && (ask.state === 'asked' || (ask.state === 'answered' && ownWords))

function buttons(model: AskCardModel): readonly Button[] {
  const { ask, send, revisionId } = model
  const undo = send !== undefined && (SEND_ACTIONS[send.state] as readonly string[]).includes('undo')
  if (undo) return [button(UNDO_VOICE, askCard.undo, send.id)]
  if (!isOpen(model)) return []
  if (ask.kind === 'look')
    return [
      { ...button(LOOKS_GOOD, askCard.good, ask.id), style: 'primary' },
      button(SUGGEST, askCard.suggest, ask.id),
      button(DECLINE_ASK, askCard.decline, ask.id),
    ]
  return [
    { ...button(SEND_VOICE, askCard.send, voiceValue(ask.id, revisionId)), style: 'primary' },
    button(EDIT_VOICE, askCard.edit, ask.id),
    ...(ask.state === 'asked' ? [button(DECLINE_ASK, askCard.decline, ask.id)] : []),
  ]
}

function state(model: AskCardModel): readonly KnownBlock[] {
  const { ask, draft, send, ownWords, askedBy } = model
  if (ask.state === 'withdrawn') return [small(askCard.withdrawn(`<@${askedBy}>`))]
  if (ask.state === 'declined') return [small(askCard.youDeclined)]
  if (ask.kind === 'look' && ask.state === 'answered')
    return [small(ask.answer === undefined ? askCard.youSaidGood : askCard.youSuggested(safe(ask.answer, 1_900)))]
  if (send !== undefined) return [small(sentLine(send))]
  if (draft.state !== 'waiting') return [small(askCard.decided)]
  return ownWords ? [small(askCard.kept(`<@${askedBy}>`))] : []
}

function sentLine({ state: now, dueAt, handedOverAt }: NonNullable<AskCardModel['send']>): string {
  if (handedOverAt !== undefined) return askCard.left(moment(handedOverAt))
  return now === 'approved' || now === 'claimed' || now === 'retry_wait'
    ? askCard.youSent(moment(dueAt))
    : askCard.notLeft
}

/** What the asker hears, with a way to the draft while it waits. */
export function renderAskAnswer(model: AskAnswerModel): Drawn {
  const open: readonly KnownBlock[] = model.waiting
    ? [{ type: 'actions', elements: [button(OPEN_DRAFT, askAnswers.open, model.draftId)] }]
    : []
  return { text: askAnswers.fallback, blocks: [section(answerLine(model)), ...open] }
}

function answerLine({ ask, fullName, askedOf }: AskAnswerModel): string {
  const [whom, who] = [`<@${askedOf}>`, safe(flat(fullName), 300)]
  if (ask.state === 'declined') return askAnswers.declined(whom, who)
  if (ask.kind === 'own_voice')
    return ask.state === 'answered' ? askAnswers.sent(whom, who) : askAnswers.kept(whom, who)
  return ask.answer === undefined
    ? askAnswers.good(whom, who)
    : askAnswers.suggested(whom, who, safe(ask.answer, 2_200))
}

/** On the draft's card: who was asked and what they said; open questions can be withdrawn while the draft waits. */
export function renderCardAsks(asks: readonly CardAsk[], waiting: boolean): readonly KnownBlock[] {
  if (asks.length === 0) return []
  const open = waiting ? asks.filter((ask) => ask.state === 'asked') : []
  return [
    small([cardAsks.heading, ...asks.map((ask) => `• ${cardLine(ask)}`)].join('\n')),
    ...open.map((ask) => ({
      type: 'actions' as const,
      block_id: `ask:${ask.id}`,
      elements: [button(WITHDRAW_ASK, cardAsks.withdraw, ask.id)],
    })),
  ]
}

function cardLine({ kind, state: now, answer, colleague, olderText }: CardAsk): string {
  const whom = `<@${colleague}>`
  if (now === 'declined') return cardAsks.declined(whom)
  if (now === 'asked') return kind === 'look' ? cardAsks.waits(whom) : cardAsks.waitsVoice(whom)
  if (kind === 'own_voice') return cardAsks.sent(whom)
  return answer === undefined ? cardAsks.good(whom, olderText) : cardAsks.suggested(whom, safe(flat(answer), 300))
}
