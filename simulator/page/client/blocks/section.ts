import type { SectionBlock } from '@slack/types'
import { Element } from '../elements/element.ts'
import { classes, html } from '../html.ts'
import { Text } from '../text/text.ts'
import { Picture } from './image.ts'
import { wordsOf } from './words.ts'

/** Text, fields in two columns, and one element at the right. */
export function Section({ block, blockId }: { readonly block: SectionBlock; readonly blockId: string }) {
  const { accessory } = block
  return html`<div class=${classes('section', accessory && 'with-accessory', accessory?.type !== 'image' && accessory?.type !== 'button' && accessory?.type !== 'overflow' && 'wide-accessory')}>
    <div class="section-words">
      ${block.text && html`<div class="section-text"><${Text} of=${block.text} /></div>`}
      ${block.fields && html`<div class="section-fields">${block.fields.map((field, index) => html`<div key=${index} class="section-field"><${Text} of=${field} /></div>`)}</div>`}
    </div>
    ${
      accessory &&
      html`<div class="accessory">${
        accessory.type === 'image'
          ? html`<${Picture} image=${accessory} size="thumb" />`
          : html`<${Element} key=${accessory.action_id} element=${accessory} blockId=${blockId} dispatches=${true} naming=${{ label: wordsOf(block.text ?? block.fields?.[0]) }} />`
      }</div>`
    }
  </div>`
}
