import { sendEvent } from '../app/events.ts'
import type { UserId } from '../contract.ts'
import { slackId } from '../ids.ts'
import { messageForApi } from '../messages/for-api.ts'
import { SlackError } from '../slack-error.ts'
import { imBetween, type Workspace } from '../workspace.ts'
import type { ChannelRecord } from '../world/state.ts'
import { messagesIn } from '../world/world.ts'
import type { Args } from './args.ts'
import { type Methods, needScope, needScopeFor, visibleChannel } from './method.ts'
import { page } from './paging.ts'

const KINDS = { public_channel: 'public', private_channel: 'private', im: 'im' } as const
const FAMILIES = { public_channel: 'channels', private_channel: 'groups', im: 'im', mpim: 'mpim' } as const

/** Channels and direct conversations, who is in them and what was said. */
export const conversationMethods: Methods = {
  'conversations.list': {
    run(ws, args) {
      const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim())
      for (const type of types) {
        if (!(type in FAMILIES)) throw new SlackError('invalid_types')
        needScope(ws, [`${FAMILIES[type as keyof typeof FAMILIES]}:read`])
      }
      const kinds = types.flatMap((type) => (type in KINDS ? [KINDS[type as keyof typeof KINDS]] : []))
      const fits = (c: ChannelRecord) =>
        kinds.includes(c.kind) &&
        (c.kind === 'public' || c.members.includes(ws.app.botUserId)) &&
        !(args.flag('exclude_archived') && c.isArchived)
      const { items, metadata } = page([...ws.world.state.channels.values()].filter(fits), args)
      return { channels: items.map((c) => channelObject(ws, c)), ...metadata }
    },
  },
  'conversations.info': {
    run(ws, args) {
      const channel = visibleChannel(ws, args.need('channel'))
      needScopeFor(ws, channel, 'read')
      const count = args.flag('include_num_members') ? { num_members: channel.members.length } : {}
      return { channel: { ...channelObject(ws, channel), ...count } }
    },
  },
  'conversations.members': {
    run(ws, args) {
      const channel = visibleChannel(ws, args.need('channel'))
      needScopeFor(ws, channel, 'read')
      const { items, metadata } = page(channel.members, args)
      return { members: items, ...metadata }
    },
  },
  'conversations.open': {
    scopes: ['im:write', 'mpim:write'],
    run(ws, args) {
      const users = (args.text('users') ?? '').split(',').filter((user) => user !== '')
      const channelId = args.text('channel')
      if (channelId !== undefined)
        return { channel: { id: visibleChannel(ws, channelId).id }, no_op: true, already_open: true }
      const [user, second] = users
      if (user === undefined) throw new SlackError('users_list_not_supplied')
      if (second !== undefined) throw new SlackError('method_not_supported_for_channel_type')
      if (!ws.world.state.people.has(user)) throw new SlackError('user_not_found')
      if (user === ws.app.botUserId) throw new SlackError('cannot_dm_bot')
      const existing = imBetween(ws, user, ws.app.botUserId)
      const im = existing ?? openIm(ws, user)
      const opened = existing ? { no_op: true, already_open: true } : {}
      return { ...opened, channel: args.flag('return_im') ? channelObject(ws, im) : { id: im.id } }
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run(ws, args) {
      const channel = visibleChannel(ws, args.need('channel'))
      if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type')
      if (channel.isArchived) throw new SlackError('is_archived')
      if (channel.members.includes(ws.app.botUserId))
        return {
          channel: channelObject(ws, channel),
          warning: 'already_in_channel',
          response_metadata: { warnings: ['already_in_channel'] },
        }
      return { channel: channelObject(ws, addMember(ws, channel, ws.app.botUserId)) }
    },
  },
  'conversations.history': {
    run(ws, args) {
      const { channel, limit } = readable(ws, args)
      const top = messagesIn(ws.world, channel.id).filter((m) => m.threadTs === undefined || m.threadTs === m.ts)
      const { items, more } = window(top.toReversed(), args, limit)
      return {
        messages: items.map((m) => messageForApi(ws, m, { metadata: args.flag('include_all_metadata') })),
        has_more: more !== '',
        pin_count: 0,
        ...cursor(more),
      }
    },
  },
  'conversations.replies': {
    run(ws, args) {
      const { channel, limit } = readable(ws, args)
      const ts = args.need('ts')
      const thread = messagesIn(ws.world, channel.id).filter((m) => m.ts === ts || m.threadTs === ts)
      if (thread.length === 0) throw new SlackError('thread_not_found')
      const { items, more } = window(thread, args, limit)
      return {
        messages: items.map((m) => messageForApi(ws, m, { metadata: args.flag('include_all_metadata') })),
        has_more: more !== '',
        ...cursor(more),
      }
    },
  },
}

/** Starts the direct conversation of the bot and somebody. */
export function openIm(ws: Workspace, user: UserId, other = ws.app.botUserId): ChannelRecord {
  const channel: ChannelRecord = {
    id: slackId('D'),
    name: ws.world.state.people.get(other)?.realName ?? other,
    kind: 'im',
    members: [user, other],
    topic: '',
    isArchived: false,
    created: Math.floor(ws.clock.now() / 1000),
    creator: user,
  }
  ws.world.commit({ t: 'channel', channel })
  return channel
}

/** Takes somebody into a channel and says so to the app. */
export function addMember(ws: Workspace, channel: ChannelRecord, user: UserId): ChannelRecord {
  const joined = { ...channel, members: [...channel.members, user] }
  ws.world.commit({ t: 'channel', channel: joined })
  if (joined.members.includes(ws.app.botUserId)) {
    const channel_type = channel.kind === 'private' ? 'G' : 'C'
    sendEvent(ws, 'member_joined_channel', {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type,
      team: ws.team.id,
      event_ts: ws.world.nextTs(),
    })
  }
  return joined
}

function readable(ws: Workspace, args: Args): { channel: ChannelRecord; limit: number } {
  const channel = visibleChannel(ws, args.need('channel'))
  needScopeFor(ws, channel, 'history')
  if (!channel.members.includes(ws.app.botUserId)) throw new SlackError('not_in_channel')
  return { channel, limit: args.number('limit', { min: 1, max: 999, otherwise: 100 }) }
}

const cursor = (more: string) => (more === '' ? {} : { response_metadata: { next_cursor: more } })

/** The messages between `oldest` and `latest`, one page of them; the bounds themselves count only with `inclusive`. */
function window<T extends { ts: string }>(
  messages: readonly T[],
  args: Args,
  limit: number,
): { items: T[]; more: string } {
  const inclusive = args.flag('inclusive')
  const bound = (name: 'oldest' | 'latest', otherwise: number) => {
    const at = Number(args.text(name) ?? otherwise)
    if (Number.isNaN(at)) throw new SlackError(`invalid_ts_${name}`)
    return at
  }
  const oldest = bound('oldest', 0)
  const latest = bound('latest', Number.MAX_SAFE_INTEGER)
  const inside = messages.filter(({ ts }) => {
    const at = Number(ts)
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  })
  const { items, metadata } = page(inside, args, limit)
  return { items, more: metadata.response_metadata.next_cursor }
}

/** A conversation as Slack describes it. */
function channelObject(ws: Workspace, c: ChannelRecord): Record<string, unknown> {
  const base = {
    id: c.id,
    created: c.created,
    is_archived: c.isArchived,
    is_im: c.kind === 'im',
    is_org_shared: false,
    context_team_id: ws.team.id,
    updated: c.created * 1000,
  }
  if (c.kind === 'im')
    return { ...base, user: c.members.find((m) => m !== ws.app.botUserId), is_user_deleted: false, priority: 0 }
  return {
    ...base,
    name: c.name,
    name_normalized: c.name,
    is_channel: c.kind === 'public',
    is_group: c.kind === 'private',
    is_mpim: false,
    is_private: c.kind === 'private',
    is_general: c.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: c.members.includes(ws.app.botUserId),
    creator: c.creator,
    unlinked: 0,
    topic: { value: c.topic, creator: c.topic === '' ? '' : c.creator, last_set: c.topic === '' ? 0 : c.created },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    num_members: c.members.length,
  }
}
