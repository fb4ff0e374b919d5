import type { Channel } from '../../../contract.ts'
import { html } from '../html.ts'
import type { Place } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { Composer } from './composer.ts'
import { MessageList } from './message-list.ts'
import { ThreadPane } from './thread-pane.ts'

/** Messages and composer, with the thread when one is open. */
export function Conversation({ channel, place }: { readonly channel: Channel; readonly place: Place }) {
  const { view, personOf } = useWorkspace()
  const all = view.messages[channel.id] ?? []
  const root = place.thread ? all.find(({ ts }) => ts === place.thread) : undefined
  const name =
    channel.kind === 'im'
      ? (personOf(channel.members.find((id) => id !== view.me.id) ?? '')?.realName ?? channel.name)
      : `#${channel.name}`
  return html`<div class=${root ? 'conversation with-thread' : 'conversation'}>
    <section class="talk" aria-label=${`Messages in ${name}`}>
      <${MessageList} key=${channel.id} channel=${channel} messages=${all.filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts)} all=${all} place=${place} />
      ${
        channel.members.includes(view.me.id)
          ? html`<${Composer} key=${`${channel.id} ${view.me.id}`} channel=${channel} placeholder=${`Message ${name}`} />`
          : html`<p class="not-member">You are looking at ${name} without being a member of it.</p>`
      }
    </section>
    ${root && html`<${ThreadPane} channel=${channel} root=${root} all=${all} name=${name} place=${place} />`}
  </div>`
}
