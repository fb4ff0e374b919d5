import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { formWords } from '../domain/shared/words/capture.ts'
import type { Reply } from './shell.ts'
import { slackError } from './slack-error.ts'

const TOO_LATE = new Set(['expired_trigger_id', 'exchanged_trigger_id'])

/** Opens a modal, or puts it above the one in which the button stood; Slack gives three seconds for it, and a person who waited longer is told to try again. */
export async function openModal(
  client: WebClient,
  trigger_id: string,
  view: ModalView,
  how: 'open' | 'push' = 'open',
): Promise<Reply | undefined> {
  try {
    await client.views[how]({ trigger_id, view })
    return undefined
  } catch (error) {
    if (TOO_LATE.has(slackError(error) ?? '')) return { text: formWords.tooLate }
    throw error
  }
}
