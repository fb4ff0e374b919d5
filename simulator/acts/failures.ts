import type { Answer } from '../app/delivery.ts'

/** The code Slack prints when an app did not acknowledge. */
export const errorCode = (answer: Exclude<Answer, { kind: 'acked' }>): string =>
  answer.kind === 'timeout' ? 'operation_timeout' : answer.error

/** What a modal says when its app does not answer. */
export const MODAL_TROUBLE = 'We had some trouble connecting. Try again?'
