import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { classes, html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { useFloating, useOutside } from '../parts/floating.ts'
import { Icon } from '../parts/icon.ts'
import { writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'

/** "Be this person": the local workspace has no passwords, so one may be anybody in it. */
export function Switcher() {
  const { view } = useWorkspace()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const floating = useFloating(open, button, { prefer: 'above', matchWidth: true })
  useOutside(open, [button, floating], () => setOpen(false))
  const people = view.people.filter(({ isBot }) => !isBot)
  const entries = () => [...(floating.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])]
  useEffect(() => {
    if (open) floating.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const all = entries()
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') setOpen(false)
    else if (by) {
      event.preventDefault()
      all[(all.indexOf(document.activeElement as HTMLElement) + by + all.length) % all.length]?.focus()
    }
  }
  return html`<div class="switcher">
    <button ref=${button} type="button" class="switcher-button" aria-haspopup="menu" aria-expanded=${open} aria-controls=${open ? id : undefined} onClick=${() => setOpen(!open)}>
      <${Avatar} person=${view.me} size=${32} />
      <span class="switcher-words"><span class="switcher-hint">Be this person</span><strong>${view.me.realName}</strong><span class="switcher-title">${view.me.title}</span></span>
      <${Icon} name="down" size=${16} />
    </button>
    ${
      open &&
      html`<div ref=${floating} id=${id} class="popup menu-list people-list" role="menu" aria-label="Be this person" onKeyDown=${move}>
        ${people.map(
          (
            person,
          ) => html`<button key=${person.id} type="button" role="menuitemradio" aria-checked=${person.id === view.me.id} tabindex="-1" class=${classes('menu-item person', person.id === view.me.id && 'current')}
            onClick=${() => {
              close()
              writePlace({ as: person.id, thread: '' })
            }}>
            <${Avatar} person=${person} size=${28} />
            <span class="menu-text">${person.realName}<span class="menu-description">${[person.title, person.isAdmin && 'Admin'].filter(Boolean).join(' · ')}</span></span>
            ${person.id === view.me.id && html`<${Icon} name="check" size=${16} />`}
          </button>`,
        )}
      </div>`
    }
  </div>`
}
