import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { renderNotice } from '../../views/notice-modal/blocks.ts'
import { slackError } from '../slack-error.ts'
import type { Pressed } from './on-press.ts'
import type { Reply } from './tell.ts'

/** Draws a view anew; `false` where it was closed meanwhile. */
export async function redraw(client: WebClient, viewId: string, view: ModalView): Promise<boolean> {
  try {
    await client.views.update({ view_id: viewId, view })
    return true
  } catch (error) {
    if (slackError(error) === 'not_found') return false
    throw error
  }
}

/** Slack stacks three modals, lets one be opened for three seconds after the press, and only while the one below is there. */
const NO_ROOM = new Set(['push_limit_reached', 'expired_trigger_id', 'exchanged_trigger_id', 'not_found'])

/** Tells it where the person looks: in the place of the modal in which they pressed, or above it. `false` where neither can be. */
export async function tellInModal(client: WebClient, { view, triggerId }: Pressed, reply: Reply): Promise<boolean> {
  if (view?.type !== 'modal') return false
  const title = view.title.text
  if (reply.replaces === true) return redraw(client, view.id, renderNotice(reply, title))
  try {
    await client.views.push({ trigger_id: triggerId, view: renderNotice(reply, title) })
    return true
  } catch (error) {
    if (NO_ROOM.has(slackError(error) ?? '')) return false
    throw error
  }
}
