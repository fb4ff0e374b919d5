import { addMember } from './api/conversation-methods.ts'
import { userObject } from './api/user-methods.ts'
import { botIsIn, sendEvent } from './app/events.ts'
import type { ChannelId, Person, UserGroup, UserId } from './contract.ts'
import { channelOf, type Workspace } from './workspace.ts'
import type { ChannelRecord } from './world/state.ts'

/** What workspace admins do and the page has no place for. The app hears of it where the manifest asks. */
export type Admin = {
  addPerson(person: Omit<Person, 'isBot'>): void
  /** Changes somebody's name, zone, role. */
  changePerson(user: UserId, change: Partial<Omit<Person, 'id' | 'isBot'>>): void
  /** Takes somebody, or the app's bot, into a channel. */
  invite(channel: ChannelId, user: UserId): void
  remove(channel: ChannelId, user: UserId): void
  archive(channel: ChannelId): void
  /** Makes a user group, or changes who is in it. */
  setGroup(group: UserGroup): void
  /** Takes the app out of the workspace: it hears of that, its token is dead, and its commands are gone. */
  uninstall(): void
  /** Takes the bot's token away and leaves the app where it is. */
  revokeToken(): void
}

/** Each deed throws when the person or channel that it names is not there. */
export function makeAdmin(ws: Workspace, removeApp: (how: 'uninstalled' | 'revoked') => void): Admin {
  const { world } = ws
  const needChannel = (id: ChannelId): ChannelRecord => {
    const channel = channelOf(ws, id)
    if (!channel) throw new Error(`there is no channel ${id}`)
    return channel
  }
  const savePerson = (person: Person, type: 'team_join' | 'user_change') => {
    world.commit({ t: 'person', person })
    sendEvent(ws, type, { type, user: userObject(ws, person), event_ts: world.nextTs() })
  }
  const tellRevoked = () =>
    sendEvent(ws, 'tokens_revoked', {
      type: 'tokens_revoked',
      tokens: { oauth: [], bot: [ws.app.botUserId] },
      event_ts: world.nextTs(),
    })
  return {
    uninstall() {
      tellRevoked()
      sendEvent(ws, 'app_uninstalled', { type: 'app_uninstalled', event_ts: world.nextTs() })
      removeApp('uninstalled')
    },
    revokeToken() {
      tellRevoked()
      removeApp('revoked')
    },
    addPerson: (person) => savePerson({ ...person, isBot: false }, 'team_join'),
    changePerson(user, change) {
      const person = world.state.people.get(user)
      if (!person) throw new Error(`nobody here is ${user}`)
      savePerson({ ...person, ...change }, 'user_change')
    },
    invite(id, user) {
      const channel = needChannel(id)
      if (!channel.members.includes(user)) addMember(ws, channel, user)
    },
    remove(id, user) {
      const channel = needChannel(id)
      const heard = botIsIn(ws, id)
      world.commit({ t: 'channel', channel: { ...channel, members: channel.members.filter((m) => m !== user) } })
      const channel_type = channel.kind === 'private' ? 'G' : 'C'
      const type = 'member_left_channel'
      if (heard)
        sendEvent(ws, type, { type, user, channel: id, channel_type, team: ws.team.id, event_ts: world.nextTs() })
    },
    archive(id) {
      world.commit({ t: 'channel', channel: { ...needChannel(id), isArchived: true } })
      const type = needChannel(id).kind === 'private' ? 'group_archive' : 'channel_archive'
      if (botIsIn(ws, id))
        sendEvent(ws, type, { type, channel: id, user: needChannel(id).creator, event_ts: world.nextTs() })
    },
    setGroup(group) {
      const type = world.state.groups.has(group.id) ? 'subteam_updated' : 'subteam_created'
      world.commit({ t: 'group', group })
      const subteam = {
        ...group,
        team_id: ws.team.id,
        is_usergroup: true,
        is_subteam: true,
        user_count: group.users.length,
        date_delete: 0,
      }
      sendEvent(ws, type, { type, subteam, event_ts: world.nextTs() })
    },
  }
}
