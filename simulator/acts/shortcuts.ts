import { basePayload, channelForPayload } from '../app/payloads.ts'
import type { Act, ActResult, UserId } from '../contract.ts'
import { messageForApi } from '../messages/for-api.ts'
import { messageAt } from '../messages/store.ts'
import { canSee, channelOf, type Workspace } from '../workspace.ts'
import { errorCode } from './failures.ts'
import { OK, refused } from './result.ts'

/** Runs a shortcut from a message's menu. It carries the message even where the app's bot is no member. */
export async function runMessageShortcut(
  ws: Workspace,
  as: UserId,
  what: Extract<Act, { kind: 'messageShortcut' }>,
): Promise<ActResult> {
  const channel = channelOf(ws, what.channel)
  const message = messageAt(ws, what.channel, what.ts)
  if (!channel || !canSee(channel, as) || !message) return refused('That message is not there.')
  const shortcut = declared(ws, what.callbackId, 'message')
  if (!shortcut) return refused(`No message shortcut ${what.callbackId} is installed.`)
  const response_url = ws.responseUrls.issue({
    user: as,
    channel: channel.id,
    message: { ts: message.ts, ephemeral: false },
  })
  return deliver(ws, as, shortcut.name, {
    type: 'message_action',
    ...basePayload(ws, as),
    action_ts: ws.world.nextTs(),
    callback_id: shortcut.callback_id,
    trigger_id: ws.triggers.issue({ user: as, channel: channel.id }),
    channel: channelForPayload(ws, channel.id),
    response_url,
    message_ts: message.ts,
    message: messageForApi(ws, message),
  })
}

/** Runs a shortcut from the composer or the search bar. */
export async function runGlobalShortcut(
  ws: Workspace,
  as: UserId,
  what: Extract<Act, { kind: 'globalShortcut' }>,
): Promise<ActResult> {
  const shortcut = declared(ws, what.callbackId, 'global')
  if (!shortcut) return refused(`No global shortcut ${what.callbackId} is installed.`)
  return deliver(ws, as, shortcut.name, {
    type: 'shortcut',
    ...basePayload(ws, as),
    action_ts: ws.world.nextTs(),
    callback_id: shortcut.callback_id,
    trigger_id: ws.triggers.issue({ user: as }),
  })
}

const declared = (ws: Workspace, callbackId: string, type: 'message' | 'global') =>
  ws.manifest.features.shortcuts.find((s) => s.callback_id === callbackId && s.type === type)

async function deliver(ws: Workspace, as: UserId, name: string, payload: object): Promise<ActResult> {
  const answer = await ws.delivery.request({ type: 'interactive', payload })
  if (answer.kind === 'acked') return OK
  const notice = `"${name}" failed with the error "${errorCode(answer)}"`
  ws.world.notice(as, notice)
  return refused(notice)
}
