/** A person as a recruiter may see them; the same in a message and in a modal. */
import type { KnownBlock, ModalView, Overflow, StaticSelect } from '@slack/types'
import type { ProfileSection } from '../../domain/candidate/profile-form.ts'
import { isSnoozed, snoozeOf } from '../../domain/nurture/snooze.ts'
import { shownTelling } from '../../domain/outreach/fact.ts'
import { traitsOf } from '../../domain/outreach/purpose.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { customFields } from '../../domain/shared/words/custom-fields.ts'
import { duplicates } from '../../domain/shared/words/duplicates.ts'
import { onlyTheDecline, refusalSentence, verdicts } from '../../domain/shared/words/gate.ts'
import { keepDoor } from '../../domain/shared/words/keep-door.ts'
import { listsModal, profileCheck } from '../../domain/shared/words/pools.ts'
import { profile as words } from '../../domain/shared/words/profile.ts'
import { sectionForm, sections } from '../../domain/shared/words/profile-form.ts'
import { snooze as snoozeWords } from '../../domain/shared/words/snooze.ts'
import type { ProfileModel } from '../../usecases/find/read-profile.ts'
import { UNDO_MERGE_ACTION } from '../added-notice/blocks.ts'
import { DRAFT_FOR_PERSON, FACT_TELLING, MARK_AS_TOLD } from '../draft-card/ids.ts'
import { option, plain } from '../form-fields.ts'
import { KEEP_DOOR } from '../keep-door/ids.ts'
import { LISTS_OF_PERSON } from '../lists-modal/ids.ts'
import { MERGE_WITH } from '../merge-with/blocks.ts'
import { dayInWords, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat, lastContact } from '../people-list/person-row.ts'
import { SNOOZE_PERSON, WAKE_PERSON } from '../snooze-modal/ids.ts'
import {
  CUSTOM_SECTION,
  NEWEST_ENTRIES,
  OLDER_ENTRIES,
  type PersonAct,
  PROFILE_BLOCK,
  PROFILE_CHECKED,
  PROFILE_EDIT,
  PROFILE_MORE,
  personActValue,
  sectionValue,
} from './ids.ts'
import { factLines, type TickableFact, timelineLines } from './lines.ts'
import { sectionBlocks } from './sections.ts'
import { uptakeLine } from './uptake.ts'

/** A message holds 13,000 characters in all, a modal many more. */
const FACTS_SHOWN = { message: 5, modal: 40 } as const
type Surface = keyof typeof FACTS_SHOWN

export const renderProfile = (model: ProfileModel, zone: Zone): Drawn => ({
  text: words.fallback,
  blocks: profileBlocks(model, zone, 'message'),
})

export const renderProfileModal = (model: ProfileModel, zone: Zone): ModalView => ({
  type: 'modal',
  title: plain(words.title),
  close: plain(words.close),
  blocks: profileBlocks(model, zone, 'modal'),
})

function profileBlocks(model: ProfileModel, zone: Zone, surface: Surface): KnownBlock[] {
  const { person } = model
  return [
    section(heading(model, zone)),
    buttons(model, zone, surface),
    ...sectionBlocks(model, zone),
    ...factBlocks(model, FACTS_SHOWN[surface], surface),
    section(model.at === undefined ? words.timeline : words.olderTimeline),
    ...(model.timeline.length === 0 ? [small(words.noTimeline)] : timelineLines(model).map((text) => section(text))),
    ...turning(model, person.id),
  ]
}

function heading(model: ProfileModel, zone: Zone): string {
  const { person, barred } = model
  const { fullName, headline, standing, standingDay } = person
  return [
    `*${safe(flat(fullName), 150)}*${headline === undefined ? '' : ` · ${safe(flat(headline), 200)}`}`,
    `*${standingLine(standing, standingDay === undefined ? undefined : dayInWords(standingDay))}* · ${lastContact(person, { now: model.now, zone })}`,
    verdictLine(model, zone),
    ...(barred.doNotContact ? [words.doNotContact] : []),
    ...snoozedLine(model, zone),
    ...uptakeLine(model, zone),
    ...(person.bringBack === undefined ? [] : [`*${words.bringBack}:* ${safe(flat(person.bringBack), 400)}`]),
  ].join('\n')
}

function snoozedLine({ person, now }: ProfileModel, zone: Zone): readonly string[] {
  const snoozed = snoozeOf(person, dayIn(now, zone))
  return snoozed === undefined ? [] : [snoozeWords.shown(snoozed)]
}

/** What would keep a message back now, the first reason; the draft's card tells all of them. */
function verdictLine({ verdict, purpose, person, members }: ProfileModel, zone: Zone): string {
  // Whoever reads it thinks of any message, and all but this one are kept back until somebody told the outcome.
  const onlyDecline = verdict.kind === 'ok_to_send' && traitsOf(purpose).tellsOutcome
  if (verdict.kind === 'ok_to_send' && !onlyDecline) return `*${verdicts.ok_to_send}*`
  const reason: Refusal = verdict.kind === 'ok_to_send' ? { kind: 'not_told_yet' } : verdict.because[0]
  const first = reason.kind === 'do_not_contact_company' ? { ...reason, company: safe(reason.company, 150) } : reason
  const sentence = refusalSentence(first, {
    who: safe(flat(person.fullName), 80),
    day: dayInWords,
    moment: (at) => dayInWords(dayIn(at, zone)),
    member: (id) => safe(flat(members.get(id) ?? words.somebody), 60),
    person: () => words.anotherRecord,
  })
  return `*${verdicts.not_yet}:* ${sentence}${onlyDecline ? ` ${onlyTheDecline}` : ''}`
}

const buttons = (
  { person, purpose, facts, fields, barred, undoable, now }: ProfileModel,
  zone: Zone,
  surface: Surface,
): KnownBlock => ({
  type: 'actions',
  block_id: PROFILE_BLOCK,
  elements: [
    button(DRAFT_FOR_PERSON, traitsOf(purpose).tellsOutcome ? words.draftDecline : words.draft, person.id),
    ...(person.standing === 'not_told'
      ? [button(KEEP_DOOR, keepDoor.act, person.id), button(MARK_AS_TOLD, words.markAsTold, person.id)]
      : []),
    ...(surface === 'message' && facts.length > FACTS_SHOWN.message
      ? [button(OPEN_PERSON, words.open, person.id)]
      : []),
    isSnoozed(person, dayIn(now, zone))
      ? button(WAKE_PERSON, snoozeWords.wake, person.id)
      : button(SNOOZE_PERSON, snoozeWords.button, person.id),
    button(LISTS_OF_PERSON, listsModal.button, person.id),
    button(PROFILE_CHECKED, profileCheck.button, person.id),
    button(MERGE_WITH, duplicates.mergeWith.button, person.id),
    ...(undoable === undefined ? [] : [button(UNDO_MERGE_ACTION, duplicates.undoMerge, undoable)]),
    edit(person.id, fields.length > 0),
    more(person.id, barred.doNotContact ? 'lift_bar' : 'bar'),
  ],
})

const edit = (id: string, custom: boolean): StaticSelect => ({
  type: 'static_select',
  action_id: PROFILE_EDIT,
  placeholder: plain(sectionForm.edit),
  options: [
    ...Object.entries(sections).map(([section, label]) => option(sectionValue(section as ProfileSection, id), label)),
    ...(custom ? [option(sectionValue(CUSTOM_SECTION, id), customFields.section)] : []),
  ],
})

const more = (id: string, last: PersonAct): Overflow => ({
  type: 'overflow',
  action_id: PROFILE_MORE,
  options: (['standing', 'permission', 'call', 'json_resume', last] as const).map((act) =>
    option(personActValue(act, id), words.more[act]),
  ),
})

function factBlocks(model: ProfileModel, most: number, surface: Surface): readonly KnownBlock[] {
  const { facts } = model
  const left = facts.length - most
  const { tickable, others } = factLines(model, most)
  return [
    section(words.facts),
    ...(facts.length === 0
      ? [small(words.noFacts)]
      : [...tickable.map(tickableFact), ...others.map((text) => section(text))]),
    ...(left > 0 ? [small(surface === 'modal' ? words.moreFactsCut(left) : words.moreFacts(left))] : []),
  ]
}

/** The button says what it would become; whether it may is judged when it is pressed. */
function tickableFact({ fact, text }: TickableFact): KnownBlock {
  const free = shownTelling(fact) === 'internal_only'
  const value = `${fact.id}:${free ? 'may_be_mentioned' : 'internal_only'}`
  return { ...section(text), accessory: button(FACT_TELLING, free ? words.allowMention : words.keepInternal, value) }
}

function turning({ at, older }: ProfileModel, id: string): readonly KnownBlock[] {
  const elements = [
    ...(at === undefined ? [] : [button(NEWEST_ENTRIES, words.newest, `${id}:`)]),
    ...(older === undefined ? [] : [button(OLDER_ENTRIES, words.older, `${id}:${older}`)]),
  ]
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: 'timeline', elements }]
}
