import { basePayload, channelForPayload } from '../app/payloads.ts'
import { checkOptions } from '../block-kit/check.ts'
import type { SuggestionRequest, UserId } from '../contract.ts'
import { isJson, type Json, lengthOf } from '../json.ts'
import { messageForApi } from '../messages/for-api.ts'
import { SlackError } from '../slack-error.ts'
import { findView } from '../views/stacks.ts'
import type { Workspace } from '../workspace.ts'
import { find, visibleMessage } from './press.ts'

/** Options, flat or in groups, as the app gave them. */
export type Offered = { readonly options?: Json[]; readonly option_groups?: Json[] }

const NOTHING: Offered = { options: [] }

/** Asks the app what an `external_select` offers for what was typed so far. Slack shows an empty list when the app fails. */
export async function suggest(ws: Workspace, as: UserId, what: SuggestionRequest): Promise<Offered> {
  const place = 'viewId' in what.on ? inView(ws, as, what.on.viewId) : inMessage(ws, as, what.on)
  const located = place && find(place.blocks, what)
  if (!place || !located || !String(located.element.type).endsWith('external_select')) return NOTHING
  if (lengthOf(what.query) < Number(located.element.min_query_length ?? 3)) return NOTHING
  const payload = {
    type: 'block_suggestion',
    ...basePayload(ws, as),
    ...place.fields,
    action_id: what.actionId,
    block_id: what.blockId,
    value: what.query,
  }
  const answer = await ws.delivery.request({ type: 'interactive', payload })
  if (answer.kind !== 'acked' || !isJson(answer.payload)) return NOTHING
  try {
    checkOptions(answer.payload)
    return answer.payload
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    ws.log(`the options for ${what.actionId} are such as Slack refuses: ${error.message}`)
    return NOTHING
  }
}

function inView(ws: Workspace, as: UserId, viewId: string) {
  const placed = findView(ws, { viewId })
  if (placed?.user !== as) return undefined
  return { blocks: placed.view.blocks, fields: { container: { type: 'view', view_id: viewId }, view: placed.view } }
}

function inMessage(ws: Workspace, as: UserId, on: { channel: string; ts: string }) {
  const message = visibleMessage(ws, as, on)
  if (!message) return undefined
  const ephemeral = message.ephemeralFor !== undefined
  const container = { type: 'message', message_ts: message.ts, channel_id: on.channel, is_ephemeral: ephemeral }
  return {
    blocks: message.blocks,
    fields: {
      container,
      channel: channelForPayload(ws, on.channel),
      ...(ephemeral ? {} : { message: messageForApi(ws, message) }),
    },
  }
}
