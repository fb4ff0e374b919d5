/** The card in the recruiter's DM: who, why now, the very text, where each claim comes from, and what the gate says. */
import type { Button, KnownBlock, Overflow } from '@slack/types'
import { snoozeOf } from '../../domain/nurture/snooze.ts'
import type { Due } from '../../domain/outreach/due.ts'
import type { NextAct, Refusal, Verdict } from '../../domain/outreach/refusal.ts'
import { truncate } from '../../domain/shared/text.ts'
import { dayIn, type Instant, minuteOfDayIn, type Zone } from '../../domain/shared/time.ts'
import { cardActs } from '../../domain/shared/words/draft-acts.ts'
import { card } from '../../domain/shared/words/drafts.ts'
import { nextActLabel, refusalSentence, type Speaking } from '../../domain/shared/words/gate.ts'
import { stayNote } from '../../domain/shared/words/keep-door.ts'
import { draftActions, dueReasons, factKinds, purposes } from '../../domain/shared/words/outreach.ts'
import { interactions } from '../../domain/shared/words/profile.ts'
import { snooze as snoozeWords } from '../../domain/shared/words/snooze.ts'
import type { DraftCardModel } from '../../usecases/outreach/load-draft-card.ts'
import { renderCardAsks } from '../ask-card/blocks.ts'
import { option, plain } from '../form-fields.ts'
import { dayInWords, linkTo, moment, safe, section, small } from '../mrkdwn.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import { decision } from './decision.ts'
import { APPROVE, cardValue, DRAFT_MORE, DRAFT_MORE_ACTS, EDIT, moreValue, NEXT_ACT, REJECT, SCHEDULE } from './ids.ts'
import { renderLetter } from './letter.ts'
import { nextActValue } from './next-act.ts'
import { whoWrote } from './who-wrote.ts'

export function renderDraftCard(model: DraftCardModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const { draft, revision, candidate } = model
  const blocks: KnownBlock[] = [
    section(card.heading(safe(candidate.fullName, 300), purposes[draft.purpose])),
    small(card.whyNow(safe(draft.whyNow, 900)), ...lastSaid(model), ...snoozed(model)),
    section(card.subject(safe(revision.subject, 2900))),
    renderLetter(revision),
    ...facts(model),
    ...whoWrote(model),
    ...(revision.asksToStay === true && draft.state === 'waiting' ? [small(stayNote)] : []),
    ...renderCardAsks(model.asks, draft.state === 'waiting'),
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
  entry === undefined
    ? []
    : [card.lastSaid(interactions[entry.kind].what, safe(flat(entry.text), 600), moment(entry.at))]

/** Writing stays possible; whoever does shall know that somebody wanted to wait. */
function snoozed({ candidate, now, candidateZone }: DraftCardModel): readonly string[] {
  const until = snoozeOf(candidate, dayIn(now, candidateZone))
  return until === undefined ? [] : [snoozeWords.shown(until)]
}

/** What a message has room for besides the letter. */
const FACTS_ROOM = 1_900
/** How much of a claim is told: the fewer of them, the more. */
const TOLD = [300, 120, 60, 30]

/** Every claim stands with its source, however many there are: what is approved is what was seen. */
function facts({ facts: cited, revision }: DraftCardModel): readonly KnownBlock[] {
  if (cited.length === 0)
    return revision.author === 'person' ? [small(card.edited(revision.number))] : [small(card.noFacts)]
  const told = TOLD.map((longest) => [card.facts, ...cited.map((one) => claim(one, longest))].join('\n'))
  const fitting = told.find((text) => text.length <= FACTS_ROOM)
  return [small(fitting ?? [card.facts, ...within(cited.map((one) => claim(one, 30)))].join('\n'))]
}

function claim({ said, fact, author, link }: DraftCardModel['facts'][number], longest: number): string {
  const line = card.fact(
    safe(said, longest),
    factKinds[fact.kind],
    author === undefined ? undefined : safe(author, longest),
  )
  const source = linkTo(link, card.source)
  return source === undefined ? line : `${line} (${source})`
}

/** As many as there is room for, and how many there are besides. */
function within(lines: readonly string[]): readonly string[] {
  let left = FACTS_ROOM - 200
  const fitting = lines.filter((line) => {
    left -= line.length + 1
    return left >= 0
  })
  const more = lines.length - fitting.length
  return more === 0 ? fitting : [...fitting, card.moreFacts(more)]
}

function verdict(model: DraftCardModel): readonly KnownBlock[] {
  const { verdict: said, wouldLeave } = model
  const say = speaking(model)
  if (said === undefined) return []
  if (model.wordsOf !== undefined) return theirWords(model, said, say)
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

/** A colleague's own words: what keeps them back is the owner's to mend, sending them is not the owner's to do. */
function theirWords(model: DraftCardModel, said: Verdict, say: Speaking): readonly KnownBlock[] {
  const acts = model.nextActs.filter(({ kind }) => kind !== 'schedule').flatMap((act) => nextActButton(model, act, say))
  return [
    section(cardActs.theirWords(`<@${model.wordsOf}>`)),
    ...(said.kind === 'not_yet'
      ? [section(card.notYet([refusalSentences(model, said.because), ...advice(model)].join(' ')))]
      : []),
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
  const schedule: Button = { type: 'button', action_id: SCHEDULE, text: plain(cardActs.schedule), value }
  const approve: Button = { type: 'button', action_id: APPROVE, text: plain(draftActions.approve), value }
  return {
    type: 'actions',
    block_id: 'draft_buttons',
    elements: [
      ...(model.wordsOf !== undefined ? [] : [ok ? { ...approve, style: 'primary' as const } : approve]),
      { type: 'button', action_id: EDIT, text: plain(draftActions.edit), value },
      ...(model.canMail && model.wordsOf === undefined ? [schedule] : []),
      { type: 'button', action_id: REJECT, text: plain(draftActions.reject), value },
      ...(ok && draft.purpose === 'decline' ? nextActButton(model, { kind: 'mark_as_told' }, speaking(model)) : []),
      more(model),
    ],
  }
}

const more = ({ draft }: DraftCardModel): Overflow => ({
  type: 'overflow',
  action_id: DRAFT_MORE,
  options: DRAFT_MORE_ACTS.map((act) => option(moreValue(act, draft.id), cardActs.more[act])),
})

/** Two are sentences; everything else can be pressed. */
function nextActButton(model: DraftCardModel, act: NextAct, say: Speaking): readonly Button[] {
  if (act.kind === 'ask_admin' || act.kind === 'talk_to') return []
  if (act.kind === 'schedule' && !model.canMail) return []
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
