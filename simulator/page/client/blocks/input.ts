import type { InputBlock } from '@slack/types'
import { useId } from 'preact/hooks'
import { type AnyElement, Element } from '../elements/element.ts'
import { classes, html } from '../html.ts'
import { useSurface } from '../surface.ts'
import { Text } from '../text/text.ts'

/** A field of a form: label, element, hint, and the app's error where there is one. */
export function Input({ block, blockId }: { readonly block: InputBlock; readonly blockId: string }) {
  const { errors } = useSurface()
  const id = useId()
  const error = errors[blockId]
  const element = block.element as unknown as AnyElement
  // Groups of choices have no single control that a label could point at.
  const grouped = element.type === 'radio_buttons' || element.type === 'checkboxes'
  const naming = {
    id: `${id}-field`,
    label: block.label.text,
    labelledBy: `${id}-label`,
    describedBy: [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
    invalid: error !== undefined,
    required: block.optional !== true,
  }
  const words = html`<${Text} of=${block.label} />${block.optional && html` <span class="optional">(optional)</span>`}`
  return html`<div class=${classes('input', error && 'has-error')}>
    ${grouped ? html`<span id=${`${id}-label`} class="label">${words}</span>` : html`<label id=${`${id}-label`} class="label" for=${naming.id}>${words}</label>`}
    <${Element} element=${element} blockId=${blockId} dispatches=${block.dispatch_action === true} naming=${naming} />
    ${error && html`<p id=${`${id}-error`} class="error" role="alert">${error}</p>`}
    ${block.hint && html`<p id=${`${id}-hint`} class="hint"><${Text} of=${block.hint} /></p>`}
  </div>`
}
