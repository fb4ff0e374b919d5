import type { OpenView } from '../../../contract.ts'
import { textOf } from '../../../json.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { writePlace } from '../place.ts'
import type { Toast } from '../store.ts'

type ToastsProps = {
  readonly toasts: readonly Toast[]
  readonly dismiss: (id: number) => void
  readonly online: boolean
  /** A form that waits while one looks at a message that it linked to. */
  readonly aside: OpenView | undefined
}

/** What Slack itself says. They stay until dismissed: an error that vanishes while one looks away helps nobody. */
export function Toasts({ toasts, dismiss, online, aside }: ToastsProps) {
  return html`<div class="toasts">
    ${toasts.map(
      ({ id, text }) => html`<div key=${id} class="toast" role="alert">
        <${Icon} name="warning" /><span>${text}</span>
        <button type="button" class="icon-button" aria-label="Dismiss this notice" onClick=${() => dismiss(id)}><${Icon} name="close" size=${16} /></button>
      </div>`,
    )}
    ${aside && html`<div class="toast aside" role="status"><span>“${'title' in aside ? textOf(aside.title) : 'A form'}” is still open.</span><button type="button" class="button" onClick=${() => writePlace({})}>Back to it</button></div>`}
    ${!online && html`<div class="toast offline" role="status"><span>Connecting to the local workspace…</span></div>`}
  </div>`
}
