/** Drafts, sends and facts, in the words that a recruiter reads. */
import type { DraftAction, DraftState } from '../../outreach/draft.ts'
import type { Due } from '../../outreach/due.ts'
import type { FactKind, Telling } from '../../outreach/fact.ts'
import type { Purpose } from '../../outreach/purpose.ts'
import type { SendAction, SendState } from '../../outreach/send.ts'

export const purposes = {
  keep_warm: 'Keep warm',
  new_role: 'New role',
  decline: 'Decline',
} as const satisfies Record<Purpose, string>

export const draftStates = {
  waiting: 'Waiting for approval',
  approved: 'Approved',
  rejected: 'Rejected',
  superseded: 'Replaced by a newer draft',
  withdrawn: 'Withdrawn',
} as const satisfies Record<DraftState, string>

export const draftActions = {
  approve: 'Approve & send',
  edit: 'Edit',
  schedule: 'Schedule…',
  reject: 'Reject',
  regenerate: 'Regenerate with a note…',
  ask_colleague: 'Ask a colleague…',
  preview: 'Preview',
} as const satisfies Record<DraftAction, string>

/** A card that shows an older text, or a draft that somebody else decided. */
export const draftRefusals = {
  not_approved: 'This draft was not approved, so there is nothing to undo.',
  superseded: 'The text has changed since this card was drawn. Here is the current one.',
  already_decided: (who: string, what: Exclude<DraftState, 'waiting'>, when: string): string =>
    `${who} decided already, ${when}: ${draftStates[what].toLowerCase()}.`,
  already_closed: (what: Exclude<DraftState, 'waiting'>): string =>
    `This draft is closed: ${draftStates[what].toLowerCase()}.`,
} as const

export const sendStates = {
  approved: 'Approved',
  claimed: 'About to leave',
  handing_over: 'Leaving now',
  handed_over: 'Sent',
  retry_wait: 'Will try again',
  failed: 'Could not be sent',
  in_doubt: 'Not sure it arrived',
  refused: 'Not yet',
  cancelled: 'Undone',
} as const satisfies Record<SendState, string>

export const sendActions = {
  undo: 'Undo send',
  it_arrived: 'It arrived',
  send_again: 'Send again',
  give_up: 'Give up',
} as const satisfies Record<SendAction, string>

/** "It is 21:40 for Ana." The button beside it says when it leaves instead. */
export const dueReasons = {
  night: (who: string, clock: string): string => `It is ${clock} for ${who}.`,
  weekend: (who: string): string => `It is the weekend for ${who}.`,
} as const satisfies Record<NonNullable<Due['moved']>, (who: string, clock: string) => string>

export const internalKnowingly = 'May be mentioned, though it speaks of pay or a decision'
export const tellings = {
  may_be_mentioned: 'May be mentioned',
  mentioned_knowingly: 'May be mentioned, though it is a private matter',
  internal_only: 'Internal only',
} as const satisfies Record<Telling, string>

export const factKinds = {
  promise: 'Promised',
  wish: 'Would bring them back',
  strength: 'Strength',
  praise: 'Praise',
  advice: 'Advice for next time',
  skill: 'Skill',
  role: 'Considered for',
  location: 'Location',
  note: 'Note',
  reason: 'Why they were not hired',
  rating: 'Rating',
  pay: 'Pay',
  other_person: 'About somebody else',
} as const satisfies Record<FactKind, string>
