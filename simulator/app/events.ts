import type { ChannelId } from '../contract.ts'
import { slackId, uuid } from '../ids.ts'
import type { Workspace } from '../workspace.ts'
import type { Answer } from './delivery.ts'

/** When an event nobody acknowledged is sent again: nearly at once, after a minute, after five. */
const RETRY_AFTER_MS = [1, 60_000, 300_000] as const

/** The scope without which Slack sends no such event. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_mention: ['app_mentions:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
  channel_archive: ['channels:read'],
  group_archive: ['groups:read'],
  subteam_created: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  subteam_members_changed: ['usergroups:read'],
  file_shared: ['files:read'],
}

/** Sends an event if the manifest subscribes to it and the scopes allow it. `subscription` is its name there. */
export function sendEvent(
  ws: Workspace,
  subscription: string,
  event: { readonly type: string } & Record<string, unknown>,
): void {
  if (!ws.manifest.settings.event_subscriptions.bot_events.includes(subscription)) return
  const needed = SCOPES[subscription] ?? []
  if (needed.length > 0 && !needed.some((scope) => ws.scopes.has(scope))) return
  const event_id = slackId('Ev')
  const payload = {
    token: 'simulator',
    team_id: ws.team.id,
    context_team_id: ws.team.id,
    context_enterprise_id: null,
    api_app_id: ws.app.id,
    event,
    type: 'event_callback',
    event_id,
    event_time: Math.floor(ws.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: ws.team.id,
        user_id: ws.app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${uuid().replaceAll('-', '')}`,
  }
  void attempt(ws, payload, event_id, 0, '')
}

async function attempt(ws: Workspace, payload: object, eventId: string, num: number, reason: string): Promise<void> {
  const answer = await ws.delivery.request({ type: 'events_api', payload, retry: { num, reason } })
  if (answer.kind === 'acked') return
  const wait = RETRY_AFTER_MS[num]
  if (wait === undefined) {
    ws.log(`event ${eventId} was given up after ${num} retries`)
    return
  }
  ws.clock.after(wait, () => void attempt(ws, payload, eventId, num + 1, reasonFor(answer)))
}

function reasonFor(answer: Exclude<Answer, { kind: 'acked' }>): string {
  if (answer.kind === 'timeout') return 'http_timeout'
  return answer.error === 'dispatch_failed' ? 'connection_failed' : 'http_error'
}

const MESSAGES = {
  im: { subscription: 'message.im', channelType: 'im' },
  private: { subscription: 'message.groups', channelType: 'group' },
  public: { subscription: 'message.channels', channelType: 'channel' },
} as const

/** The subscription that covers messages of a channel, by its kind. */
export function messageSubscription(ws: Workspace, channel: ChannelId): { subscription: string; channelType: string } {
  return MESSAGES[ws.world.state.channels.get(channel)?.kind ?? 'public']
}

/** Whether the app hears what happens in a channel: only where its bot is a member. */
export const botIsIn = (ws: Workspace, channel: ChannelId): boolean =>
  ws.world.state.channels.get(channel)?.members.includes(ws.app.botUserId) ?? false
