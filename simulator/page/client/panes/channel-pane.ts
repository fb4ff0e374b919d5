import { html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { Icon } from '../parts/icon.ts'
import type { Place } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { AppPane } from './app-pane.ts'
import { Conversation } from './conversation.ts'
import { PaneHead } from './pane-head.ts'

type ChannelPaneProps = { readonly channelId: string; readonly place: Place; readonly onRail: () => void }

/** One conversation: its head, its messages, the box to write in, and a thread beside it. */
export function ChannelPane({ channelId, place, onRail }: ChannelPaneProps) {
  const { view, personOf } = useWorkspace()
  const channel = view.channels.find(({ id }) => id === channelId)
  if (!channel) return null
  const other = channel.kind === 'im' ? personOf(channel.members.find((id) => id !== view.me.id) ?? '') : undefined
  if (other?.isBot) return html`<${AppPane} tab="messages" place=${place} onRail=${onRail} />`
  const icon = other
    ? html`<${Avatar} person=${other} size=${24} />`
    : html`<${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} />`
  const people = channel.members.length
  return html`<div class="pane">
    <${PaneHead} icon=${icon} title=${other?.realName ?? channel.name} topic=${channel.topic || other?.title} onRail=${onRail}>
      ${channel.kind !== 'im' && html`<span class="pane-people" title=${channel.members.map((id) => personOf(id)?.realName ?? id).join(', ')}>${people} ${people === 1 ? 'member' : 'members'}</span>`}
    <//>
    <${Conversation} channel=${channel} place=${place} />
  </div>`
}
