/** A person as a recruiter may see them; the same in a message and in a modal. */
import type { KnownBlock, ModalView, Overflow } from '@slack/types'
import { expiryOf, type PermissionVerdict } from '../../domain/consent/permission.ts'
import { isSnoozed, snoozeOf } from '../../domain/nurture/snooze.ts'
import { shownTelling } from '../../domain/outreach/fact.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import { never } from '../../domain/shared/result.ts'
import { dayIn, type Instant, type Zone } from '../../domain/shared/time.ts'
import { permissionBases, reasons, standingLine } from '../../domain/shared/words/candidates.ts'
import { seniorities } from '../../domain/shared/words/capture.ts'
import { kinds, suppressed as suppressedWords, profile as words } from '../../domain/shared/words/find.ts'
import { refusalSentence, verdicts } from '../../domain/shared/words/gate.ts'
import { keepDoor } from '../../domain/shared/words/keep-door.ts'
import { snooze as snoozeWords } from '../../domain/shared/words/snooze.ts'
import type { ProfileModel } from '../../usecases/find/read-profile.ts'
import { DRAFT_FOR_PERSON, FACT_TELLING, MARK_AS_TOLD } from '../draft-card/ids.ts'
import { option, plain } from '../form-fields.ts'
import { KEEP_DOOR } from '../keep-door/ids.ts'
import { dayInWords, mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat, lastContact } from '../people-list/person-row.ts'
import { SNOOZE_PERSON, WAKE_PERSON } from '../snooze-modal/ids.ts'
import { NEWEST_ENTRIES, OLDER_ENTRIES, type PersonAct, PROFILE_BLOCK, PROFILE_MORE, personActValue } from './ids.ts'
import { factLines, type TickableFact, timelineLines } from './lines.ts'

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
    ...fieldSections(detailsOf(model, zone)),
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
    ...(person.bringBack === undefined ? [] : [`*${words.bringBack}:* ${safe(flat(person.bringBack), 400)}`]),
  ].join('\n')
}

function snoozedLine({ person, now }: ProfileModel, zone: Zone): readonly string[] {
  const snoozed = snoozeOf(person, dayIn(now, zone))
  return snoozed === undefined ? [] : [snoozeWords.shown(snoozed)]
}

/** What would keep a message back now, the first reason; the draft's card tells all of them. */
function verdictLine({ verdict, person, members }: ProfileModel, zone: Zone): string {
  if (verdict.kind === 'ok_to_send') return `*${verdicts.ok_to_send}*`
  const [reason] = verdict.because
  const first = reason.kind === 'do_not_contact_company' ? { ...reason, company: safe(reason.company, 150) } : reason
  const sentence = refusalSentence(first, {
    who: safe(flat(person.fullName), 80),
    day: dayInWords,
    moment: (at) => dayInWords(dayIn(at, zone)),
    member: (id) => safe(flat(members.get(id) ?? words.somebody), 60),
    person: () => words.anotherRecord,
  })
  return `*${verdicts.not_yet}:* ${sentence}`
}

const buttons = ({ person, facts, barred, now }: ProfileModel, zone: Zone, surface: Surface): KnownBlock => ({
  type: 'actions',
  block_id: PROFILE_BLOCK,
  elements: [
    button(DRAFT_FOR_PERSON, words.draft, person.id),
    ...(person.standing === 'not_told'
      ? [button(KEEP_DOOR, keepDoor.act, person.id), button(MARK_AS_TOLD, words.markAsTold, person.id)]
      : []),
    ...(surface === 'message' && facts.length > FACTS_SHOWN.message
      ? [button(OPEN_PERSON, words.open, person.id)]
      : []),
    isSnoozed(person, dayIn(now, zone))
      ? button(WAKE_PERSON, snoozeWords.wake, person.id)
      : button(SNOOZE_PERSON, snoozeWords.button, person.id),
    more(person.id, barred.doNotContact ? 'lift_bar' : 'bar'),
  ],
})

const more = (id: string, last: PersonAct): Overflow => ({
  type: 'overflow',
  action_id: PROFILE_MORE,
  options: (['standing', 'permission', 'address', 'call', last] as const).map((act) =>
    option(personActValue(act, id), words.more[act]),
  ),
})

type Detail = readonly [label: string, value: string | undefined]

function detailsOf(model: ProfileModel, zone: Zone): readonly Detail[] {
  const { person, members } = model
  const text = (value: string | undefined, max = 150) => (value === undefined ? undefined : safe(flat(value), max))
  const owner = person.ownerId === undefined ? undefined : members.get(person.ownerId)
  const remote = person.remoteOk === undefined ? [] : [person.remoteOk ? words.remote : words.notRemote]
  const place = [...(person.location === undefined ? [] : [safe(flat(person.location), 120)]), ...remote].join(', ')
  return [
    [words.role, text(person.consideredRole)],
    [words.seniority, person.seniority && seniorities[person.seniority]],
    [words.skills, text(person.skills.map(skillLabel).join(', ') || undefined, 250)],
    [words.location, place || undefined],
    [words.tier, person.tier],
    [words.owner, owner === undefined ? words.nobody : text(owner)],
    [words.pools, text(model.pools.map((pool) => pool.name).join(', ') || undefined, 250)],
    [words.contacts, contactLines(model)],
    [words.permission, permissionLine(model, zone)],
    [words.nextTouch, person.nextTouch && dayInWords(person.nextTouch)],
    [words.reason, person.reason && reasons[person.reason]],
    [words.stage, text(person.stageReached)],
    [words.company, text(person.company)],
    [words.kind, kinds[person.kind]],
    [words.source, text(person.source)],
    [words.advice, text(person.advice, 200)],
  ]
}

const contactLines = ({ contacts }: ProfileModel): string | undefined =>
  contacts.length === 0
    ? undefined
    : contacts
        .slice(0, 6)
        .map(({ value }) => safe(flat(value), 100))
        .join('\n')

function permissionLine({ permission, barred }: ProfileModel, zone: Zone): string {
  const said = barred.suppressed.map((reason) => suppressedWords[reason])
  return [verdictWords(permission, (at) => dayInWords(dayIn(at, zone))), ...said].join('; ')
}

function verdictWords(verdict: PermissionVerdict, day: (at: Instant) => string): string {
  switch (verdict.kind) {
    case 'valid':
      return words.permissionValid(permissionBases[verdict.record.basis], day(expiryOf(verdict.record)))
    case 'missing':
      return words.permissionMissing
    case 'expired':
      return words.permissionExpired(day(verdict.at))
    case 'withdrawn':
      return words.permissionWithdrawn(day(verdict.at))
    default:
      return never(verdict)
  }
}

/** Ten fields a section; what is unknown is left out. */
function fieldSections(details: readonly Detail[]): readonly KnownBlock[] {
  const fields = details.flatMap(([label, value]) => (value === undefined ? [] : [mrkdwn(`*${label}*\n${value}`)]))
  const half = Math.ceil(fields.length / 2)
  return [fields.slice(0, half), fields.slice(half)].flatMap((some) =>
    some.length === 0 ? [] : [{ type: 'section' as const, fields: some }],
  )
}

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
