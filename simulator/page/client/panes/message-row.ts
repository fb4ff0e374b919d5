import type { Message } from '../../../contract.ts'
import { Blocks } from '../blocks/blocks.ts'
import { fileAddress, isLocalFile } from '../blocks/image.ts'
import { classes, html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { Icon } from '../parts/icon.ts'
import { writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { SurfaceProvider, useForm } from '../surface.ts'
import { formatDate } from '../text/dates.ts'
import { Mrkdwn, SafeLink } from '../text/text.ts'
import { MessageTools } from './message-tools.ts'
import { Reactions } from './reactions.ts'

type MessageRowProps = {
  readonly message: Message
  readonly follows: boolean
  /** A link led here. */
  readonly isPointedAt: boolean
  readonly replies: readonly Message[]
  readonly inThread: boolean
  readonly now: Date
}

/** One message with all that hangs on it. `follows` leaves out the head when the same person just wrote. */
export function MessageRow({ message, follows, isPointedAt, replies, inThread, now }: MessageRowProps) {
  const { view, act, personOf } = useWorkspace()
  const author = personOf(message.user)
  const { channel, ts } = message
  const ephemeral = message.ephemeralFor !== undefined
  const surface = useForm({
    key: `message ${view.me.id} ${channel} ${ts}`,
    kind: 'message',
    on: { channel, ts },
    blocks: message.blocks ?? [],
    files: message.files,
  })
  const seconds = Number(ts)
  const time = (format: string) => formatDate(seconds, format, view.me.tz, now)
  const stamp = (words: string) =>
    html`<time class="time" datetime=${new Date(seconds * 1000).toISOString()} title=${time('{date_long} at {time_secs}')}>${words}</time>`
  return html`<article class=${classes('message', follows && 'follows', ephemeral && 'ephemeral', isPointedAt && 'pointed-at')} data-ts=${ts} tabindex=${-1} aria-current=${isPointedAt ? 'location' : undefined} aria-label=${`${author?.realName ?? message.user}, ${time('{time}')}`}>
    <div class="message-side">${follows ? stamp(time('{time}').replace(/ [AP]M$/, '')) : html`<${Avatar} person=${author} />`}</div>
    <div class="message-main">
      ${ephemeral && html`<p class="only-you"><${Icon} name="eye" size=${14} /> Only visible to you</p>`}
      ${!follows && html`<p class="message-head"><strong>${author?.realName || author?.name || message.user}</strong>${author?.isBot && html`<span class="app-badge">APP</span>`}${stamp(time('{time}'))}</p>`}
      <${SurfaceProvider} value=${surface}>
        ${message.blocks && message.blocks.length > 0 ? html`<${Blocks} blocks=${message.blocks} />` : html`<${Mrkdwn} source=${message.text} />`}
        ${(message.files ?? []).map(
          (file) => html`<figure key=${file.id} class="file">
          <figcaption>${file.title}</figcaption>
          ${file.mimetype.startsWith('image/') && isLocalFile(file.url) ? html`<img class="picture picture-full" src=${fileAddress(file.url)} alt=${file.altText ?? file.title} />` : html`<${SafeLink} url=${new URL(fileAddress(file.url), location.href).href}>Download ${file.title}<//>`}
        </figure>`,
        )}
      <//>
      ${message.editedTs && html`<span class="edited">(edited)</span>`}
      <${Reactions} message=${message} />
      ${
        replies.length > 0 &&
        html`<button type="button" class="replies" onClick=${() => writePlace({ thread: ts })}>
          ${[...new Set(replies.map(({ user }) => user))].slice(0, 3).map((id) => html`<${Avatar} key=${id} person=${personOf(id)} size=${20} />`)}
          <span class="replies-count">${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}</span>
          <span class="quiet">Last reply ${formatDate(Number(replies.at(-1)?.ts), '{date_short_pretty} at {time}', view.me.tz, now)}</span>
        </button>`
      }
      ${ephemeral && html`<button type="button" class="link-button" onClick=${() => void act({ kind: 'dismissEphemeral', channel, ts })}>Dismiss message</button>`}
    </div>
    <${MessageTools} message=${message} inThread=${inThread} />
  </article>`
}
