import type { Message } from '../../../contract.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Menu } from '../parts/menu.ts'
import { writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { emoji } from '../text/emoji.ts'
import { EmojiPicker } from './emoji-picker.ts'

const QUICK = ['white_check_mark', 'eyes', 'second_place_medal'] as const

/** The toolbar over a message, shown on hover and as soon as the keyboard reaches it. */
export function MessageTools({ message, inThread }: { readonly message: Message; readonly inThread: boolean }) {
  const { view, act, notify } = useWorkspace()
  // Slack offers nothing on what only one person sees: it is on nobody's server.
  if (message.ephemeralFor !== undefined) return null
  const { channel, ts } = message
  const react = (name: string) => {
    const mine = message.reactions.find((reaction) => reaction.name === name)?.users.includes(view.me.id)
    void act({ kind: mine ? 'unreact' : 'react', channel, ts, name })
  }
  const items = view.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      icon: 'bolt' as const,
      onPick: () => void act({ kind: 'messageShortcut', callbackId, channel, ts }),
    }))
  const copy = async () => {
    await navigator.clipboard.writeText(
      `https://${view.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
    )
    notify('The link to the message was copied.')
  }
  return html`<div class="tools" role="toolbar" aria-label="Message actions">
    ${QUICK.map((name) => html`<button key=${name} type="button" class="icon-button" aria-label=${`React with ${name.replaceAll('_', ' ')}`} title=${`:${name}:`} onClick=${() => react(name)}><span aria-hidden="true">${emoji(name)}</span></button>`)}
    <${EmojiPicker} onPick=${react} />
    ${!inThread && html`<button type="button" class="icon-button" aria-label="Reply in thread" title="Reply in thread" onClick=${() => writePlace({ thread: message.threadTs ?? ts })}><${Icon} name="reply" /></button>`}
    <${Menu} label="More actions" icon="more" items=${[...items, { key: 'copy', label: 'Copy link', icon: 'link', onPick: () => void copy() }]} />
  </div>`
}
