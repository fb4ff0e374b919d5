import { type AnyElement, Element } from '../elements/element.ts'
import { html } from '../html.ts'

/** What elements without words of their own are called. */
const NAMES: Readonly<Record<string, string>> = {
  datepicker: 'Date',
  timepicker: 'Time',
  datetimepicker: 'Date and time',
  checkboxes: 'Options',
  radio_buttons: 'Options',
}

/** A row of elements that tell the app at once. */
export function Actions({ elements, blockId }: { readonly elements: readonly unknown[]; readonly blockId: string }) {
  const all = elements as readonly AnyElement[]
  return html`<div class="actions">
    ${all.map(
      (element) => html`<div key=${element.action_id} class=${`action action-${element.type}`}>
      <${Element} element=${element} blockId=${blockId} dispatches=${true} naming=${{ label: (element.placeholder as { text: string } | undefined)?.text ?? NAMES[element.type] ?? '' }} />
    </div>`,
    )}
  </div>`
}
