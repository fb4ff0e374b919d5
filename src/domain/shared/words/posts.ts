/** What messages in Slack say about themselves, and about mails that did not simply leave. */

import type { RefusalKind } from '../../outreach/refusal.ts'
import type { SendState } from '../../outreach/send.ts'
import { never } from '../result.ts'
import { cannotFind } from './shell.ts'

export const postWords = {
  mayBeRepeat: 'This may be a repeat: Slack did not confirm the first one, and its history is closed to me.',
} as const

/** To the admins; all parts are already escaped and formatted. */
export const unpostedWords = {
  fallback: 'Medallist could not post something. Here is what to do.',
  inChannel: (channel: string): string => `in ${channel}`,
  toPerson: (person: string): string => `to ${person}`,
  text: (where: string): string => `:warning: Medallist could not post ${where}.`,
  whatToDo: (code: string): string =>
    Object.hasOwn(UNPOSTED, code) ? UNPOSTED[code as keyof typeof UNPOSTED] : `Slack answered \`${code}\`.`,
  whatToDoForPerson: (code: string): string => (GONE.has(code) ? LEFT : UNREACHED),
  flagsMeanwhile: 'Meanwhile each flag goes to the recruiters directly.',
  once: (code: string): string =>
    `Slack’s word for it is \`${code}\`. You hear this once; what could not be posted is not tried again.`,
} as const

const LEFT = 'They are not in this workspace any more. Whatever waits for them needs somebody else.'
const GONE: ReadonlySet<string> = new Set(['user_not_found', 'users_not_found', 'user_disabled'])
const UNREACHED =
  'Their direct messages do not take it: they were deactivated, are not in this workspace, or blocked the app. What waits for them is in `/outreach`, or needs somebody else.'
const RESTRICTED = 'Posting there is restricted. Allow Medallist to post in the channel’s settings.'
const UNPOSTED = {
  channel_not_found:
    'There is no such channel, or it is a private one without Medallist. Create it, invite Medallist there with `/invite @Medallist`, or name another channel in `/medallist settings`.',
  not_in_channel: 'Medallist is not a member of it. Type `/invite @Medallist` there.',
  is_archived: 'The channel is archived. Unarchive it, or name another in `/medallist settings`.',
  channel_is_public:
    'Everybody can read that channel, and what belongs there names candidates. Make it private, or name a private one in `/medallist settings`.',
  restricted_action: RESTRICTED,
  restricted_action_read_only_channel: RESTRICTED,
} as const

/** All parts are already escaped and formatted. */
export const doubtWords = {
  title: 'Not sure it arrived',
  text: (who: string, when: string): string =>
    `The message to ${who} was being handed over ${when} when the connection ended. It may have left or not, so it is not sent again by itself.`,
  whatToDo: (messageId: string): string =>
    `Look for this Message-ID in the mail server's log or the sent mail, or ask them: \`${messageId}\``,
  lateAnswer: (accepted: boolean): string =>
    accepted
      ? 'The mail server has answered since: it *accepted* the message.'
      : 'The mail server has answered since, and it did *not* accept the message.',
  confirmAgain: {
    title: 'Send it again?',
    text: 'If the first one did arrive, they get it twice.',
    confirm: 'Send again',
    deny: 'Not yet',
  },
  resolved: (state: SendState | 'given_up', who: string | undefined, when: string): string => {
    const by = who === undefined ? '' : `${who}, ${when}: `
    switch (state) {
      case 'handed_over':
        return `${by}it arrived.`
      case 'approved':
      case 'claimed':
      case 'handing_over':
      case 'retry_wait':
        return `${by}it is being sent again.`
      case 'failed':
        return `${by}sent again, and it could not be delivered.`
      case 'given_up':
        return `${by}given up. It counts as a message that may have arrived.`
      case 'refused':
      case 'cancelled':
        return `${by}it is not sent again.`
      case 'in_doubt':
        return ''
      default:
        return never(state)
    }
  },
} as const

export const notSentWords = {
  title: 'A message did not leave',
  refused: (who: string, why: string): string =>
    `The message to ${who} was held back at the moment of sending: ${why}.`,
  failed: (who: string, why: string): string => `The message to ${who} could not be delivered: ${why}.`,
  waits: 'The draft waits for you again; its card says what can be done.',
  /** Where a code begins with a digit, it is the mail server's own. */
  why: (code: string): string =>
    /^\d/.test(code)
      ? `the mail server answered ${code}`
      : `the mail server was not reached (${code.replaceAll('_', ' ')})`,
} as const

/** Why the gate held it back, in a few words; the draft's card has the whole sentence. */
export const heldBack = {
  erased: 'they asked to be erased',
  merged_away: 'they were merged into somebody else',
  hired: 'they were hired',
  still_interviewing: 'they are still interviewing',
  not_told_yet: 'nobody has told them the outcome',
  already_told: 'they know the outcome already',
  outcome_on_its_way: 'the outcome is on its way to them already',
  answered_meanwhile: 'they have answered since it was approved',
  unsubscribed: 'they do not want mail at this address',
  do_not_contact_person: 'they are marked “do not contact”',
  do_not_contact_company: 'their company is on the do-not-contact list',
  active_in_ats: 'they have an open application',
  ats_stale: 'the ATS was not read lately',
  job_closed: 'the role that it tells of is closed',
  recontact_window: 'they were told no a short while ago',
  permission_missing: 'there is no permission to contact them',
  permission_expired: 'the permission to contact them ran out',
  permission_withdrawn: 'they withdrew the permission to contact them',
  cap: 'they have had enough messages for now',
  collision: 'a colleague is already talking with them',
  no_address: 'the address is no longer on record',
  stale_facts: 'the draft is older than what it says',
  unknown: 'something could not be checked',
} as const satisfies Record<RefusalKind, string>

/** After a press that found things changed. */
export const sendActAnswers = {
  it_arrived: 'Noted: it arrived.',
  send_again: 'It is sent again, under the same Message-ID.',
  give_up: 'Given up. It counts as a message that may have arrived.',
  too_late: 'That was decided already, or it has left. The card shows how it stands.',
  gone: cannotFind.send,
} as const
