import { permalink } from '../permalink.ts'
import type { Workspace } from '../workspace.ts'
import type { StoredMessage } from '../world/state.ts'
import { messagesIn } from '../world/world.ts'
import { fileForApi } from './files-for-api.ts'

/** A message as the Web API, events and payloads show it. `metadata` only where it was asked for. */
export function messageForApi(
  ws: Workspace,
  message: StoredMessage,
  show: { metadata?: boolean } = {},
): Record<string, unknown> {
  const replies = message.threadTs === undefined ? repliesTo(ws, message) : []
  const files = (message.files ?? []).flatMap(({ id }) => {
    const file = ws.world.state.files.get(id)
    return file ? [fileForApi(ws, file)] : []
  })
  return {
    type: 'message',
    ...(files.length > 0 ? { files, upload: false } : {}),
    ...(files.length > 0 && message.botId === undefined ? { subtype: 'file_share' } : {}),
    user: message.user,
    ts: message.ts,
    ...(message.clientMsgId === undefined ? {} : { client_msg_id: message.clientMsgId }),
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: message.appId }),
    text: message.text,
    team: ws.team.id,
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          latest_reply: replies.at(-1)?.ts,
          reply_users: [...new Set(replies.map((r) => r.user))],
        }
      : {}),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((r) => ({ ...r, count: r.users.length })) }
      : {}),
    ...(show.metadata && message.metadata ? { metadata: message.metadata } : {}),
  }
}

/** The address of a message, as Slack's "Copy link" gives it. */
export const permalinkOf = (ws: Workspace, message: StoredMessage): string => permalink(ws.team.domain, message)

function repliesTo(ws: Workspace, message: StoredMessage): StoredMessage[] {
  return messagesIn(ws.world, message.channel).filter((m) => m.threadTs === message.ts && m.ts !== message.ts)
}
