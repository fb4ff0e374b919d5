/** What candidates answer, and what becomes of it. What stands in sentences is escaped by the caller. */
import type { ReplyDecision, ReplyState } from '../../replies/reply.ts'
import type { Day } from '../time.ts'
import { cannotFind } from './shell.ts'

export const replyCard = {
  heading: (who: string, when: string): string => `:incoming_envelope: *${who}* replied ${when}`,
  fallback: 'A candidate replied. Open the message to see it.',
  fallbackDone: 'A reply was decided.',
  about: (role: string, stands: string): string => `${role} · ${stands}`,
  answers: (subject: string): string => `Answers “${subject}”`,
  otherAddress:
    ':grey_question: It came from an address that is not on record for them. Make sure that it is they who write.',
  empty: '_They sent a mail without a text of its own. *Open* shows all of it._',
  cut: 'There is more; *Open* shows all of it.',
  interested: 'Interested now',
  later: 'Later…',
  notInterested: 'Not interested…',
  wrongPerson: 'Wrong person',
  open: 'Open',
  draft: 'Draft',
  undo: 'Undo',
  profile: 'Profile',
  wrongConfirm: {
    title: 'Somebody else’s address?',
    text: 'Nobody writes to this address again. They keep their record, and another address can be added.',
    confirm: 'Wrong person',
    deny: 'Back',
  },
  decided: {
    interested: (who: string, when: string): string =>
      `${who}: *Interested now*, ${when}. Whoever flagged them hears so; *Draft* writes the answer.`,
    later: (who: string, when: string, day: string): string =>
      `${who}: *Later*, ${when}. They are in peace until ${day}.`,
    not_interested: (who: string, when: string): string => `${who}: *Not interested*, ${when}.`,
    wrong_person: (who: string, when: string): string =>
      `${who}: *Wrong person*, ${when}. Nobody writes to this address again.`,
    done: (who: string, when: string): string => `${who}: answered, ${when}.`,
  },
  somebody: 'Somebody',
} as const

/** `/outreach replies`. */
export const replyList = {
  none: 'No reply waits. What candidates answer comes to the DM of whoever looks after them.',
  heading: (count: number, more: boolean): string =>
    `*${count === 1 ? '1 reply waits' : `${count} replies wait`}*, the oldest first${more ? '; there are more' : ''}`,
  row: (who: string, when: string, owner: string | undefined): string =>
    `*${who}* · ${when}${owner === undefined ? ' · nobody looks after them' : ` · ${owner}`}`,
  show: 'Show',
  open: 'Profile',
  fallback: (count: number): string => `Replies that wait: ${count}.`,
  shown: 'It is at the end of your DM with Medallist.',
} as const

export const replyForms = {
  later: {
    title: 'Later',
    submit: 'Remind me then',
    day: 'When?',
    proposed: 'As they seem to mean it. Change it where they mean another day.',
    hint: 'They name no day. Until then nobody is reminded of them.',
    pick: 'Pick a day',
  },
  notInterested: {
    title: 'Not interested',
    submit: 'Save',
    box: 'Writing to them',
    option: 'They asked us not to write again: mark *do not contact*',
    hint: 'Then every message to them is refused from now on. Without it they stay on record and nothing waits for them.',
  },
  open: { title: 'Reply', close: 'Close', whole: '*The whole message*' },
  cancel: 'Cancel',
  wrote: (who: string): string => `*${who}* wrote:`,
} as const

const STATES = {
  interested: 'Interested now',
  later: 'Later',
  not_interested: 'Not interested',
  wrong_person: 'Wrong person',
  done: 'answered',
} as const satisfies Record<Exclude<ReplyState, 'waiting'>, string>

export const replyRefusals = {
  reply_gone: cannotFind.reply,
  already_decided: (who: string | undefined, state: keyof typeof STATES): string =>
    `${who ?? 'Somebody'} decided already: ${STATES[state]}. *Undo* on the card takes that back.`,
  no_such_day: 'Please choose a day.',
  day_passed: 'Please choose a day that is still to come.',
  too_far:
    'That is more than two years away, and by then we would have to ask them anew. Please choose an earlier day.',
  not_decided: 'This reply waits already; nothing was changed.',
  too_late: 'That was more than a day ago, and others have gone by it. Change it on the person’s profile instead.',
} as const

/** Entries of the timeline. */
export const replyHistory = {
  auto_reply: 'An automatic answer came: they seem to be away.',
  bounce: 'A message came back: the mail server says that it did not arrive.',
  delivery_note: 'A mail server says how far a message has come: it is late or was passed on, and has not come back.',
  empty: '(a mail without a text of its own)',
  decided: (decision: ReplyDecision, day: Day | undefined): string =>
    `Their reply: ${STATES[decision].toLowerCase()}${day === undefined ? '' : ` (${day})`}`,
  undone: 'The decision about their reply was taken back.',
} as const

/** To whose letter came back. */
export const bouncedWords = {
  title: 'A message came back',
  noSuchAddress: (who: string): string =>
    `The message to ${who} did not arrive: their mail server says that the address does not exist.`,
  notDelivered: (who: string): string =>
    `The message to ${who} did not arrive: a mail server says that it could not be delivered.`,
  nobodyWrites: 'Nobody writes to that address again. Another one can be added on their profile.',
  stays: 'The address stays on record, and writing to it stays possible.',
} as const

/** To whoever flagged them: the outcome, never a reason. */
export const flagNews = {
  interested: (name: string, role: string): string =>
    `:tada: Good news of your flag: *${name}* (${role}) answered and is interested. Thank you for looking out.`,
  hired: (name: string, role: string): string =>
    `:tada: Your flag became a hire: *${name}*, whom you flagged for ${role}, is joining. Thank you!`,
  takenBack: (name: string, role: string): string =>
    `There was news of your flag of *${name}* (${role}) here; it was taken back as a slip. You hear again when there is more.`,
  fallback: 'News of your flag',
} as const

/** What the inbound webhook answers in JSON. */
export const inboundProblems = {
  bad_signature: 'The signature does not fit the timestamp and the body. See docs/running.md.',
  too_old: 'The timestamp is more than five minutes away from our clock. Sign each request when it is made.',
  unreadable: 'The body is neither a mail nor the JSON that docs/running.md describes.',
  too_large: 'The mail is larger than ten megabytes. Leave out its attachments.',
} as const
