import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { formWords } from '../domain/shared/words/capture.ts'
import type { Press } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'
import { slackError } from './slack-error.ts'

const TOO_LATE = new Set(['expired_trigger_id', 'exchanged_trigger_id'])

/** Opens a modal; above the one in which was pressed, where that was one. */
export const openAbove = ({ client, pressed }: Pick<Press, 'client' | 'pressed'>, view: ModalView) =>
  openModal(client, pressed.triggerId, view, pressed.view?.type === 'modal' ? 'push' : 'open')

/** Opens a modal, or puts it above the one in which the button stood; Slack gives three seconds for it, and a person who waited longer is told to try again. */
export async function openModal(
  client: WebClient,
  trigger_id: string,
  view: ModalView,
  how: 'open' | 'push' = 'open',
  /** Hears the id of the view, for a later redraw. */
  opened?: (viewId: string | undefined) => void,
): Promise<Reply | undefined> {
  try {
    const answer = await client.views[how]({ trigger_id, view })
    opened?.(answer.view?.id)
    return undefined
  } catch (error) {
    if (TOO_LATE.has(slackError(error) ?? '')) return { text: formWords.tooLate }
    throw error
  }
}
