import { useEffect, useRef, useState } from 'preact/hooks'
import { html } from '../html.ts'
import { useFloating, useOutside } from '../parts/floating.ts'
import { Icon } from '../parts/icon.ts'
import { findEmoji } from '../text/emoji.ts'

const PER_ROW = 8

type EmojiPickerProps = { readonly onPick: (name: string) => void; readonly buttonClass?: string }

/** A button with a grid of pictures behind it, searched by name and walked with the arrows. */
export function EmojiPicker({ onPick, buttonClass = 'icon-button' }: EmojiPickerProps) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const floating = useFloating(open, button, { align: 'end' })
  useOutside(open, [button, floating], () => setOpen(false))
  useEffect(() => {
    if (open) floating.current?.querySelector('input')?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    setQuery('')
    button.current?.focus()
  }
  const pick = (name: string) => {
    close()
    onPick(name)
  }
  const found = findEmoji(query).slice(0, 96)
  const move = (event: KeyboardEvent) => {
    const all = [...(floating.current?.querySelectorAll<HTMLElement>('.emoji-grid button') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: at < 0 ? 1 : PER_ROW, ArrowUp: -PER_ROW }[event.key]
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && at < 0 && found[0]) {
      event.preventDefault()
      pick(found[0].name)
    } else if (by !== undefined && (at >= 0 || event.key === 'ArrowDown')) {
      event.preventDefault()
      all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
    }
  }
  return html`<span class="menu">
    <button ref=${button} type="button" class=${buttonClass} aria-label="Add reaction" title="Add reaction" aria-haspopup="dialog" aria-expanded=${open} onClick=${() => setOpen(!open)}><${Icon} name="smile" /></button>
    ${
      open &&
      html`<div ref=${floating} class="popup emoji-picker" role="dialog" aria-label="Choose a reaction" onKeyDown=${move}>
        <input class="field" type="text" aria-label="Search emoji" placeholder="Search emoji" value=${query} onInput=${(event: Event) => setQuery((event.target as HTMLInputElement).value)} />
        <div class="emoji-grid">
          ${found.map(({ name, glyph }) => html`<button key=${name} type="button" tabindex="-1" aria-label=${name.replaceAll('_', ' ')} title=${`:${name}:`} onClick=${() => pick(name)}>${glyph}</button>`)}
          ${found.length === 0 && html`<p class="popup-note">No emoji of that name here</p>`}
        </div>
      </div>`
    }
  </span>`
}
