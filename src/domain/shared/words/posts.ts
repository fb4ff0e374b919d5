/** What messages in Slack say about themselves, and about mails that did not simply leave. */

import type { SendState } from '../../outreach/send.ts'
import { never } from '../result.ts'

export const postWords = {
  mayBeRepeat: 'This may be a repeat: Slack did not confirm the first one, and its history is closed to me.',
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
  resolved: (state: SendState, who: string | undefined, when: string): string => {
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
  refused: (who: string): string => `The message to ${who} was held back at the moment of sending:`,
  failed: (who: string, code: string): string => `The message to ${who} could not be delivered: ${code}`,
  waits: 'The draft waits for you again.',
  codes: {
    rejected: (code: string): string => `the mail server refused it (${code}).`,
    unreachable: (code: string): string =>
      `the mail server could not be reached (${code}), however often it was tried.`,
  },
} as const

/** After a press that found things changed. */
export const sendActAnswers = {
  it_arrived: 'Noted: it arrived.',
  send_again: 'It is sent again, under the same Message-ID.',
  give_up: 'Given up. It counts as a message that may have arrived.',
  undo: 'Undone. The draft waits for you again.',
  too_late: 'That was decided already, or it has left. The card shows how it stands.',
  gone: 'That message is no longer on record.',
} as const
