/** The card in the recruiter's DM: who, why now, the very text, where each claim comes from, and what the gate says. */
import type { Button, KnownBlock, RichTextBlock } from '@slack/types'
import type { Due } from '../../domain/outreach/due.ts'
import type { NextAct, Refusal } from '../../domain/outreach/refusal.ts'
import { SEND_ACTIONS } from '../../domain/outreach/send.ts'
import { never } from '../../domain/shared/result.ts'
import { truncate } from '../../domain/shared/text.ts'
import { type Instant, minuteOfDayIn, type Zone } from '../../domain/shared/time.ts'
import { card } from '../../domain/shared/words/drafts.ts'
import { nextActLabel, refusalSentence, type Speaking } from '../../domain/shared/words/gate.ts'
import {
  draftActions,
  dueReasons,
  factKinds,
  purposes,
  sendActions,
  sendStates,
} from '../../domain/shared/words/outreach.ts'
import type { DraftCardModel } from '../../usecases/outreach/load-draft-card.ts'
import { plain } from '../form-fields.ts'
import { dayInWords, linkTo, moment, safe, section, small } from '../mrkdwn.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { APPROVE, cardValue, EDIT, NEXT_ACT, REJECT, UNDO } from './ids.ts'
import { nextActValue } from './next-act.ts'

export function renderDraftCard(model: DraftCardModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const { draft, revision, candidate } = model
  const blocks: KnownBlock[] = [
    section(card.heading(safe(candidate.fullName, 300), purposes[draft.purpose])),
    small(card.whyNow(safe(draft.whyNow, 900)), ...lastSaid(model)),
    section(card.subject(safe(revision.subject, 2900))),
    letter(model),
    ...facts(model),
    ...(draft.state === 'waiting' ? verdict(model) : decision(model)),
  ]
  return { blocks, text: draft.state === 'waiting' ? card.fallback : card.fallbackDone }
}

/** What is left of a card whose draft was brought up again below. */
export const renderMovedCard = (): { readonly blocks: KnownBlock[]; readonly text: string } => ({
  blocks: [small(card.moved)],
  text: card.moved,
})

const lastSaid = ({ lastSaid: entry }: DraftCardModel): readonly string[] =>
  entry === undefined ? [] : [card.lastSaid(safe(entry.text, 600), moment(entry.at))]

/** Rich text is taken letter by letter: nothing in it can become a mention or a link. What is specific to this person stands out. */
function letter({ revision }: DraftCardModel): RichTextBlock {
  const parts: { type: 'text'; text: string; style?: { bold: true } }[] = []
  let reached = 0
  for (const { start, end } of revision.claims) {
    if (start > reached) parts.push({ type: 'text', text: revision.body.slice(reached, start) })
    parts.push({ type: 'text', text: revision.body.slice(start, end), style: { bold: true } })
    reached = end
  }
  if (reached < revision.body.length) parts.push({ type: 'text', text: revision.body.slice(reached) })
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: parts }] }
}

const MOST_FACTS = 5

function facts({ facts: cited, revision }: DraftCardModel): readonly KnownBlock[] {
  if (cited.length === 0)
    return revision.author === 'person' ? [small(card.edited(revision.number))] : [small(card.noFacts)]
  const lines = cited.slice(0, MOST_FACTS).map(({ said, fact, author, link }) => {
    const line = card.fact(safe(said, 300), factKinds[fact.kind], author === undefined ? undefined : safe(author, 100))
    const source = linkTo(link, card.source)
    return source === undefined ? line : `${line} (${source})`
  })
  return [small([card.facts, ...fitting(lines, 1_900)].join('\n'))]
}

/** Whole lines, as many as there is room for. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let left = room
  return lines.filter((line) => {
    left -= line.length + 1
    return left >= 0
  })
}

function verdict(model: DraftCardModel): readonly KnownBlock[] {
  const { verdict: said, wouldLeave } = model
  const say = speaking(model)
  if (said === undefined) return []
  if (said.kind === 'ok_to_send' && !model.canMail) return forCopying(model, say)
  if (said.kind === 'ok_to_send')
    return [section(okLine(model, wouldLeave)), ...toldByAnotherWay(model), buttons(model, true)]
  const acts = model.nextActs.flatMap((act) => nextActButton(model, act, say))
  return [
    section(card.notYet([refusalSentences(model, said.because), ...advice(model)].join(' '))),
    ...(acts.length === 0 ? [] : [{ type: 'actions' as const, block_id: 'next_acts', elements: acts }]),
    buttons(model, false),
  ]
}

/** Why it is *Not yet*, in whole sentences. */
export const refusalSentences = (model: DraftCardModel, because: readonly Refusal[]): string =>
  because.map((refusal) => refusalSentence(inert(refusal), speaking(model))).join(' ')

/** The one text that a refusal carries by itself was typed by somebody. */
const inert = (refusal: Refusal): Refusal =>
  refusal.kind === 'do_not_contact_company' ? { ...refusal, company: safe(refusal.company, 150) } : refusal

/** What to do where no button can do it. */
const advice = (model: DraftCardModel): readonly string[] =>
  model.nextActs.flatMap((act) => {
    if (act.kind === 'ask_admin') return [card.askAnAdmin]
    return act.kind === 'talk_to' ? [card.talkTo(speaking(model).member(act.member))] : []
  })

/** A decline is not the only way to hear the outcome. */
const toldByAnotherWay = ({ draft }: DraftCardModel): readonly KnownBlock[] =>
  draft.purpose === 'decline' ? [small(card.toldAlready)] : []

function okLine({ candidate, candidateZone, now, holdSeconds }: DraftCardModel, due: Due | undefined): string {
  if (due?.moved === undefined) return card.ok(card.inMoments(holdSeconds))
  const minute = minuteOfDayIn(now, candidateZone)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const leaves = card.theirTime(dayAndClock(due.at, candidateZone), moment(due.at))
  return card.okAfter(dueReasons[due.moved](safe(candidate.fullName, 200), clock), leaves)
}

const dayAndClock = (at: Instant, zone: Zone): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)

/** Where no mail can leave, the text is taken along by hand, and the touch is logged by hand. */
function forCopying(model: DraftCardModel, say: Speaking): readonly KnownBlock[] {
  return [
    section(card.forCopying),
    { type: 'actions', block_id: 'next_acts', elements: [...nextActButton(model, { kind: 'log_call' }, say)] },
    buttons(model, false),
  ]
}

/** Pressing asks the gate anew, so the button stays where the last answer was *Not yet*: what stood in the way may be gone. */
function buttons(model: DraftCardModel, ok: boolean): KnownBlock {
  const { draft, revision } = model
  const value = cardValue({ draftId: draft.id, revisionId: revision.id })
  const approve: Button = { type: 'button', action_id: APPROVE, text: plain(draftActions.approve), value }
  return {
    type: 'actions',
    block_id: 'draft_buttons',
    elements: [
      ok ? { ...approve, style: 'primary' } : approve,
      { type: 'button', action_id: EDIT, text: plain(draftActions.edit), value },
      { type: 'button', action_id: REJECT, text: plain(draftActions.reject), value },
      ...(ok && draft.purpose === 'decline' ? nextActButton(model, { kind: 'mark_as_told' }, speaking(model)) : []),
    ],
  }
}

/** Two are sentences, and a day to schedule for is a day to be reminded on; everything else can be pressed. */
function nextActButton(model: DraftCardModel, act: NextAct, say: Speaking): readonly Button[] {
  if (act.kind === 'ask_admin' || act.kind === 'talk_to' || act.kind === 'schedule') return []
  const text = plain(truncate(nextActLabel(act, { ...say, day: dayInWords }), 75))
  if (act.kind === 'open_person')
    return [{ type: 'button', action_id: OPEN_PERSON, text, value: act.candidateId ?? model.candidate.id }]
  return [{ type: 'button', action_id: `${NEXT_ACT}:${act.kind}`, text, value: nextActValue(model, act) }]
}

const speaking = ({ candidate, members }: DraftCardModel): Speaking => ({
  who: safe(candidate.fullName, 200),
  day: dayInWords,
  moment,
  member: (id) => {
    const colleague = members.get(id)
    return colleague === undefined ? card.nobody : `<@${colleague}>`
  },
  person: () => safe(candidate.fullName, 200),
})

/** Who did what and when; the buttons are gone, but for *Undo send* while it can still be undone. */
function decision({ draft, decidedBy, send }: DraftCardModel): readonly KnownBlock[] {
  const who = decidedBy === undefined ? card.nobody : `<@${decidedBy.slackUserId}>`
  const when = moment(draft.decidedAt ?? draft.createdAt)
  switch (draft.state) {
    case 'waiting':
      return []
    case 'rejected':
      return [
        small(
          card.rejected(who, when),
          ...(draft.rejectReason === undefined ? [] : [card.reason(safe(draft.rejectReason, 600))]),
        ),
      ]
    case 'withdrawn':
      return [small(card.withdrawn(when))]
    case 'approved': {
      if (send === undefined) return [small(card.approved(who, when))]
      const undo = (SEND_ACTIONS[send.state] as readonly string[]).includes('undo')
      const button: Button = { type: 'button', action_id: UNDO, text: plain(sendActions.undo), value: send.id }
      return [
        small(
          card.approved(who, when),
          `*${sendStates[send.state]}*  ${whenItLeaves(send.handedOverAt, send.dueAt, undo)}`.trim(),
        ),
        ...(undo ? [{ type: 'actions' as const, block_id: 'send_buttons', elements: [button] }] : []),
      ]
    }
    default:
      return never(draft.state)
  }
}

function whenItLeaves(
  left: DraftCardModel['draft']['createdAt'] | undefined,
  due: DraftCardModel['draft']['createdAt'],
  waits: boolean,
): string {
  if (left !== undefined) return card.left(moment(left))
  return waits ? card.leaves(moment(due)) : ''
}
