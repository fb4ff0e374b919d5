import { Element } from '../elements/element.ts'
import { type AnyElement, actionIdOf } from '../form.ts'
import { html } from '../html.ts'

/** A row of elements that tell the app at once. */
export function Actions({ elements, blockId }: { readonly elements: readonly unknown[]; readonly blockId: string }) {
  const all = elements as readonly AnyElement[]
  return html`<div class="actions">
    ${all.map(
      (element, index) => html`<div key=${actionIdOf(element, index)} class=${`action action-${element.type}`}>
      <${Element} element=${element} blockId=${blockId} actionId=${actionIdOf(element, index)} dispatches=${true} naming=${{ label: (element.placeholder as { text: string } | undefined)?.text ?? '' }} />
    </div>`,
    )}
  </div>`
}
