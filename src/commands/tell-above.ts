import type { WebClient } from '@slack/web-api'
import { renderNotice } from '../views/notice-modal/blocks.ts'
import { openModal } from './open-modal.ts'
import type { Pressed, Reply } from './shell.ts'
import { slackError } from './slack-error.ts'

/** Says it where the person looks: above the modal in which the button stood, else beside the message. */
export async function tellAbove(
  { client, pressed }: { readonly client: WebClient; readonly pressed: Pressed },
  reply: Reply,
): Promise<Reply | undefined> {
  if (pressed.view?.type !== 'modal') return reply
  try {
    return await openModal(client, pressed.triggerId, renderNotice(reply.text), 'push')
  } catch (error) {
    // Slack stacks three modals; above the third there is only the DM.
    if (slackError(error) === 'push_limit_reached') return reply
    throw error
  }
}
