import type { ChannelId, Message, PersonView, UserId } from './contract.ts'
import { asOpenView } from './views/stored-view.ts'
import { canSee, type Workspace } from './workspace.ts'
import { messagesIn } from './world/world.ts'

/** All that one person sees now; undefined for somebody who is not here. */
export function personView(ws: Workspace, as: UserId): PersonView | undefined {
  const { state } = ws.world
  const me = state.people.get(as)
  if (!me || me.isBot) return undefined
  const screen = ws.world.screen(as)
  const channels = [...state.channels.values()].filter((c) => canSee(c, as))
  const home = state.homes.get(as)
  const messages: Record<ChannelId, Message[]> = {}
  for (const { id } of channels) {
    const shown = [...messagesIn(ws.world, id), ...screen.ephemerals.filter((m) => m.channel === id)]
    messages[id] = shown.toSorted((a, b) => Number(a.ts) - Number(b.ts))
  }
  return {
    me,
    team: ws.team,
    people: [...state.people.values()],
    channels: channels.map((c) => (c.kind === 'im' ? { ...c, name: otherIn(ws, c.members, as) } : c)),
    userGroups: [...state.groups.values()],
    messages,
    ...(home ? { home: asOpenView(home) } : {}),
    modals: screen.modals.map(asOpenView),
    modalErrors: screen.modalErrors,
    commands: ws.manifest.features.slash_commands.map((c) => ({
      command: c.command,
      description: c.description,
      usageHint: c.usage_hint ?? '',
    })),
    shortcuts: ws.manifest.features.shortcuts.map((s) => ({ callbackId: s.callback_id, name: s.name, type: s.type })),
    notices: screen.notices,
    mail: ws.mailbox?.list() ?? [],
  }
}

function otherIn(ws: Workspace, members: readonly UserId[], as: UserId): string {
  const other = members.find((m) => m !== as) ?? as
  return ws.world.state.people.get(other)?.realName ?? other
}
