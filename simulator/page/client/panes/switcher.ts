import { classes, html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { Icon } from '../parts/icon.ts'
import { useMenu } from '../parts/use-menu.ts'
import { writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'

/** "Be this person": the local workspace has no passwords, so one may be anybody in it. */
export function Switcher() {
  const { view } = useWorkspace()
  const { open, setOpen, close, id, button, list, onKeyDown } = useMenu({ prefer: 'above', matchWidth: true })
  const people = view.people.filter(({ isBot }) => !isBot)
  return html`<div class="switcher">
    <button ref=${button} type="button" class="switcher-button" aria-haspopup="menu" aria-expanded=${open} aria-controls=${open ? id : undefined} onClick=${() => setOpen(!open)}>
      <${Avatar} person=${view.me} size=${32} />
      <span class="switcher-words"><span class="switcher-hint">Be this person</span><strong>${view.me.realName}</strong><span class="switcher-title">${view.me.title}</span></span>
      <${Icon} name="down" size=${16} />
    </button>
    ${
      open &&
      html`<div ref=${list} id=${id} class="popup menu-list people-list" role="menu" aria-label="Be this person" onKeyDown=${onKeyDown}>
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
