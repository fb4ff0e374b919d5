import type { Message } from '../contract.ts'
import { isJson } from '../json.ts'
import { messageForApi, permalinkOf } from '../messages/for-api.ts'
import { contentOf } from '../messages/respond.ts'
import { edit, messageAt, post, remove, whisper } from '../messages/store.ts'
import { SlackError } from '../slack-error.ts'
import { imBetween, type Workspace } from '../workspace.ts'
import type { ChannelRecord, StoredMessage } from '../world/state.ts'
import type { Args } from './args.ts'
import { openIm } from './conversation-methods.ts'
import { type Methods, visibleChannel } from './method.ts'

/** Messages: post, whisper, change, delete, link to. */
export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    run(ws, args) {
      const channel = writableChannel(ws, args.need('channel'))
      const metadata = metadataOf(args)
      const message = post(ws, {
        channel: channel.id,
        user: ws.app.botUserId,
        ...contentOf(withBlocks(args)),
        ...threadOf(ws, args, channel),
        ...(metadata ? { metadata } : {}),
      })
      return { channel: channel.id, ts: message.ts, message: messageForApi(ws, message, { metadata: true }) }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    run(ws, args) {
      const channel = writableChannel(ws, args.need('channel'))
      const user = args.need('user')
      if (!ws.world.state.people.has(user) || !channel.members.includes(user))
        throw new SlackError('user_not_in_channel')
      const message = whisper(
        ws,
        { channel: channel.id, user: ws.app.botUserId, ...contentOf(withBlocks(args)), ...threadOf(ws, args, channel) },
        user,
      )
      return { message_ts: message.ts }
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    run(ws, args) {
      const old = ownMessage(ws, args, 'cant_update_message')
      const raw = withBlocks(args)
      const emptied = Array.isArray(raw.blocks) && raw.blocks.length === 0
      const content = contentOf(args.has('text') || args.has('blocks') ? raw : { text: '' })
      const metadata = metadataOf(args)
      const blocks = emptied ? [] : content.blocks
      const message = edit(ws, old, {
        text: content.text,
        ...(blocks ? { blocks } : {}),
        ...(metadata ? { metadata } : {}),
      })
      return {
        channel: old.channel,
        ts: old.ts,
        text: message.text,
        message: messageForApi(ws, message, { metadata: true }),
      }
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    run(ws, args) {
      const old = ownMessage(ws, args, 'cant_delete_message')
      remove(ws, old)
      return { channel: old.channel, ts: old.ts }
    },
  },
  'chat.getPermalink': {
    run(ws, args) {
      const channel = visibleChannel(ws, args.need('channel'))
      const message = messageAt(ws, channel.id, args.need('message_ts'))
      if (!message) throw new SlackError('message_not_found')
      return { channel: channel.id, permalink: permalinkOf(ws, message) }
    },
  },
}

/** Where the bot may write: an id, a user's id for their direct conversation, or a public channel's name. */
function writableChannel(ws: Workspace, wanted: string): ChannelRecord {
  const { people, channels } = ws.world.state
  if (wanted === ws.app.botUserId) throw new SlackError('channel_not_found')
  if (people.has(wanted)) return imBetween(ws, wanted, ws.app.botUserId) ?? openIm(ws, wanted)
  const byName = [...channels.values()].find((c) => c.kind !== 'im' && c.name === wanted.replace(/^#/, ''))
  const channel = visibleChannel(ws, byName?.id ?? wanted)
  if (channel.isArchived) throw new SlackError('is_archived')
  if (!channel.members.includes(ws.app.botUserId) && !ws.scopes.has('chat:write.public'))
    throw new SlackError('not_in_channel')
  return channel
}

function ownMessage(ws: Workspace, args: Args, refusal: string): StoredMessage {
  const channel = visibleChannel(ws, args.need('channel'))
  const message = messageAt(ws, channel.id, args.need('ts'))
  if (!message) throw new SlackError('message_not_found')
  if (message.user !== ws.app.botUserId) throw new SlackError(refusal)
  return message
}

const withBlocks = (args: Args) => ({
  ...args.raw,
  blocks: args.json('blocks', 'invalid_blocks_format'),
  attachments: args.json('attachments'),
})

function threadOf(ws: Workspace, args: Args, channel: ChannelRecord): { threadTs?: string } {
  const threadTs = args.text('thread_ts')
  if (threadTs === undefined) return {}
  const parent = messageAt(ws, channel.id, threadTs)
  if (!parent) throw new SlackError('thread_not_found')
  return { threadTs: parent.threadTs ?? parent.ts }
}

function metadataOf(args: Args): Message['metadata'] {
  const metadata = args.json('metadata', 'invalid_metadata_format')
  if (metadata === undefined) return undefined
  if (!isJson(metadata) || typeof metadata.event_type !== 'string' || !isJson(metadata.event_payload))
    throw new SlackError('invalid_metadata_schema')
  return { event_type: metadata.event_type, event_payload: metadata.event_payload }
}
