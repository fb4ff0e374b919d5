import { useEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../../contract.ts'
import { permalink } from '../../../permalink.ts'
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
  const { bar, onKeyDown, onFocusIn } = useRovingFocus()
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
    await navigator.clipboard.writeText(permalink(view.team.domain, message))
    notify('The link to the message was copied.')
  }
  return html`<div ref=${bar} class="tools" role="toolbar" aria-label="Message actions" onKeyDown=${onKeyDown} onFocusIn=${onFocusIn}>
    ${QUICK.map((name) => html`<button key=${name} type="button" class="icon-button" aria-label=${`React with ${name.replaceAll('_', ' ')}`} title=${`:${name}:`} onClick=${() => react(name)}><span aria-hidden="true">${emoji(name)}</span></button>`)}
    <${EmojiPicker} onPick=${react} />
    ${!inThread && html`<button type="button" class="icon-button" aria-label="Reply in thread" title="Reply in thread" onClick=${() => writePlace({ thread: message.threadTs ?? ts })}><${Icon} name="reply" /></button>`}
    <${Menu} label="More actions" icon="more" items=${[...items, { key: 'copy', label: 'Copy link', icon: 'link', onPick: () => void copy().catch(() => notify('The browser did not let the link be copied.')) }]} />
  </div>`
}

/** One stop for Tab on the whole bar; the arrows go from button to button. A channel of fifty messages is else a very long walk. */
function useRovingFocus() {
  const bar = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const buttons = () => [
    ...(bar.current?.querySelectorAll<HTMLElement>(':scope > button, :scope > .menu > button') ?? []),
  ]
  useEffect(() => {
    for (const [index, button] of buttons().entries()) button.tabIndex = index === active ? 0 : -1
  })
  return {
    bar,
    onFocusIn: () => {
      const at = buttons().indexOf(document.activeElement as HTMLElement)
      if (at >= 0) setActive(at)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const all = buttons()
      const at = all.indexOf(event.target as HTMLElement)
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (by === undefined || at < 0) return
      event.preventDefault()
      all[(at + by + all.length) % all.length]?.focus()
    },
  }
}
