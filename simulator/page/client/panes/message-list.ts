import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Channel, Message } from '../../../contract.ts'
import { html } from '../html.ts'
import type { Place } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { dayDivider } from '../text/dates.ts'
import { MessageRow } from './message-row.ts'

type MessageListProps = {
  readonly channel: Channel
  readonly messages: readonly Message[]
  readonly all: readonly Message[]
  readonly place: Place
  readonly inThread?: boolean
}

const SAME_BREATH = 5 * 60
const NEAR_END = 120

/** Messages oldest first, with a line between days. It follows new ones while one is at its end. */
export function MessageList({ channel, messages, all, place, inThread = false }: MessageListProps) {
  const { view } = useWorkspace()
  const list = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const now = new Date()
  const toEnd = () => {
    if (list.current && atEnd.current) list.current.scrollTop = list.current.scrollHeight
  }
  useLayoutEffect(toEnd, [messages.at(-1)?.ts])
  useEffect(() => {
    // Pictures and unfolded text grow after they were drawn.
    const grown = new ResizeObserver(toEnd)
    if (content.current) grown.observe(content.current)
    return () => grown.disconnect()
  }, [])
  const onScroll = () => {
    if (list.current)
      atEnd.current = list.current.scrollHeight - list.current.scrollTop - list.current.clientHeight < NEAR_END
  }
  useLayoutEffect(() => {
    // The place is another one each time a link is followed, also where it leads to the same message again.
    const pointedAt =
      place.message && list.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(place.message)}"]`)
    if (!pointedAt) return
    pointedAt.scrollIntoView({ block: 'center' })
    pointedAt.focus({ preventScroll: true })
    onScroll()
  }, [place])
  const dayOf = (message: Message) => dayDivider(new Date(Number(message.ts) * 1000), view.me.tz, now)
  return html`<div ref=${list} class="messages" tabindex="0" role="group" aria-label=${inThread ? 'Messages of the thread' : 'Messages'} onScroll=${onScroll}>
    <div ref=${content} class="messages-content" role="log" aria-live="polite" aria-relevant="additions">
      ${!inThread && html`<${Beginning} channel=${channel} />`}
      ${messages.map((message, index) => {
        const before = messages[index - 1]
        const newDay = !inThread && (!before || dayOf(before) !== dayOf(message))
        const follows =
          !newDay &&
          before?.user === message.user &&
          before.ephemeralFor === message.ephemeralFor &&
          Number(message.ts) - Number(before.ts) < SAME_BREATH
        const replies = inThread ? [] : all.filter(({ threadTs, ts }) => threadTs === message.ts && ts !== message.ts)
        return html`
          ${newDay && html`<div key=${`day ${message.ts}`} class="day"><span>${dayOf(message)}</span></div>`}
          <${MessageRow} key=${`${message.ts} ${message.ephemeralFor ?? ''}`} message=${message} follows=${follows} isPointedAt=${message.ts === place.message} replies=${replies} inThread=${inThread} now=${now} />`
      })}
    </div>
  </div>`
}

function Beginning({ channel }: { readonly channel: Channel }) {
  const { view, personOf } = useWorkspace()
  if (channel.kind === 'im') {
    const other = personOf(channel.members.find((id) => id !== view.me.id) ?? '')
    return html`<div class="beginning"><strong>${other?.realName ?? channel.name}</strong><p>This is the beginning of what you and ${other?.realName ?? 'they'} wrote to each other.</p></div>`
  }
  return html`<div class="beginning"><strong>${channel.kind === 'private' ? '🔒 ' : '# '}${channel.name}</strong>${channel.topic && html`<p>${channel.topic}</p>`}<p>This is the beginning of the channel. Type <kbd>/</kbd> to see what the app can do.</p></div>`
}
