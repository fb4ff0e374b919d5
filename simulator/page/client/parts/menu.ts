import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { type Children, classes, html } from '../html.ts'
import { useFloating, useOutside } from './floating.ts'
import { Icon, type IconName } from './icon.ts'

type MenuItem = {
  readonly key: string
  readonly label: Children
  readonly description?: Children
  readonly icon?: IconName
  readonly danger?: boolean
  readonly onPick: () => void
}

type MenuProps = {
  readonly label: string
  readonly icon?: IconName
  readonly items: readonly MenuItem[]
  readonly buttonClass?: string
  readonly align?: 'start' | 'end'
  readonly prefer?: 'below' | 'above'
  readonly empty?: string
  readonly disabled?: boolean
}

/** A button that opens a menu, by mouse or by keyboard: arrows move, Enter picks, Esc closes and gives the focus back. */
export function Menu({
  label,
  icon = 'moreAcross',
  items,
  buttonClass = 'icon-button',
  align = 'end',
  prefer = 'below',
  empty,
  disabled,
}: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const floating = useFloating(open, button, { align, prefer })
  useOutside(open, [button, floating], () => setOpen(false))

  const entries = () => [...(floating.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useEffect(() => {
    if (open) entries()[0]?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab') setOpen(false)
    else if (to !== undefined) {
      event.preventDefault()
      all[(to + all.length) % all.length]?.focus()
    } else if (event.key.length === 1) {
      const starts = (each: HTMLElement) => each.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
      ;[...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts)?.focus()
    }
  }
  return html`<span class="menu">
    <button ref=${button} type="button" class=${buttonClass} aria-label=${label} title=${label} aria-haspopup="menu" aria-expanded=${open}
      aria-controls=${open ? id : undefined} disabled=${disabled} onClick=${() => setOpen(!open)}
      onKeyDown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' || open) return
        event.preventDefault()
        setOpen(true)
      }}><${Icon} name=${icon} /></button>
    ${
      open &&
      html`<div ref=${floating} id=${id} class="popup menu-list" role="menu" aria-label=${label} onKeyDown=${move}>
        ${items.map(
          (
            item,
          ) => html`<button key=${item.key} type="button" role="menuitem" tabindex="-1" class=${classes('menu-item', item.danger && 'danger')}
            onClick=${() => {
              close()
              item.onPick()
            }}>
            ${item.icon && html`<${Icon} name=${item.icon} />`}
            <span class="menu-text">${item.label}${item.description && html`<span class="menu-description">${item.description}</span>`}</span>
          </button>`,
        )}
        ${items.length === 0 && html`<p class="popup-note">${empty ?? 'Nothing here.'}</p>`}
      </div>`
    }
  </span>`
}
