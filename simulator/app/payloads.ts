import type { ChannelId, UserId } from '../contract.ts'
import type { Workspace } from '../workspace.ts'

/** What every interaction payload says of who did it, where, and for which app. */
export function basePayload(ws: Workspace, user: UserId): Record<string, unknown> {
  const person = ws.world.state.people.get(user)
  return {
    user: { id: user, username: person?.name ?? '', name: person?.name ?? '', team_id: ws.team.id },
    api_app_id: ws.app.id,
    token: 'simulator',
    team: { id: ws.team.id, domain: ws.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** A channel as payloads name it: direct conversations and private channels are not told by name. */
export function channelForPayload(ws: Workspace, id: ChannelId): { id: ChannelId; name: string } {
  const channel = ws.world.state.channels.get(id)
  if (channel?.kind === 'im') return { id, name: 'directmessage' }
  if (channel?.kind === 'private') return { id, name: 'privategroup' }
  return { id, name: channel?.name ?? '' }
}
