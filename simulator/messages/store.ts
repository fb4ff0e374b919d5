import type { AnyBlock } from '@slack/types'
import { botIsIn, messageSubscription, sendEvent } from '../app/events.ts'
import type { ChannelId, Message, Ts, UserId } from '../contract.ts'
import { uuid } from '../ids.ts'
import { normaliseBlocks } from '../views/normalise-blocks.ts'
import type { Workspace } from '../workspace.ts'
import type { StoredMessage } from '../world/state.ts'
import { messageForApi } from './for-api.ts'

/** What is said, before it has a `ts`. */
export type NewMessage = {
  readonly channel: ChannelId
  readonly user: UserId
  readonly text: string
  readonly blocks?: readonly AnyBlock[]
  readonly threadTs?: Ts
  readonly metadata?: Message['metadata']
  readonly files?: Message['files']
}

/** Puts a message into a channel and tells the app, where it listens. */
export function post(ws: Workspace, draft: NewMessage): StoredMessage {
  const message: StoredMessage = { ...compose(ws, draft), ...(isBot(ws, draft.user) ? {} : { clientMsgId: uuid() }) }
  ws.world.commit({ t: 'message', message })
  tellOfMessage(ws, message)
  return message
}

/** Nobody reads further back, and a workspace that runs for weeks should not keep more. */
const MOST_EPHEMERALS = 200

/** Shows a message to one person alone, until they dismiss it. */
export function whisper(ws: Workspace, draft: NewMessage, to: UserId): StoredMessage {
  const message: StoredMessage = { ...compose(ws, draft), ephemeralFor: to }
  ws.world.show(to, { ephemerals: [...ws.world.screen(to).ephemerals, message].slice(-MOST_EPHEMERALS) })
  return message
}

/** Changes a message in place. Blocks that are not given stay; an empty list takes them away. */
export function edit(
  ws: Workspace,
  old: StoredMessage,
  change: { text?: string; blocks?: readonly AnyBlock[]; metadata?: Message['metadata'] },
): StoredMessage {
  const { blocks: shown, ...rest } = old
  const message: StoredMessage = {
    ...rest,
    ...(change.text === undefined ? {} : { text: change.text }),
    ...(change.blocks === undefined && shown ? { blocks: shown } : {}),
    ...(change.blocks && change.blocks.length > 0 ? { blocks: normaliseBlocks(change.blocks) } : {}),
    ...(change.metadata ? { metadata: change.metadata } : {}),
    ...(old.ephemeralFor === undefined ? { editedTs: ws.world.nextTs() } : {}),
  }
  if (old.ephemeralFor !== undefined) {
    const to = old.ephemeralFor
    ws.world.show(to, { ephemerals: ws.world.screen(to).ephemerals.map((m) => (m.ts === old.ts ? message : m)) })
    return message
  }
  ws.world.commit({ t: 'message', message })
  tell(ws, old.channel, {
    subtype: 'message_changed',
    hidden: true,
    message: messageForApi(ws, message),
    previous_message: messageForApi(ws, old),
  })
  return message
}

/** Takes a message away. */
export function remove(ws: Workspace, old: StoredMessage): void {
  if (old.ephemeralFor !== undefined) {
    const to = old.ephemeralFor
    ws.world.show(to, { ephemerals: ws.world.screen(to).ephemerals.filter((m) => m.ts !== old.ts) })
    return
  }
  ws.world.commit({ t: 'unmessage', channel: old.channel, ts: old.ts })
  tell(ws, old.channel, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: old.ts,
    previous_message: messageForApi(ws, old),
  })
}

/** A message of a channel that everybody there sees; no ephemeral one. */
export const messageAt = (ws: Workspace, channel: ChannelId, ts: Ts): StoredMessage | undefined =>
  ws.world.state.messages.get(channel)?.get(ts)

const isBot = (ws: Workspace, user: UserId) => user === ws.app.botUserId

function compose(ws: Workspace, draft: NewMessage): StoredMessage {
  const { blocks, metadata, files, threadTs, ...rest } = draft
  const optional = {
    ...(metadata ? { metadata } : {}),
    ...(files ? { files } : {}),
    ...(threadTs === undefined ? {} : { threadTs }),
  }
  const bot = isBot(ws, draft.user) ? { botId: ws.app.botId, appId: ws.app.id } : {}
  return {
    ...rest,
    ...optional,
    ts: ws.world.nextTs(),
    reactions: [],
    ...(blocks && blocks.length > 0 ? { blocks: normaliseBlocks(blocks) } : {}),
    ...bot,
  }
}

function tellOfMessage(ws: Workspace, message: StoredMessage): void {
  tell(ws, message.channel, messageForApi(ws, message), message.ts)
  if (!isBot(ws, message.user) && botIsIn(ws, message.channel) && message.text.includes(`<@${ws.app.botUserId}>`)) {
    sendEvent(ws, 'app_mention', {
      ...messageForApi(ws, message),
      type: 'app_mention',
      channel: message.channel,
      event_ts: message.ts,
    })
  }
}

function tell(ws: Workspace, channel: ChannelId, fields: Record<string, unknown>, ts = ws.world.nextTs()): void {
  if (!botIsIn(ws, channel)) return
  const { subscription, channelType } = messageSubscription(ws, channel)
  sendEvent(ws, subscription, { ts, ...fields, type: 'message', channel, event_ts: ts, channel_type: channelType })
}
