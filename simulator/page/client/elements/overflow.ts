import { html } from '../html.ts'
import { Menu } from '../parts/menu.ts'
import { safeUrl } from '../text/nodes.ts'
import { Text, type TextLike } from '../text/text.ts'
import type { ElementProps } from './element.ts'

type Option = {
  readonly text: TextLike
  readonly value?: string
  readonly url?: string
  readonly description?: TextLike
}

export function Overflow({ element, naming, onDispatch }: ElementProps) {
  const items = (element.options as readonly Option[]).map((option, index) => ({
    key: option.value ?? String(index),
    label: html`<${Text} of=${option.text} />`,
    description: option.description && html`<${Text} of=${option.description} />`,
    onPick: () => {
      const url = safeUrl(option.url)
      if (url) window.open(url, '_blank', 'noopener,noreferrer')
      void onDispatch({ type: 'overflow', selected_option: option })
    },
  }))
  return html`<${Menu} label=${naming.label ? `More for ${naming.label}` : 'More actions'} items=${items} buttonClass="button overflow-button" />`
}
