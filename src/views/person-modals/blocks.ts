/** The small forms behind the acts that mend what keeps a message back. Each asks one thing and says about whom. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { permissionBases, standingLine, standings } from '../../domain/shared/words/candidates.ts'
import { doNotContact } from '../../domain/shared/words/do-not-contact.ts'
import { forms } from '../../domain/shared/words/drafts.ts'
import { lastWords } from '../../domain/shared/words/gate.ts'
import { reassign } from '../../domain/shared/words/reassign.ts'
import { takeOver } from '../../domain/shared/words/take-over.ts'
import type { PersonBrief } from '../../usecases/people/load-person-brief.ts'
import { chosen, day, field, optionsOf, plain, typed } from '../form-fields.ts'
import { dayInWords, safe, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import {
  ADDRESS,
  ADDRESS_MODAL,
  aboutPerson,
  BAR_MODAL,
  BAR_NOTE,
  BAR_REASON,
  BASIS,
  CALL_MODAL,
  LIFT_BAR_MODAL,
  LIFT_SOURCE,
  NEW_OWNER,
  NOTE,
  PERMISSION_MODAL,
  REASSIGN_MODAL,
  reassignUndoValue,
  SOURCE,
  STANDING,
  STANDING_DAY,
  STANDING_MODAL,
  TOLD_DAY,
  TOLD_MODAL,
  UNDO_BAR,
  UNDO_REASSIGN,
} from './ids.ts'

type Words = { readonly title: string; readonly submit: string }

/** Whoever speaks with somebody, or gets them, shall know that a colleague is already talking with them. */
const warned = ({ talking, fullName }: PersonBrief): readonly KnownBlock[] =>
  talking === undefined
    ? []
    : [
        section(
          takeOver.warning(
            `<@${talking.slackUserId}>`,
            safe(fullName, 200),
            lastWords[talking.how],
            dayInWords(talking.last),
          ),
        ),
      ]

const form = (
  callback_id: string,
  words: Words,
  person: PersonBrief,
  inputs: readonly InputBlock[],
  before: readonly KnownBlock[] = [],
): ModalView => ({
  type: 'modal',
  callback_id,
  private_metadata: aboutPerson(person.candidateId, false),
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(forms.cancel),
  blocks: [section(forms.about(safe(person.fullName, 300), stands(person))), ...before, ...inputs],
})

const stands = ({ standing, standingDay }: PersonBrief): string =>
  standingLine(standing, standingDay === undefined ? undefined : dayInWords(standingDay))

export const renderToldModal = (person: PersonBrief): ModalView =>
  form(TOLD_MODAL, forms.told, person, [
    field(
      { id: TOLD_DAY, label: forms.told.day, hint: forms.told.hint, required: true },
      day(person.today, forms.pickDay),
    ),
  ])

export const renderStandingModal = (person: PersonBrief): ModalView =>
  form(STANDING_MODAL, forms.standing, person, [
    field(
      { id: STANDING, label: forms.standing.standing, required: true },
      chosen(optionsOf(standings), person.standing),
    ),
    field(
      { id: STANDING_DAY, label: forms.standing.day, hint: forms.standing.dayHint },
      day(person.standingDay, forms.pickDay),
    ),
  ])

export const renderPermissionModal = (person: PersonBrief): ModalView =>
  form(PERMISSION_MODAL, forms.permission, person, [
    field(
      { id: BASIS, label: forms.permission.basis, required: true },
      chosen(optionsOf(permissionBases), 'applied_here'),
    ),
    field(
      { id: SOURCE, label: forms.permission.source, hint: forms.permission.sourceHint, required: true },
      typed({ max: 200 }),
    ),
  ])

export const renderAddressModal = (person: PersonBrief): ModalView =>
  form(ADDRESS_MODAL, forms.address, person, [
    field(
      { id: ADDRESS, label: forms.address.address, required: true },
      typed({ max: 254, placeholder: forms.address.placeholder }),
    ),
  ])

export const renderCallModal = (person: PersonBrief): ModalView =>
  form(
    CALL_MODAL,
    forms.call,
    person,
    [
      field(
        { id: NOTE, label: forms.call.note, hint: forms.call.hint, required: true },
        typed({ max: 1_000, lines: true }),
      ),
    ],
    warned(person),
  )

export const renderBarModal = (person: PersonBrief): ModalView =>
  form(BAR_MODAL, doNotContact, person, [
    field(
      { id: BAR_REASON, label: doNotContact.reason, hint: doNotContact.what, required: true },
      chosen(optionsOf(doNotContact.reasons), 'asked_not_to'),
    ),
    field({ id: BAR_NOTE, label: doNotContact.note, hint: doNotContact.noteHint }, typed({ max: 200 })),
  ])

export const renderLiftBarModal = (person: PersonBrief): ModalView =>
  form(LIFT_BAR_MODAL, { title: doNotContact.liftTitle, submit: doNotContact.liftSubmit }, person, [
    field(
      { id: LIFT_SOURCE, label: doNotContact.liftSource, hint: doNotContact.liftHint, required: true },
      typed({ max: 200 }),
    ),
  ])

export const renderReassignModal = (person: PersonBrief): ModalView =>
  form(
    REASSIGN_MODAL,
    reassign,
    person,
    [field({ id: NEW_OWNER, label: reassign.who, hint: reassign.hint, required: true }, { type: 'users_select' })],
    warned(person),
  )

type Handed = { readonly candidateId: string; readonly owner: string | null; readonly before: string | null }
/** What is said after *Reassign*, with its *Undo*; `text` is mrkdwn. */
export const renderReassigned = (
  text: string,
  { candidateId, owner, before }: Handed,
): { text: string; blocks: readonly KnownBlock[] } => ({
  text,
  blocks: [
    section(text),
    {
      type: 'actions',
      elements: [button(UNDO_REASSIGN, reassign.undo, reassignUndoValue(candidateId, owner, before))],
    },
  ],
})

/** What is said after *Do not contact*, with its *Undo*; `text` is mrkdwn. */
export const renderBarred = (text: string, candidateId: string): { text: string; blocks: readonly KnownBlock[] } => ({
  text,
  blocks: [section(text), { type: 'actions', elements: [button(UNDO_BAR, doNotContact.undo, candidateId)] }],
})
