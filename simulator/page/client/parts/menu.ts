import { type Children, classes, html } from '../html.ts'
import { Icon, type IconName } from './icon.ts'
import { useMenu } from './use-menu.ts'

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
  const { open, setOpen, close, id, button, list, onKeyDown } = useMenu({ align, prefer })
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
      html`<div ref=${list} id=${id} class="popup menu-list" role="menu" aria-label=${label} onKeyDown=${onKeyDown}>
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
