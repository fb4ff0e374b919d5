import type { Channel } from '../../../contract.ts'
import { html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { Icon } from '../parts/icon.ts'
import { useWorkspace } from '../store.ts'
import { AppPane } from './app-pane.ts'
import { Composer } from './composer.ts'
import { MessageList } from './message-list.ts'
import { PaneHead } from './pane-head.ts'
import { ThreadPane } from './thread-pane.ts'

type ChannelPaneProps = { readonly channelId: string; readonly thread: string | undefined; readonly onRail: () => void }

/** One conversation: its head, its messages, the box to write in, and a thread beside it. */
export function ChannelPane({ channelId, thread, onRail }: ChannelPaneProps) {
  const { view, personOf } = useWorkspace()
  const channel = view.channels.find(({ id }) => id === channelId)
  if (!channel) return null
  const other = channel.kind === 'im' ? personOf(channel.members.find((id) => id !== view.me.id) ?? '') : undefined
  if (other?.isBot) return html`<${AppPane} tab="messages" thread=${thread} onRail=${onRail} />`
  const icon = other
    ? html`<${Avatar} person=${other} size=${24} />`
    : html`<${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} />`
  const people = channel.members.length
  return html`<div class="pane">
    <${PaneHead} icon=${icon} title=${other?.realName ?? channel.name} topic=${channel.topic || other?.title} onRail=${onRail}>
      ${channel.kind !== 'im' && html`<span class="pane-people" title=${channel.members.map((id) => personOf(id)?.realName ?? id).join(', ')}>${people} ${people === 1 ? 'member' : 'members'}</span>`}
    <//>
    <${Conversation} channel=${channel} thread=${thread} />
  </div>`
}

/** Messages and composer, with the thread when one is open. */
export function Conversation({ channel, thread }: { readonly channel: Channel; readonly thread?: string | undefined }) {
  const { view, personOf } = useWorkspace()
  const all = view.messages[channel.id] ?? []
  const root = thread ? all.find(({ ts }) => ts === thread) : undefined
  const name =
    channel.kind === 'im'
      ? (personOf(channel.members.find((id) => id !== view.me.id) ?? '')?.realName ?? channel.name)
      : `#${channel.name}`
  return html`<div class=${root ? 'conversation with-thread' : 'conversation'}>
    <section class="talk" aria-label=${`Messages in ${name}`}>
      <${MessageList} key=${channel.id} channel=${channel} messages=${all.filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts)} all=${all} />
      ${
        channel.members.includes(view.me.id)
          ? html`<${Composer} key=${`${channel.id} ${view.me.id}`} channel=${channel} placeholder=${`Message ${name}`} />`
          : html`<p class="not-member">You are looking at ${name} without being a member of it.</p>`
      }
    </section>
    ${root && html`<${ThreadPane} channel=${channel} root=${root} all=${all} name=${name} />`}
  </div>`
}
