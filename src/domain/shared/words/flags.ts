/** Flagging a near-miss and deciding about a flag. What stands in sentences is escaped by the caller. */
import { cannotFind } from './shell.ts'

export const flag = {
  title: 'Flag a near-miss',
  submit: 'Flag',
  close: 'Cancel',
  mayNotAdd:
    'Recruiters add people to the silver medallists. Flag the person here: a recruiter completes the rest, and you hear what comes of it.',
  flaggedBefore: (name: string, day: string, state: string): string =>
    `You flagged *${name}* from this message on ${day}: ${state}. Flag again only for somebody else.`,
  sameAgain: (day: string, state: string): string => `You flagged this person from this message on ${day}: ${state}.`,
  labels: {
    fullName: 'Full name',
    role: 'Role they were considered for',
    impressed: 'What impressed you',
    wouldHire: 'Would you hire them?',
    quotable: 'Quoting',
  },
  quotableOption: 'OK to quote me',
  impressedHint: 'It may name others: leave only what is about this person.',
  openRoles: (roles: string): string => `Open now: ${roles}`,
  wouldHire: { yes_now: 'Yes, now', another_level: 'At another level', another_team: 'In another team' },
  readByModel: 'The model helped to read the message. The words are the message’s own; check what is filled in.',
  received: 'Thank you. Your flag is with the recruiters, and you will hear what comes of it.',
} as const

export const flagStates = {
  waiting: 'it waits for a recruiter',
  accepted: 'it was accepted',
  // Whether the person was on record before is not the flagger's to know.
  merged: 'it was accepted',
  dismissed: 'it was not taken up',
} as const

export const triage = {
  heading: (who: string): string => `:second_place_medal: *A near-miss, flagged by ${who}*`,
  fallback: 'A near-miss was flagged and waits for triage.',
  fallbackDone: 'This flag was decided.',
  person: 'Candidate',
  role: 'Considered for',
  wouldHire: 'Would hire',
  quotable: 'OK to quote',
  yes: 'Yes',
  no: 'No',
  unsaid: 'Not said',
  source: 'The message',
  noQuote: 'No words were given.',
  accept: 'Accept',
  merge: 'Merge with…',
  dismiss: 'Dismiss',
  undo: 'Undo',
  undoRefused: {
    undone_already: 'That was taken back already, or somebody decided about the flag anew.',
    not_yours: 'Whoever merged, whoever looks after them and admins can undo it.',
    too_late:
      'It cannot be undone here any more: more than 30 days have passed, or the record is not there. *Open* shows what stands there; everything can be changed by hand.',
  },
  laterFirst: {
    people: (name: string): string =>
      `The record was merged with that of *${name}* later. Take that back first, then press *Undo* here once more.`,
    form: 'Something else was merged into the record later. Take that back first, then press *Undo* here once more.',
    act: 'Undo the later merge',
  },
  decided: {
    accepted: (who: string, when: string): string => `${who} accepted this ${when}.`,
    merged: (who: string, when: string): string =>
      `${who} accepted this ${when} and merged it with the person on record.`,
    dismissed: (who: string, when: string): string => `${who} dismissed this ${when}.`,
  },
  tooLate: {
    accepted: (who: string): string => `${who} accepted this flag meanwhile. Nothing was changed by you.`,
    merged: (who: string): string => `${who} accepted this flag meanwhile. Nothing was changed by you.`,
    dismissed: (who: string): string => `${who} dismissed this flag meanwhile. Nothing was changed by you.`,
  },
  somebody: 'Somebody',
  gone: cannotFind.near_miss,
  mayNot: 'Recruiters decide about flags. You will hear what comes of those that you made yourself.',
  direct: {
    channel_unreachable:
      'The triage channel could not be reached, so this flag comes to you directly. An admin can name another in `/medallist settings` and invite Medallist there.',
    own_flag: 'You flagged this; it is in the triage channel too. You may accept it yourself.',
  },
} as const

export const dismissal = {
  title: 'Dismiss this flag',
  submit: 'Dismiss',
  close: 'Back',
  label: 'Why?',
  hint: 'Recruiters alone see this. The one who flagged hears the outcome, without the reason.',
  placeholder: 'Flagged twice; not a finalist; not enough to go on',
} as const

/** The flagger hears the outcome, never a reason. */
export const outcomes = {
  accepted: (name: string, role: string, who: string): string =>
    `Your flag was taken up: ${who} added *${name}* (${role}) to the silver medallists. Thank you.`,
  dismissed: (name: string, role: string): string =>
    `Your flag of *${name}* (${role}) was looked at and is not taken up this time. Thank you for looking out.`,
  reopened: (name: string, role: string): string => `Your flag of *${name}* (${role}) is with the recruiters again.`,
  fallback: 'News of your flag',
} as const
